'use client'
import type { PayMethodMessages } from '../payment/componentMessages.js'
import type { PayMethod, TossModule } from '../payment/order.js'
import { payMethodKo } from '../payment/payMethodMessages.ko.js'
import { resolvePayMethods } from '../payment/resolvePayMethods.js'
import { showGiven } from '../payment/showGiven.js'
import { moduleOf } from '../payment/tossModule.js'
import { warnDeveloper } from '../payment/warnDeveloper.js'
import { useCheckout } from './TossCheckoutProvider.js'
import { type Choice, useChoice } from './useChoice.js'
import { useWords } from './useWords.js'

/** One way to pay, with its name in the buyer's language. */
export interface PaymentMethodOption {
  method: PayMethod
  name: string
  /** A sentence on what happens next; empty where the name says it. */
  note: string
}

/** What the methods depend on. */
export interface UsePaymentMethodsOptions extends Choice<PayMethod> {
  /**
   * What the merchant offers, in this order: easy pay and gift certificates need a contract with Toss, `phone` the button's
   * `digital`. What the module's window does not open is left out. Default `['card', 'trans', 'vbank']`.
   */
  methods?: readonly PayMethod[]
  /** Default: the provider's channel's. */
  module?: TossModule
}

export interface PaymentMethods {
  options: readonly PaymentMethodOption[]
  /**
   * The method chosen: `card` until the buyer says otherwise, or the first where there is no `card`. It means nothing while
   * there are no `options`.
   */
  value: PayMethod
  setValue: (method: PayMethod) => void
  selected: PaymentMethodOption | undefined
  /** The method chosen; `empty` where the module's window opens none of the merchant's. */
  status: PayMethod | 'empty'
  /** This component's sentences, in the provider's language. */
  words: PayMethodMessages
}

const english = () => import('../payment/payMethodMessages.en.js').then((file) => file.payMethodEn)

/**
 * The ways to pay that module and merchant allow, without our look. A method that is no longer offered gives way to the
 * first, and `onValueChange` is told.
 */
export function usePaymentMethods(options: UsePaymentMethodsOptions = {}): PaymentMethods {
  const { channel } = useCheckout()
  const words = useWords(payMethodKo, english)
  const module = options.module ?? moduleOf(channel)
  const methods = resolvePayMethods(module, options.methods)
  if (__DEV__ && methods.length === 0) {
    warnDeveloper(
      `methods ${showGiven(options.methods)}: "${module}" opens none of them, so there is nothing to choose. Easy pay needs the new module; name one that this one has, such as "card".`,
    )
  }
  const first = methods[0] ?? 'card'
  // What the button takes when nobody says: another first method has to be told.
  const [value, setValue] = useChoice<PayMethod>(options, 'card', (method) =>
    methods.includes(method) ? method : first,
  )
  const offered = methods.map((method) => ({
    method,
    name: words[`method-${method}`],
    note: (words as unknown as Partial<Record<string, string>>)[`note-${method}`] ?? '',
  }))
  return {
    options: offered,
    value,
    setValue,
    selected: offered.find(({ method }) => method === value),
    status: offered.length ? value : 'empty',
    words,
  }
}
