import { answerFields } from '../call/answerFields.js'
import { idInPath } from '../call/idInPath.js'
import type { Call } from '../call/operation.js'
import { readOperation } from '../call/readOperation.js'
import { refuseArgument } from '../call/refuseArgument.js'
import { toPortOneSpelling } from '../call/toPortOneSpelling.js'
import type { EscrowLogis, EscrowLogisRequest, EscrowParty } from './escrowLogis.types.js'

/**
 * Deliveries of escrow orders. PortOne's definition lists neither Toss module for them, so expect `BAD_REQUEST` or
 * `UNSUPPORTED` unless your contract says otherwise.
 */
export interface EscrowOperations {
  /** `GET /escrows/logis/{imp_uid}`. Raises `CONFLICT` when nothing is registered, `NOT_FOUND`. */
  getEscrowLogis(impUid: string): Promise<EscrowLogis>
  /**
   * `POST /escrows/logis/{imp_uid}`. Sent once. Raises `CONFLICT` when one is registered already, `UNKNOWN_RESULT`.
   *
   * @param request `sendEmail`: tells the buyer (other PGs). Default: the gateway's (true).
   */
  createEscrowLogis(
    impUid: string,
    request: EscrowLogisRequest & { sendEmail?: boolean },
  ): Promise<EscrowLogis>
  /** `PUT /escrows/logis/{imp_uid}`. Sent once. Raises `CONFLICT` when it cannot be changed, `UNKNOWN_RESULT`. */
  updateEscrowLogis(impUid: string, request: EscrowLogisRequest): Promise<EscrowLogis>
}

export function escrowOperations(call: Call): EscrowOperations {
  const pathOf = (impUid: string) => `/escrows/logis/${idInPath('impUid', impUid)}`
  const write = async (
    name: string,
    method: 'POST' | 'PUT',
    impUid: string,
    body: Record<string, unknown>,
  ): Promise<EscrowLogis> =>
    call({
      name,
      method,
      path: pathOf(impUid),
      body,
      read: readEscrowLogis,
      // The PG may write to the buyer each time it is told.
      whenLost: { findOut: `Read it back with getEscrowLogis('${impUid}') and compare company and invoice.` },
    })
  return {
    getEscrowLogis: async (impUid) => call(readOperation('getEscrowLogis', pathOf(impUid), readEscrowLogis)),
    createEscrowLogis: async (impUid, request) =>
      write('createEscrowLogis', 'POST', impUid, {
        ...toBody(request),
        ...toPortOneSpelling({ sendEmail: request.sendEmail }),
      }),
    updateEscrowLogis: async (impUid, request) => write('updateEscrowLogis', 'PUT', impUid, toBody(request)),
  }
}

function toBody({ sender, receiver, logis, products }: EscrowLogisRequest): Record<string, unknown> {
  if (!(logis?.sentAt instanceof Date)) {
    throw refuseArgument('logis.sentAt', logis?.sentAt, 'a Date is needed')
  }
  return toPortOneSpelling({
    sender: toParty(sender),
    receiver: toParty(receiver),
    logis: toPortOneSpelling(logis),
    products: products?.map(toPortOneSpelling),
  })
}

function toParty({ formedAddress, ...party }: EscrowParty): Record<string, unknown> {
  return toPortOneSpelling({
    ...party,
    formedAddress: formedAddress && {
      address_line_1: formedAddress.addressLine1,
      address_line_2: formedAddress.addressLine2,
    },
  })
}

function readEscrowLogis(answer: unknown): EscrowLogis {
  const fields = answerFields(answer)
  return {
    company: fields.text('company'),
    invoice: fields.text('invoice'),
    sentAt: fields.date('sent_at'),
    appliedAt: fields.date('applied_at'),
    raw: fields.raw,
  }
}
