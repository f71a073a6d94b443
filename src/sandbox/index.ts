/**
 * An embedded gateway for development and tests: Toss Payments by way of PortOne V1, with no keys, no contract and no
 * network.
 *
 * Imitated are the SDK and its window for every pay method and for registering a card (빌링키), all 41 REST operations,
 * scheduled charges that fire as the sandbox clock passes them, webhooks and the confirm call.
 *
 * **What it does not imitate.** No money, no card company, no 3-D Secure, ISP or bank app. A typed card is judged by its
 * checksum, its expiry and the table `testCards`; nobody compares birth date and password with an owner, and the first
 * digit stands for the card company, so `card.detail` does not limit which card may be registered. A contract is never
 * missing, so escrow, tax-free, interest-free and billing always work. Identity certification and sub-merchant accounts
 * are not there: a tier code is taken and means nothing. `channelKey`s are not looked up: any `channel-key-…` is taken,
 * and one that contains `uplus` or `tosspayments` names the module. `tosspayments` through the legacy SDK, which PortOne
 * supports for billing only, answers the legacy object. An expired virtual account stays `ready`, since nothing is
 * documented to change it; it only takes no deposit. A billing key that is replaced is gone, where the real gateway
 * keeps the old one alive out of reach. `receipt_url` is always null. There are no rate limits.
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
export type { RestCustomer, RestSuperBillingKey } from './billing/billingKey.js'
export type { RestSchedule } from './billing/billingSchedule.js'
export type { CardData } from './billing/cardData.js'
export { createSandbox } from './createSandbox.js'
export { allFaults, SLOW_LOOKUP_MS } from './faults.js'
export type {
  RestCancel,
  RestDeposit,
  RestEscrowLogis,
  RestPayment,
  RestReceipt,
} from './gateway/restPayment.types.js'
export { type TestCard, type TestCardName, testCards } from './rules/testCards.js'
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
