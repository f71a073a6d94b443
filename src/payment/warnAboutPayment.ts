import { resolveInstallments } from './installment.js'
import type { BillingOptions, Order, PaymentOptions } from './order.js'
import { moduleOf } from './tossModule.js'
import { warnDeveloper } from './warnDeveloper.js'

/** Console warnings, in development, about what would pass PortOne's checks and may disappoint behind them. */
export function warnAboutPayment(
  { merchantUid, name, amount, currency, buyer }: Order,
  options: PaymentOptions & Partial<BillingOptions>,
): void {
  const { payMethod = 'card', cardQuota, onlyInstallment, customerUid } = options
  const module = moduleOf(options)
  if (!/^[\w-]{6,64}$/.test(merchantUid)) {
    warnDeveloper(
      `merchantUid "${merchantUid}" is taken by PortOne, but Toss documents 6 to 64 of A-Z a-z 0-9 _ -. Use an order number of that form.`,
    )
  }
  if (name.length > 40) {
    warnDeveloper(
      `name "${name}" has ${name.length} characters. PortOne documents at most 40, Toss 100. Shorten it.`,
    )
  }
  const stored = { name: 16, email: 64, tel: 16, addr: 128, postcode: 8 } as const
  for (const [field, most] of Object.entries(stored) as [keyof typeof stored, number][]) {
    const length = buyer?.[field]?.length ?? 0
    if (length > most) {
      warnDeveloper(`buyer.${field} has ${length} characters. The gateway stores ${most}. Shorten it.`)
    }
  }
  const least = { card: 100, trans: 200 }[payMethod as string] ?? 0
  if (amount < least && (currency ?? 'KRW') === 'KRW' && customerUid == null) {
    warnDeveloper(
      `amount is ${amount}. Toss takes "${payMethod}" from ${least} won. Expect BELOW_MINIMUM_AMOUNT from the gateway.`,
    )
  }
  const otherModules =
    module === 'uplus'
      ? ['useCardPoint', 'internationalCardOnly', 'discountCode', 'culturalExpense', 'cashReceiptType']
      : ['autoDiscount']
  for (const option of otherModules) {
    if ((options as Record<string, unknown>)[option] != null) {
      warnDeveloper(
        `${option} is documented for the other Toss module only. "${module}" will ignore it. Leave it out.`,
      )
    }
  }
  // Says itself what the buyer will see.
  if (cardQuota || onlyInstallment)
    resolveInstallments({ module, cardQuota, onlyInstallment, amount, payMethod })
}
