import { useMutation, useQueryClient } from '@tanstack/react-query'
import { formatWon } from 'react-toss-checkout'
import type { MembershipCharge, MembershipOffer, MembershipView } from '../../shop/membership.types.js'
import { callShop } from '../api.js'
import { useSpeech } from '../language.js'
import { printKst } from '../printKst.js'
import { membershipKey } from '../useMembership.js'
import { useOfferPrice } from '../useOfferPrice.js'
import { AskTwice } from './AskTwice.js'
import { MembershipNotice } from './MembershipNotice.js'

export type Steering = 'pause' | 'resume' | 'cancel' | 'retry'

/** Where a membership stands, when the next charge is, and what its member can do about it. */
export function MembershipStatus({
  membership,
  offers,
  lastCharge,
  onReplace,
}: {
  membership: MembershipView
  offers: readonly MembershipOffer[]
  lastCharge: MembershipCharge | undefined
  /** The member wants another card. */
  onReplace: () => void
}) {
  const { language, say, sayWords } = useSpeech()
  const priceOf = useOfferPrice()
  const client = useQueryClient()
  const { id, planId, amount, status, declined, paidPeriods, nextChargeAt, charging, mayStillBeCharged } =
    membership
  const offer = offers.find((each) => each.id === planId)
  const steer = useMutation({
    mutationFn: (steering: Steering) =>
      callShop(`/api/checkout/${steering}-subscription`, { method: 'POST', body: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: membershipKey }),
  })
  const press = (steering: Steering) => {
    if (!steer.isPending) steer.mutate(steering)
  }
  const shown = charging ? 'charging' : status === 'active' && declined > 0 ? 'declined' : status
  const names: Record<typeof shown, string> = {
    active: say('이용 중', 'Active'),
    charging: say('결제 확인 중', 'Being charged'),
    declined: say('결제 실패', 'Declined'),
    'past-due': say('결제 멈춤', 'Past due'),
    paused: say('쉬는 중', 'Paused'),
    cancelled: say('해지', 'Ended'),
  }
  return (
    <section className="card stack" aria-labelledby="membership-title">
      <div className="membership-head">
        <h2 id="membership-title" tabIndex={-1}>
          {offer ? sayWords(offer.name) : say('멤버십', 'Membership')}
        </h2>
        <p role="status">
          <span className="tag" data-status={shown}>
            {names[shown]}
          </span>
        </p>
      </div>
      <MembershipNotice
        membership={membership}
        reason={lastCharge?.state === 'declined' ? lastCharge.reason : null}
        onRetry={() => press('retry')}
        onReplace={onReplace}
        busy={steer.isPending}
      />
      <dl className="facts">
        <div>
          <dt>{say('금액', 'Price')}</dt>
          <dd>{offer ? priceOf({ amount, every: offer.every }) : formatWon(amount, language)}</dd>
        </div>
        <div>
          <dt>{say('다음 결제', 'Next charge')}</dt>
          <dd>{nextChargeAt ? printKst(nextChargeAt, language) : say('없음', 'None')}</dd>
        </div>
        <div>
          <dt>{say('결제한 횟수', 'Paid so far')}</dt>
          <dd>{say(`${paidPeriods}번`, paidPeriods === 1 ? 'Once' : `${paidPeriods} times`)}</dd>
        </div>
      </dl>
      {steer.isError && (
        <p className="notice" data-tone="bad" role="alert">
          {say(
            '요청을 다 처리하지 못했어요. 지금 상태를 확인하고 다시 눌러 주세요.',
            'That was not carried out in full. Please look at where it stands and press again.',
          )}
        </p>
      )}
      <div className="membership-tools">
        {status !== 'cancelled' && (
          <button
            type="button"
            className="plain-button"
            onClick={() => press(status === 'paused' ? 'resume' : 'pause')}
          >
            {status === 'paused' ? say('다시 시작하기', 'Resume') : say('쉬어 가기', 'Pause')}
          </button>
        )}
        <AskTwice
          label={say('해지하기', 'End the membership')}
          question={
            charging || mayStillBeCharged
              ? say(
                  '지금 확인 중인 결제는 완료될 수 있고, 그 뒤로는 결제하지 않아요. 정말 해지할까요?',
                  'The charge that is being looked up may still be made; nothing after it. Do you really want to end it?',
                )
              : say(
                  '해지하면 더는 결제하지 않아요. 정말 해지할까요?',
                  'Nothing more will be charged. Do you really want to end it?',
                )
          }
          no={say('계속 이용하기', 'Keep it')}
          yes={say('정말 해지하기', 'End it')}
          onYes={() => press('cancel')}
        />
      </div>
    </section>
  )
}
