import { type Order, PaymentError, type PaymentRecord, type PaymentState } from 'react-toss-checkout'
import { addAttempt, dropAttempt, setState } from '../../src/portone/attemptStore.js'

/**
 * Puts an order into a state as an attempt would, so that the real button shows it: for frames that show many states at
 * once, which no page can reach by paying (one window per page). Returns how to take it back.
 */
export function putState(order: Order, state: PaymentState): () => void {
  const nobody = {
    merchantCode: 'imp00000000',
    check: () => {},
    ask: async () => null,
    sentence: () => '',
    settled: () => {},
    threw: () => {},
  }
  const attempt = addAttempt(undefined, { order, options: {}, settings: nobody, told: () => {} })
  attempt.order = order
  setState(attempt, state)
  return () => dropAttempt(attempt)
}

/** A state of each kind for one order. */
export const exampleStates = {
  idle: (_: Order) => ({ status: 'idle' }),
  preparing: ({ merchantUid }) => ({ status: 'preparing', merchantUid, waitingFor: 'sdk' }),
  pressAgain: ({ merchantUid }) => ({ status: 'preparing', merchantUid, waitingFor: 'press-again' }),
  inWindow: ({ merchantUid }) => ({ status: 'in-window', merchantUid }),
  confirming: ({ merchantUid }) => ({ status: 'confirming', merchantUid }),
  paid: (order) => ({ status: 'paid', merchantUid: order.merchantUid, payment: recordOf(order, 'paid') }),
  awaitingDeposit: (order) => ({
    status: 'awaiting-deposit',
    merchantUid: order.merchantUid,
    payment: recordOf(order, 'ready'),
  }),
  dismissed: ({ merchantUid }) => ({ status: 'dismissed', merchantUid }),
  failedRetryable: ({ merchantUid }) => ({
    status: 'failed',
    merchantUid,
    error: new PaymentError('DECLINED'),
  }),
  failed: ({ merchantUid }) => ({
    status: 'failed',
    merchantUid,
    error: new PaymentError('GATEWAY_CONFIGURATION'),
  }),
  failedCharged: ({ merchantUid }) => ({
    status: 'failed',
    merchantUid,
    error: new PaymentError('AMOUNT_MISMATCH'),
  }),
  unconfirmed: ({ merchantUid }) => ({
    status: 'unconfirmed',
    merchantUid,
    error: new PaymentError('CONFIRM_UNREACHABLE'),
  }),
} satisfies Record<string, (order: Order) => PaymentState>

export type StateName = keyof typeof exampleStates

export const stateNames: StateName[] = Object.keys(exampleStates) as StateName[]

function recordOf({ merchantUid, amount }: Order, status: 'paid' | 'ready'): PaymentRecord {
  return { impUid: 'imp_000000000001', merchantUid, status, amount, currency: 'KRW', payMethod: 'card' }
}
