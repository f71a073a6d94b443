import { answerFields } from '../call/answerFields.js'

/** An amount by tax treatment. */
export interface BalancePart {
  taxFree: number
  supply: number
  vat: number
  service: number
}

/** What is left, by where it came from. */
export interface BalanceParts {
  cashReceipt: BalancePart
  primary: BalancePart
  secondary: BalancePart
  discount: BalancePart
}

/** What is left of a payment. Source: PortOne V1 REST definition. */
export interface PaymentBalance extends BalanceParts {
  amount: number
  histories: (BalanceParts & { created: Date | null })[]
  raw: Readonly<Record<string, unknown>>
}

/** Reads a balance. Throws `WrongShape`. */
export function readPaymentBalance(answer: unknown): PaymentBalance {
  const fields = answerFields(answer)
  return {
    amount: fields.number('amount'),
    ...readParts(answer),
    histories: fields.list('histories', (item, at) => ({
      ...readParts(item, at),
      created: answerFields(item, at).date('created'),
    })),
    raw: fields.raw,
  }
}

function readParts(value: unknown, at?: string): BalanceParts {
  const fields = answerFields(value, at)
  return {
    cashReceipt: fields.object('cash_receipt', readPart),
    primary: fields.object('primary', readPart),
    secondary: fields.object('secondary', readPart),
    discount: fields.object('discount', readPart),
  }
}

function readPart(value: unknown, at: string): BalancePart {
  const { number } = answerFields(value, at)
  return {
    taxFree: number('tax_free'),
    supply: number('supply'),
    vat: number('vat'),
    service: number('service'),
  }
}
