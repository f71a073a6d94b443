import { BillingKeyRegister, type CardFormState, en, ko } from 'react-toss-checkout'
import { useSpeech } from '../language.js'
import { settings } from '../settings.js'

/** Accepted by the sandbox, and by no gateway. */
const sampleCard = '1234-1234-1234-1234'
const testCards = settings.sandbox ? [sampleCard.replaceAll('-', '')] : []

/** The kit's own words, but for the promise at the beginning: what may be registered already is not promised anew. */
function labelOf(state: CardFormState, label: string, words: typeof ko): string {
  if (state.status === 'sending') return words.cardFormSending
  const isUnsure = state.status === 'unconfirmed' || (state.status === 'editing' && state.unconfirmed)
  return isUnsure ? words.cardFormSendAgain : label
}

/** The shop's own card form: what is typed goes to the shop's server once, and on to the gateway. */
export function CardForm({
  agreement,
  label,
  note,
  onRegistered,
  onUnconfirmed,
}: {
  agreement?: string
  label: string
  note: string
  /** The one that was given when the buyer pressed, whatever they have chosen since. */
  onRegistered: (customerUid: string) => void
  /** Nobody could say whether the card is registered: the form sends the buyer to the list of cards, which is to be read anew. */
  onUnconfirmed: () => void
}) {
  const { language, say } = useSpeech()
  const words = language === 'en' ? en : ko
  const consents = [
    // Named after its words: another price is another consent, and not given yet.
    ...(agreement === undefined
      ? []
      : [{ id: `charge: ${agreement}`, label: agreement, href: '/terms#charges' }]),
    {
      id: 'billing',
      label: say('전자금융거래 이용약관에 동의해요', 'I accept the terms of electronic payments'),
      href: '/terms#payments',
    },
    {
      id: 'privacy',
      label: say(
        '카드 정보의 수집과 이용에 동의해요',
        'I agree that my card details are used to register it',
      ),
      href: '/terms#privacy',
    },
  ]
  return (
    <>
      {settings.sandbox && (
        <p className="soft">
          {say('시험 카드', 'Test card')} <span className="number">{sampleCard}</span>
          {say(' · 나머지는 아무 값이나 괜찮아요', ' · anything will do for the rest')}
        </p>
      )}
      <BillingKeyRegister
        method="form"
        testCards={testCards}
        consents={consents}
        note={note}
        onRegistered={({ billingKey }) => onRegistered(billingKey.customerUid)}
        onUnconfirmed={onUnconfirmed}
      >
        {(state) => labelOf(state, label, words)}
      </BillingKeyRegister>
    </>
  )
}
