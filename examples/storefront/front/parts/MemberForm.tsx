import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { callShop } from '../api.js'
import { findWrong, keepDraft, readDraft } from '../delivery.js'
import { useSpeech } from '../language.js'
import { useRefusalWords } from '../refusalWords.js'
import { membershipKey } from '../useMembership.js'
import { DeliveryFields } from './DeliveryFields.js'

/** A name and an address make a member: it stands in for the sign-in of a real shop. */
export function MemberForm() {
  const { say } = useSpeech()
  const wordsOf = useRefusalWords()
  const client = useQueryClient()
  const [delivery, setDelivery] = useState(readDraft)
  const [checked, setChecked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const join = useMutation({
    mutationFn: () => callShop('/api/member', { method: 'POST', body: { delivery } }),
    onSettled: () => client.invalidateQueries({ queryKey: membershipKey }),
  })
  const wrong = findWrong(delivery)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (wrong.length > 0)
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
    else if (!join.isPending) join.mutate()
  }
  return (
    <form className="stack" onSubmit={send} noValidate ref={form}>
      <DeliveryFields
        delivery={delivery}
        wrong={checked ? wrong : []}
        onDelivery={(next) => {
          setDelivery(next)
          keepDraft(next)
        }}
      />
      {join.isError && (
        <p className="notice" data-tone="bad" role="alert">
          {wordsOf(join.error) ??
            say('회원으로 등록하지 못했어요. 다시 시도해 주세요.', 'That did not work. Please try again.')}
        </p>
      )}
      <button type="submit" className="main-button" aria-busy={join.isPending || undefined}>
        {say('회원으로 시작하기', 'Become a member')}
      </button>
      <p className="soft">
        {say(
          '아직 결제하지 않아요. 회원 정보는 이 브라우저에서만 볼 수 있어요.',
          'Nothing is charged yet. Your membership is seen in this browser only.',
        )}
      </p>
    </form>
  )
}
