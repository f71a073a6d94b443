import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { BillingKeyList, type BillingKeys, formatWon } from 'react-toss-checkout'
import type { MembershipView } from '../../shop/membership.types.js'
import { useSpeech } from '../language.js'
import { printKst } from '../printKst.js'
import { membershipKey } from '../useMembership.js'
import { CardPanel } from './CardPanel.js'

/** What has become of changing the card. */
type Change =
  | { step: 'idle' | 'changing' | 'refused' }
  /** `declined`: how many tries had been declined before, where the new card was to be charged at once. */
  | { step: 'done'; declined: number | null }
  /** Nobody could say whether all of it was done. Doing the same again is safe, and ends it. */
  | { step: 'unsure'; from: string; to: string }

/** The member's cards. Replacing one registers the new one first, and only then lets go of the old. */
export function MembershipCards({
  keys,
  membership,
  replacing,
  onReplacing,
}: {
  keys: BillingKeys
  /** Null when nothing is charged. */
  membership: MembershipView | null
  /** The panel for another card is open. */
  replacing: boolean
  onReplacing: (replacing: boolean) => void
}) {
  const { language, say } = useSpeech()
  const client = useQueryClient()
  const [change, setChange] = useState<Change>({ step: 'idle' })
  const list = useRef<HTMLElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const isReady = keys.state.status === 'ready'
  const isOwed =
    membership?.status === 'past-due' || (membership?.status === 'active' && membership.declined > 0)
  useEffect(() => {
    // On a phone it opens far below what was pressed.
    if (replacing && isReady) panel.current?.querySelector<HTMLElement>('input:checked')?.focus()
  }, [replacing, isReady])

  useEffect(() => {
    if (change.step === 'done') list.current?.focus()
  }, [change])

  const replace = async (from: string, to: string) => {
    setChange({ step: 'changing' })
    const declined = isOwed ? membership.declined : null
    const outcome = await keys.replace({ from, to })
    await client.invalidateQueries({ queryKey: membershipKey })
    if (outcome === 'done') {
      setChange({ step: 'done', declined })
      onReplacing(false)
    } else setChange(outcome === 'refused' ? { step: 'refused' } : { step: 'unsure', from, to })
  }
  const turnTo = (next: boolean) => {
    setChange({ step: 'idle' })
    onReplacing(next)
  }
  const isDeclinedToo =
    change.step === 'done' &&
    change.declined !== null &&
    !membership?.charging &&
    (membership?.declined ?? 0) > change.declined
  return (
    <>
      <BillingKeyList
        // What it said of a card in use is no longer so once the membership has ended.
        key={membership?.id ?? ''}
        className="card"
        ref={list}
        tabIndex={-1}
        keys={keys}
        onReplace={membership ? () => turnTo(true) : undefined}
        slots={{
          detail: ({ customerUid }) =>
            customerUid === membership?.customerUid
              ? membership.nextChargeAt
                ? say(
                    `다음 결제 ${printKst(membership.nextChargeAt, language)}`,
                    `Next charge ${printKst(membership.nextChargeAt, language)}`,
                  )
                : say('멤버십에 쓰는 카드', 'Used for the membership')
              : say('쓰지 않는 카드', 'Not in use'),
        }}
      />
      <p className="unseen" role="status">
        {change.step === 'done' && say('카드를 바꿨어요.', 'The card was changed.')}
      </p>
      {isDeclinedToo && (
        <p className="notice" data-tone="bad" role="alert">
          {say(
            '새 카드도 승인되지 않았어요. 결제된 금액은 없어요.',
            'The new card was declined too. Nothing was charged.',
          )}
        </p>
      )}
      {membership && replacing && isReady && (
        <div className="stack" ref={panel}>
          <CardPanel
            intent={{ replace: membership.customerUid }}
            keys={keys}
            except={membership.customerUid}
            label={say('이 카드로 바꾸기', 'Change to this card')}
            labelOnNewCard={
              isOwed
                ? say(
                    `새 카드 등록하고 ${formatWon(membership.amount)} 결제하기`,
                    `Register a card and pay ${formatWon(membership.amount, language)}`,
                  )
                : undefined
            }
            due={isOwed ? membership.amount : 0}
            note={
              isOwed
                ? say(
                    `바꾸면 승인되지 않은 ${formatWon(membership.amount)}을 새 카드로 바로 결제해요.`,
                    `The ${formatWon(membership.amount, language)} that was declined is charged to it at once.`,
                  )
                : say(
                    '지금 결제되는 금액은 없어요. 다음 결제부터 새 카드로 결제해요.',
                    'Nothing is charged now. From the next charge on it is this card.',
                  )
            }
            working={
              change.step === 'changing' ? say('카드를 바꾸고 있어요', 'Changing the card') : undefined
            }
            trouble={
              change.step === 'unsure' ? (
                <>
                  <p>
                    {say(
                      '새 카드는 등록됐지만 다 바꿨는지 확인하지 못했어요.',
                      'The new card is registered, but we could not tell whether it is fully changed.',
                    )}
                  </p>
                  <button
                    type="button"
                    className="plain-button"
                    onClick={() => replace(change.from, change.to)}
                  >
                    {say('이어서 바꾸기', 'Finish changing')}
                  </button>
                </>
              ) : change.step === 'refused' ? (
                say(
                  '이 카드로는 바꾸지 못했어요. 다른 카드를 골라 주세요.',
                  'It could not be changed to this card. Please choose another.',
                )
              ) : undefined
            }
            onCard={(to, intent) =>
              replace('replace' in intent ? intent.replace : membership.customerUid, to)
            }
          />
          <button type="button" className="quiet-button" onClick={() => turnTo(false)}>
            {say('바꾸지 않기', 'Keep the card')}
          </button>
        </div>
      )}
    </>
  )
}
