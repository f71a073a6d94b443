import { useSpeech } from '../language.js'

/** What has to be agreed to before a card is charged by itself. */
export function CardAgreement({
  id,
  words,
  agreed,
  missing,
  onAgree,
}: {
  /** Of the box: whoever presses too early is sent there. */
  id: string
  words: string
  agreed: boolean
  /** It was pressed without. */
  missing: boolean
  onAgree: (agreed: boolean) => void
}) {
  const { say } = useSpeech()
  return (
    <div className="agreement">
      <label className="choice">
        <input
          id={id}
          type="checkbox"
          checked={agreed}
          aria-invalid={missing || undefined}
          aria-describedby={missing ? `${id}missing` : undefined}
          onChange={({ target }) => onAgree(target.checked)}
        />
        <span>
          {words} ({say('필수', 'required')})
        </span>
      </label>
      {missing && (
        <p className="mistake" id={`${id}missing`} role="alert">
          {say('계속하려면 동의해 주세요.', 'Please agree to go on.')}
        </p>
      )}
    </div>
  )
}
