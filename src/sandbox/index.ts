/**
 * An embedded gateway for development and tests: Toss Payments by way of PortOne V1, with no keys, no contract and no
 * network.
 *
 * **What it does not imitate.** No money, no card is asked for a number, no 3-D Secure, ISP or bank app. Billing keys,
 * key-in and scheduled payments, cash receipts, escrow
 * deliveries, identity certification and sub-merchant accounts are not there yet: a window asked for a billing key is
 * refused, and REST operations other than getToken, payments by id or order, prepare and cancel answer 404 and say so.
 * A contract is never missing, so escrow, tax-free and interest-free parts always work. `channelKey`s are not looked
 * up: any `channel-key-…` is taken, and one that contains `uplus` or `tosspayments` names the module. `tosspayments`
 * through the legacy SDK, which PortOne does not support, answers the legacy object. An expired virtual account stays
 * `ready`, since nothing is documented to change it; it only takes no deposit. `receipt_url` is always null. There are
 * no rate limits.
 *
 * Webhooks and the confirm call come from this machine, not from the gateway's three addresses, and nobody has to ask
 * for retries or the confirm process by mail. What is under way (a retry, a webhook held back by a fault) and the log of
 * deliveries live in memory and end with the page or process. The confirm call is JSON and refusals carry F400; a bank
 * taking a booked deposit back (`rollBackDeposit`) is `ready` again: PortOne documents neither. Over HTTP nothing is
 * encrypted, and the control API under `/sandbox` is open to whoever reaches the port.
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
  RefundResult,
  Sandbox,
  SandboxClock,
  SandboxCore,
  SandboxFaults,
  SandboxModule,
  SandboxOptions,
  SdkGeneration,
  WindowOffer,
} from './sandbox.types.js'
export type { SandboxSettings, SettingsSwitch } from './settings.js'
export { LATE_WEBHOOK_MS } from './webhooks/createWebhooks.js'
export type {
  SandboxWebhooks,
  WebhookAttempt,
  WebhookBody,
  WebhookDelivery,
  WebhookType,
} from './webhooks/webhook.types.js'
