'use client'
import { useQuery } from '@tanstack/react-query'
import { type BillingKeyRecord, readBillingKeyRecord } from '../payment/billingKey.js'
import { PaymentError } from '../payment/PaymentError.js'
import { useCheckout } from './TossCheckoutProvider.js'

/** The customer's registered cards, as the merchant's server lists them; numbers are masked. */
export type BillingKeysState =
  | { status: 'loading' }
  /** `outdated`: the server could not be asked again, so something may have happened to them since. */
  | { status: 'ready'; cards: readonly BillingKeyRecord[]; outdated?: true }
  /** The server could not be asked, or nobody is signed in. */
  | { status: 'failed'; error: PaymentError }

/** What became of a change. `in-use`: a subscription still charges the card. `unsure`: the answer was lost; the list says. */
export type BillingKeyChange = 'done' | 'in-use' | 'refused' | 'unsure'

export interface BillingKeys {
  state: BillingKeysState
  /** Deletes a card at the gateway: `POST {endpoint}/delete-billing-key`. Never rejects. */
  remove(customerUid: string): Promise<BillingKeyChange>
  /**
   * Moves every subscription from one card to another and deletes the old one: `POST {endpoint}/replace-billing-key`. Register
   * the new card first, under a `customerUid` of its own: registering again under the old one would leave the old key alive
   * at the gateway. May be asked again when it was cut off. Never rejects.
   */
  replace(cards: { from: string; to: string }): Promise<BillingKeyChange>
  /** Asks for the list again: after a registration. */
  refresh(): Promise<void>
}

/**
 * Lists, deletes and replaces a signed-in customer's cards, over the billing routes under the provider's `endpoint`
 * (`GET {endpoint}/billing-keys`). The list does not outlive the views that show it.
 */
export function useBillingKeys(): BillingKeys {
  const { client, endpoint } = useCheckout()
  const { data, error, refetch } = useQuery(
    {
      queryKey: ['react-toss-checkout', 'billing-keys', endpoint()],
      queryFn: async ({ signal }) => readCards(await ask(endpoint(), 'billing-keys', undefined, signal)),
      gcTime: 0,
    },
    client,
  )
  const refresh = async () => void (await refetch())
  const change = async (route: string, body: object): Promise<BillingKeyChange> => {
    const outcome = await ask(endpoint(), route, body).then(
      () => 'done' as const,
      (thrown) => changeOf(thrown),
    )
    // Whatever was answered, the list is what counts.
    await refresh()
    return outcome
  }
  return {
    state: data
      ? { status: 'ready', cards: data, ...(error && { outdated: true }) }
      : error
        ? { status: 'failed', error: toPaymentError(error) }
        : { status: 'loading' },
    remove: (customerUid) => change('delete-billing-key', { customerUid }),
    replace: (cards) => change('replace-billing-key', cards),
    refresh,
  }
}

/** The server's no, with its code. */
class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: unknown,
  ) {
    super(`the server answered ${status} ${typeof code === 'string' ? code : ''}`.trim())
  }
}

async function ask(
  base: string | undefined,
  route: string,
  body?: object,
  signal?: AbortSignal,
): Promise<unknown> {
  if (!base) {
    throw new PaymentError('INVALID_PROVIDER', {
      message:
        __DEV__ &&
        'the provider has no endpoint. Cards are listed by the billing routes of your server: give TossCheckoutProvider an endpoint.',
    })
  }
  const response = await fetch(`${base}/${route}`, {
    credentials: 'include',
    signal,
    ...(body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) throw new Refused(response.status, (answer as { code?: unknown } | null)?.code)
  return answer
}

function readCards(answer: unknown): BillingKeyRecord[] {
  if (!Array.isArray(answer)) {
    throw new PaymentError('CONFIRM_REJECTED', {
      message: __DEV__ && 'GET billing-keys did not answer a list of BillingKeyRecord.',
    })
  }
  return answer
    .map(readBillingKeyRecord)
    .filter((card) => card?.status === 'registered') as BillingKeyRecord[]
}

function changeOf(thrown: unknown): BillingKeyChange {
  if (!(thrown instanceof Refused) || thrown.status >= 500) return 'unsure'
  return thrown.code === 'CARD_IN_USE' ? 'in-use' : 'refused'
}

function toPaymentError(error: Error): PaymentError {
  if (error instanceof PaymentError) return error
  const code = error instanceof Refused && error.status < 500 ? 'CONFIRM_REJECTED' : 'CONFIRM_UNREACHABLE'
  return new PaymentError(code, { message: __DEV__ && error.message })
}
