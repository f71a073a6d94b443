/** What must not compile. Read by `tsc` alone: an error that goes missing is an error. */
import type { BillingPayment, Order, PaymentOptions } from '../../../src/payment/order.js'

const options = (..._: PaymentOptions[]): void => {}
const billing = (..._: BillingPayment[]): void => {}
const order = (..._: Order[]): void => {}

options(
  {},
  { cardQuota: [2, 3, 6] },
  { payMethod: 'card', cardDirect: { code: '367', quota: 0 } },
  { cardCompanies: { only: ['366'] } },
  { cardCompanies: { except: ['361'] } },
  { payMethod: 'phone', digital: true },
  { payMethod: 'vbank', vbankDue: new Date() },
  { payMethod: 'kakaopay', cardQuota: [3], onlyInstallment: true },
  { interestFreeMonths: { '366': 5, '041': 3 } },
)
billing({ customerUid: 'customer-1' }, { customerUid: 'customer-1', payMethod: 'card', customerId: 'm' })

// @ts-expect-error carrier billing without `digital`
options({ payMethod: 'phone' })
// @ts-expect-error a card does not take `digital`
options({ payMethod: 'card', digital: true })
// @ts-expect-error a direct card without its months
options({ cardDirect: { code: '367' } })
// @ts-expect-error a card code that is a number
options({ cardDirect: { code: 367, quota: 3 } })
// @ts-expect-error a card code that nobody has
options({ cardCompanies: { only: ['999'] } })
// @ts-expect-error a code that lost its zero
options({ cardCompanies: { only: ['41'] } })
// @ts-expect-error both the shown and the hidden
options({ cardCompanies: { only: ['366'], except: ['361'] } })
// @ts-expect-error neither
options({ cardCompanies: {} })
// @ts-expect-error months on a transfer
options({ payMethod: 'trans', cardQuota: [3] })
// @ts-expect-error a due date on a card
options({ payMethod: 'card', vbankDue: '20301231' })
// @ts-expect-error a result that cannot be asked for
options({ payMethod: 'point' })
// @ts-expect-error registering with anything but a card
billing({ customerUid: 'customer-1', payMethod: 'trans' })
// @ts-expect-error registering without a name for customer and card
billing({ payMethod: 'card' })
// @ts-expect-error an amount in words
order({ merchantUid: 'order_no_0001', name: '상품', amount: '55000' })
// @ts-expect-error an order without a name
order({ merchantUid: 'order_no_0001', amount: 55_000 })
