import type { SubscriptionPlan } from 'react-toss-checkout/server'
import type { Words } from '../shop/goods.types.js'
import type { MembershipOffer } from '../shop/membership.types.js'

/** The tea of the month, for those who want it sent without asking. */
export const offers: readonly MembershipOffer[] = [
  {
    id: 'monthly',
    name: { ko: '다달의 차', en: 'Tea of the month' },
    note: { ko: '달마다 한 번, 그달의 차 40g', en: 'Once a month, 40 g of the month’s tea' },
    amount: 19_900,
    every: { months: 1 },
  },
  {
    id: 'yearly',
    name: { ko: '한 해의 차', en: 'Tea of the year' },
    note: { ko: '한 해에 한 번, 햇차 다섯 가지 200g', en: 'Once a year, five first-flush teas, 200 g' },
    amount: 89_000,
    every: { months: 12 },
  },
]

const planName = ({ name }: MembershipOffer) => `물빛찻장 ${name.ko}`

/** A charge's order bears the plan's name: that name, and what it is in English. */
export function chargeName(name: string): Words {
  const offer = offers.find((each) => planName(each) === name)
  return { ko: name, en: offer ? `Mulbit ${offer.name.en}` : name }
}

/** The same as billing wants it. What a member is charged is this, whatever the page says. */
export const plans: Readonly<Record<string, SubscriptionPlan>> = Object.fromEntries(
  offers.map((offer) => {
    const { id, amount, every } = offer
    return [id, { id, name: planName(offer), amount, every }]
  }),
)
