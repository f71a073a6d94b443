import definition from './restDefinition.json' with { type: 'json' }

interface Field {
  name: string
  type: string
  nullable?: boolean
  time?: boolean
  enum?: unknown[]
}

/** Schemas that fields of other schemas hold. */
const inside: Record<string, unknown> = {
  'Payment.cancel_history': () => [sampleAnswer('PaymentCancel')],
  'Payment.deposit_history': () => [sampleAnswer('VbankDeposit')],
  'Payment.cancel_receipt_urls': () => ['https://receipt.example/1'],
  'Payment.promotion': () => ({ id: 'promotion-1', discount: 1000 }),
  'PagedPayment.list': () => [sampleAnswer('Payment')],
  'SuperBillingKey.succeededChannels': () => [sampleAnswer('SucceededChannel')],
  'SuperBillingKey.failedChannels': () => [sampleAnswer('FailedChannel')],
  'PaymentBalanceResponse.histories': () => [sampleAnswer('PaymentBalanceHistories')],
}
const known: Record<string, unknown> = {
  imp_uid: 'imp_000000000001',
  merchant_uid: 'order/1?',
  custom_data: '{"cart":7}',
  amount: 55_000,
  customer_uid: 'member 7/card 1',
}

export type Schema = keyof typeof definition.schemas

/** An answer with every field the definition has, each filled. */
export function sampleAnswer(schema: Schema, changes: Record<string, unknown> = {}): Record<string, unknown> {
  const fields: Field[] = definition.schemas[schema]
  const value = (field: Field, index: number): unknown => {
    const make = inside[`${schema}.${field.name}`]
    if (typeof make === 'function') return make()
    if (field.name in known) return known[field.name]
    if (field.enum) return field.enum.at(-1)
    if (field.time) return 1_795_392_000 + index
    if (field.type === 'object') return sampleAnswer('PaymentBalance')
    if (field.type === 'boolean') return true
    return field.type === 'string' ? `${field.name}-text` : index + 1
  }
  return {
    ...Object.fromEntries(fields.map((field, index) => [field.name, value(field, index)])),
    ...changes,
  }
}

/** A card payment that went through, as the gateway answers it. */
export function paidAnswer(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return sampleAnswer('Payment', {
    pay_method: 'card',
    status: 'paid',
    cancel_amount: 0,
    cancelled_at: 0,
    failed_at: 0,
    fail_reason: null,
    vbank_num: null,
    currency: 'KRW',
    cancel_history: [],
    ...changes,
  })
}
