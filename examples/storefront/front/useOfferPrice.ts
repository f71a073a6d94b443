import { formatWon } from 'react-toss-checkout'
import type { MembershipOffer } from '../shop/membership.types.js'
import { useSpeech } from './language.js'

/** `월 19,900원`, `₩89,000 a year`. */
export function useOfferPrice(): (offer: Pick<MembershipOffer, 'amount' | 'every'>) => string {
  const { language, say } = useSpeech()
  return ({ amount, every: { months } }) => {
    const won = formatWon(amount, language)
    return months === 12 ? say(`연 ${won}`, `${won} a year`) : say(`월 ${won}`, `${won} a month`)
  }
}
