import type { CodeOperations } from './codes/codeOperations.js'
import type { EscrowOperations } from './escrow/escrowOperations.js'
import type { CancelOperations } from './payments/cancelOperations.js'
import type { LookupOperations } from './payments/lookupOperations.js'
import type { PrepareOperations } from './payments/prepareOperations.js'
import type { ReceiptOperations } from './receipts/receiptOperations.js'
import type { SubscribeOperations } from './subscribe/subscribeOperations.js'
import type { VbankOperations } from './vbanks/vbankOperations.js'

/** The operations of PortOne's REST API V1, one-off payments and subscriptions, by the names of its definition. */
export interface PortOneClient
  extends LookupOperations,
    PrepareOperations,
    CancelOperations,
    VbankOperations,
    ReceiptOperations,
    EscrowOperations,
    CodeOperations,
    SubscribeOperations {
  /**
   * A living access token, for an operation this client does not have. Send it as `Authorization: Bearer …`; it lives
   * half an hour at most, so ask for it again each time. Keep it out of logs.
   */
  getToken(): Promise<string>
}
