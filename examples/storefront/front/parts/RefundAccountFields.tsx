import { useId } from 'react'
import { banks } from '../banks.js'
import { useSpeech } from '../language.js'
import { TextField } from './TextField.js'

export interface RefundAccount {
  bank: string
  account: string
  holder: string
}

export const noAccount: RefundAccount = { bank: '', account: '', holder: '' }

/** Where the money of a virtual account goes: a bank transfer has no card to go back to. */
export function RefundAccountFields({
  account,
  onAccount,
}: {
  account: RefundAccount
  onAccount: (account: RefundAccount) => void
}) {
  const { say, sayWords } = useSpeech()
  const bankId = useId()
  return (
    <fieldset className="refund-account">
      <legend>{say('환불받을 계좌', 'Account for the refund')}</legend>
      <div className="fields">
        <div className="field">
          <label htmlFor={bankId}>{say('은행', 'Bank')}</label>
          <select
            id={bankId}
            required
            value={account.bank}
            onChange={({ target }) => onAccount({ ...account, bank: target.value })}
          >
            <option value="">{say('골라 주세요', 'Please choose')}</option>
            {banks.map(({ code, name }) => (
              <option key={code} value={code}>
                {sayWords(name)}
              </option>
            ))}
          </select>
        </div>
        <TextField
          label={say('계좌번호', 'Account number')}
          inputMode="numeric"
          autoComplete="off"
          required
          maxLength={24}
          pattern="[0-9\- ]{6,24}"
          value={account.account}
          onText={(text) => onAccount({ ...account, account: text })}
        />
        <TextField
          label={say('예금주', 'Account holder')}
          autoComplete="name"
          required
          maxLength={16}
          value={account.holder}
          onText={(holder) => onAccount({ ...account, holder })}
        />
      </div>
    </fieldset>
  )
}
