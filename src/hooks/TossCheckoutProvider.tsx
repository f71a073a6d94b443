'use client'
import { QueryClient, QueryClientContext } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { buyerSentence } from '../payment/buyerSentence.js'
import type { Locale, Messages } from '../payment/messages.js'
import { ko } from '../payment/messages.ko.js'
import type { ChannelOptions } from '../payment/order.js'
import { PaymentError } from '../payment/PaymentError.js'
import type { PaymentOutcome } from '../payment/paymentState.js'
import { readPaymentRecord } from '../payment/readPaymentRecord.js'
import type { AttemptSettings } from '../portone/attempt.js'
import { loadIamport, type SdkSettings } from '../portone/loadIamport.js'
import { resumeAttempt } from '../portone/resumeAttempt.js'
import { Announcer } from './Announcer.js'
import { askServer, type Confirm, confirmOf } from './askServer.js'

/** Who is asked whether an order is paid: an endpoint of the merchant's server, or the merchant's own call. One of the two, always. */
export type ServerOptions =
  | {
      /** Base address on the merchant's server: `POST {endpoint}/complete` answers a `PaymentRecord`, or 404 with JSON. */
      endpoint: string
      confirm?: never
    }
  | {
      /**
       * Looks the payment up on the merchant's server and answers with its record, or null when there is none. Called
       * again on network errors and while the record does not decide, so it must only read.
       */
      confirm: Confirm
      endpoint?: never
    }

/** What every payment on the page shares. */
export type TossCheckoutProviderProps = SdkSettings &
  ChannelOptions &
  ServerOptions & {
    /**
     * Where a redirecting window returns to, absolute or relative to the page. Phones cannot pay without it
     * (`REDIRECT_URL_REQUIRED`). Call `usePaymentRedirect` there.
     */
    redirectUrl?: string
    /** Language of every sentence, default `ko`. English is fetched when asked for, unless `messages={en}` is given. */
    locale?: Locale
    /** Sentences to override, one by one. Keep the object stable (a constant or `useMemo`): a new one redraws every button. */
    messages?: Partial<Messages>
    /** Told every end of a payment on this page, whichever view started it. */
    onSettled?: (outcome: PaymentOutcome) => void
    /** Told what went wrong outside a payment: the SDK could not be warmed, or one of your handlers threw. */
    onError?: (error: unknown) => void
    children?: ReactNode
  }

/** @internal */
export interface Checkout {
  /** One object for the provider's life, always holding the newest props. */
  settings: AttemptSettings
  channel: ChannelOptions
  client: QueryClient
  confirm: () => Confirm
  /** Base address of the merchant's routes, without a slash at the end; none where `confirm` was given. */
  endpoint: () => string | undefined
  locale: Locale
  messages: Messages
}

const CheckoutContext = createContext<Checkout | null>(null)

/** @internal */
export function useCheckout(): Checkout {
  const checkout = useContext(CheckoutContext)
  if (!checkout) {
    throw new PaymentError('INVALID_PROVIDER', {
      message:
        __DEV__ &&
        'no TossCheckoutProvider above this component. Put one around the part of the page that takes payments.',
    })
  }
  return checkout
}

/** The provider's channel; nothing where a page's choices are held above the provider. @internal */
export function useChannel(): ChannelOptions {
  return useContext(CheckoutContext)?.channel ?? {}
}

/**
 * Holds what every payment on the page shares, warms the SDK so that a press opens the window in its own tick, goes on
 * with a payment that a reload cut off, and reads ends out to screen readers. Raises `INVALID_PROVIDER` and
 * `MERCHANT_CODE_CONFLICT` through `onError` and, again, as the outcome of a press.
 */
export function TossCheckoutProvider(props: TossCheckoutProviderProps): ReactNode {
  const { locale = 'ko', messages: overrides, merchantCode, tierCode, sdkUrl, nonce, children } = props
  const appClient = useContext(QueryClientContext)
  const [own] = useState(() => ({
    client: appClient ?? new QueryClient(),
    props,
    messages: ko,
    settings: {} as AttemptSettings,
  }))
  const words = useMessages(locale, overrides)
  const { settings } = own
  if (!settings.ask) {
    settings.ask = (...question) =>
      askServer(own.client, { confirm: confirmOf(own.props), read: readPaymentRecord }, ...question)
    settings.check = () => void confirmOf(own.props)
    settings.sentence = (error) => own.messages[buyerSentence(error)]
    settings.settled = (outcome) => own.props.onSettled?.(outcome)
    settings.threw = (error) => {
      own.props.onError?.(error)
      reportError(error)
    }
  }
  Object.assign(settings, { merchantCode, tierCode, sdkUrl, nonce, redirectUrl: props.redirectUrl })
  Object.assign(own, { props, messages: words, client: appClient ?? own.client })

  useEffect(() => {
    try {
      confirmOf(own.props)
      resumeAttempt(settings)
    } catch (error) {
      complain(error)
    }
    loadIamport(settings).catch(complain)
    function complain(error: unknown) {
      if (__DEV__) console.error(error)
      own.props.onError?.(error)
    }
  }, [own, settings, merchantCode, tierCode, sdkUrl, nonce])

  const { pg, channelKey, module } = props
  const checkout = useMemo(
    () => ({
      settings,
      channel: { pg, channelKey, module },
      client: own.client,
      confirm: () => confirmOf(own.props),
      endpoint: () => own.props.endpoint?.replace(/\/$/, ''),
      locale,
      messages: words,
    }),
    [own, settings, pg, channelKey, module, locale, words],
  )
  return (
    <CheckoutContext.Provider value={checkout}>
      {children}
      <Announcer settings={settings} messages={words} />
    </CheckoutContext.Provider>
  )
}

/** The language's sentences under the merchant's own. */
function useMessages(locale: Locale, overrides: Partial<Messages> | undefined): Messages {
  const [english, setEnglish] = useState<Messages>()
  const fetchEnglish =
    locale === 'en' && !english && !(overrides && Object.keys(ko).every((key) => key in overrides))
  useEffect(() => {
    if (fetchEnglish)
      import('../payment/messages.en.js').then(
        ({ en }) => setEnglish(en),
        () => {},
      )
  }, [fetchEnglish])
  return useMemo(
    () => ({ ...((locale === 'en' && english) || ko), ...overrides }),
    [locale, english, overrides],
  )
}
