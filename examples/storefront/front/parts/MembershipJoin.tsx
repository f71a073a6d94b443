import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { type BillingKeys, formatWon } from 'react-toss-checkout'
import type { MembershipOffer } from '../../shop/membership.types.js'
import { ApiError, callShop } from '../api.js'
import { readIntent } from '../cardIntent.js'
import { useSpeech } from '../language.js'
import { membershipKey } from '../useMembership.js'
import { useOfferPrice } from '../useOfferPrice.js'
import { CardPanel } from './CardPanel.js'
import { Loading } from './Loading.js'
import { StillCharged } from './StillCharged.js'

/** Choosing a membership, and the card that pays for it. The first charge is made as soon as the card is there. */
export function MembershipJoin({
  offers,
  keys,
  ended,
  mayStillBeCharged,
}: {
  offers: readonly MembershipOffer[]
  keys: BillingKeys
  /** There was one before. */
  ended: boolean
  /** Of that one. */
  mayStillBeCharged: boolean
}) {
  const { language, say, sayWords } = useSpeech()
  const priceOf = useOfferPrice()
  const client = useQueryClient()
  const name = useId()
  const [chosen, setChosen] = useState(() => {
    const intent = readIntent()
    return intent && 'join' in intent ? intent.join : offers[0]?.id
  })
  const offer = offers.find(({ id }) => id === chosen) ?? offers[0]
  const join = useMutation({
    mutationFn: ({ planId, customerUid }: { planId: string; customerUid: string }) =>
      callShop('/api/checkout/subscribe', { method: 'POST', body: { planId, customerUid } }),
    // Whatever was answered, what the shop says now is what counts.
    onSettled: () => client.invalidateQueries({ queryKey: membershipKey }),
  })
  if (!offer) return null
  const won = formatWon(offer.amount, language)
  const yearly = offer.every.months === 12
  return (
    <>
      {mayStillBeCharged && <StillCharged ended />}
      {ended && !mayStillBeCharged && (
        <p className="notice" role="status">
          {say(
            '멤버십을 해지했어요. 더는 결제하지 않아요. 결제한 차는 그대로 보내드려요.',
            'The membership has ended and nothing more is charged. Tea that was paid for is still sent.',
          )}
        </p>
      )}
      <section className="card" aria-labelledby="join-title">
        <h2 id="join-title" tabIndex={-1}>
          {ended ? say('다시 시작하기', 'Join again') : say('멤버십 고르기', 'Choose a membership')}
        </h2>
        <fieldset className="ways offers">
          <legend className="unseen">{say('멤버십', 'Membership')}</legend>
          {offers.map((each) => (
            <label className="way" key={each.id}>
              <input type="radio" name={name} checked={each === offer} onChange={() => setChosen(each.id)} />
              <span>
                <span className="line-name">{sayWords(each.name)}</span> <strong>{priceOf(each)}</strong>
                <span className="soft">{sayWords(each.note)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      </section>
      {keys.state.status === 'loading' ? (
        <Loading />
      ) : (
        <CardPanel
          intent={{ join: offer.id }}
          keys={keys}
          label={say(`${priceOf(offer)}으로 시작하기`, `Start for ${priceOf(offer)}`)}
          due={offer.amount}
          note={say(
            `지금 ${won}을 결제하고, ${yearly ? '매년' : '매달'} 같은 날 자동으로 결제해요.`,
            `${won} is charged now, then on the same day every ${yearly ? 'year' : 'month'}.`,
          )}
          noteOnNewCard={say(
            `카드를 등록하면 바로 ${won}을 결제해요. 그 뒤로 ${yearly ? '매년' : '매달'} 같은 날 자동으로 결제해요.`,
            `${won} is charged as soon as the card is registered, then on the same day every ${yearly ? 'year' : 'month'}.`,
          )}
          agreement={say(
            `${priceOf(offer)} 자동 결제에 동의해요`,
            `I agree to be charged ${priceOf(offer)} automatically`,
          )}
          working={join.isPending ? say('첫 결제를 하고 있어요', 'Making the first charge') : undefined}
          trouble={join.isError ? <JoinTrouble error={join.error} /> : undefined}
          onCard={(customerUid, intent) =>
            join.mutate({ planId: 'join' in intent ? intent.join : offer.id, customerUid })
          }
        />
      )}
    </>
  )
}

function JoinTrouble({ error }: { error: Error }) {
  const { say } = useSpeech()
  if (error instanceof ApiError && error.code === 'ALREADY_SUBSCRIBED')
    return say('이미 이용 중인 멤버십이 있어요.', 'There is a membership already.')
  const refused = error instanceof ApiError && error.status < 500
  return refused
    ? say(
        '시작하지 못했어요. 결제된 금액은 없어요. 카드를 확인하고 다시 눌러 주세요.',
        'That did not work, and nothing was charged. Please check the card and press again.',
      )
    : say(
        '시작됐는지 확인하지 못했어요. 다시 눌러도 두 번 결제되지 않아요.',
        'We could not tell whether it began. Pressing again will not charge you twice.',
      )
}
