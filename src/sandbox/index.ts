/**
 * An embedded gateway for development and tests: Toss Payments by way of PortOne V1, with no keys, no contract and no
 * network.
 *
 * **What it does not imitate.** No money, no card is asked for a number, no 3-D Secure, ISP or bank app. Billing keys,
 * key-in and scheduled payments, webhooks (`notice_url`), the confirm process (`confirm_url`), cash receipts, escrow
 * deliveries, identity certification and sub-merchant accounts are not there yet: a window asked for a billing key is
 * refused, and REST operations other than getToken, payments by id or order, prepare and cancel answer 404 and say so.
 * A contract is never missing, so escrow, tax-free and interest-free parts always work. `channelKey`s are not looked
 * up: any `channel-key-…` is taken, and one that contains `uplus` or `tosspayments` names the module. `tosspayments`
 * through the legacy SDK, which PortOne does not support, answers the legacy object. An expired virtual account stays
 * `ready`, since nothing is documented to change it; it only takes no deposit. `receipt_url` is always null. There are
 * no rate limits.
 *
 * Where PortOne's documentation is silent or at odds with itself, the rule is in one function with a comment saying so.
 * This entry may be imported without a `window`.
 *
 * @packageDocumentation
 */
export { createSandbox } from './createSandbox.js'
export { allFaults, SLOW_LOOKUP_MS } from './faults.js'
export type { RestCancel, RestDeposit, RestPayment } from './gateway/restPayment.types.js'
export type {
  BuyerChoice,
  DepositResult,
  Fault,
  Gateway,
  Sandbox,
  SandboxClock,
  SandboxFaults,
  SandboxModule,
  SandboxOptions,
  SdkGeneration,
  WindowOffer,
} from './sandbox.types.js'
