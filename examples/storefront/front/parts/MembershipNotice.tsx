import type { MembershipView } from '../../shop/membership.types.js'
import { useSpeech } from '../language.js'
import { printKst } from '../printKst.js'
import { StillCharged } from './StillCharged.js'

/** What is not as it should be, and what the member can do. */
export function MembershipNotice({
  membership: { status, declined, nextChargeAt, charging, mayStillBeCharged },
  reason,
  onRetry,
  onReplace,
  busy,
}: {
  membership: MembershipView
  /** The card company's words about the last try. */
  reason: string | null
  onRetry: () => void
  onReplace: () => void
  busy: boolean
}) {
  const { language, say } = useSpeech()
  if (charging) {
    return (
      <p className="notice" role="status">
        {say(
          '결제를 확인하고 있어요. 아무것도 누르지 않아도 돼요.',
          'The charge is being looked up. There is nothing for you to do.',
        )}
      </p>
    )
  }
  if (mayStillBeCharged) return <StillCharged ended={false} />
  if (status === 'paused') {
    return (
      <p className="notice">
        {say(
          '쉬는 동안에는 결제하지 않고 차도 보내지 않아요. 다시 시작하면 돌아오는 결제일부터 이어져요.',
          'While it rests nothing is charged or sent. Once resumed it goes on from the next date.',
        )}
      </p>
    )
  }
  const isPastDue = status === 'past-due'
  if (!isPastDue && declined === 0) return null
  return (
    <div className="notice" data-tone="bad" role="alert">
      <p>
        {isPastDue
          ? say(
              `결제를 ${declined}번 시도했지만 승인되지 않아 멈췄어요. 카드를 바꾸면 바로 이어져요. 한도를 확인했다면 다시 결제해 주세요.`,
              `${declined} tries were declined, and it has stopped. Change the card and it goes on at once; if you have looked after the limit, charge again.`,
            )
          : say(
              `카드사가 결제를 승인하지 않았어요. ${nextChargeAt ? `${printKst(nextChargeAt, language)}에 다시 결제해요. ` : ''}카드를 바꾸면 바로 결제해요.`,
              `The card was declined. ${nextChargeAt ? `It is tried again on ${printKst(nextChargeAt, language)}. ` : ''}Change the card and it is charged at once.`,
            )}
      </p>
      {reason && (
        <p>
          {say('카드사 안내', 'The card company says')}: <span lang="ko">{reason}</span>
        </p>
      )}
      <div className="membership-tools">
        <button type="button" className="main-button" onClick={onReplace}>
          {say('다른 카드로 바꾸기', 'Change the card')}
        </button>
        <button type="button" className="plain-button" aria-busy={busy || undefined} onClick={onRetry}>
          {say('지금 다시 결제하기', 'Charge again now')}
        </button>
      </div>
    </div>
  )
}
