import { useId } from 'react'
import { banks } from '../banks.js'
import { useSpeech } from '../language.js'
import type { RefundAccount } from '../refundAccount.js'
import { TextField } from './TextField.js'

/** Bank, number and holder of the account that the money goes to. */
export function RefundAccountFields({
  account,
  wrong,
  onAccount,
}: {
  account: RefundAccount
  /** Fields to complain about. */
  wrong: readonly (keyof RefundAccount)[]
  onAccount: (account: RefundAccount) => void
}) {
  const { say, sayWords } = useSpeech()
  const bankId = useId()
  const bankMissing = wrong.includes('bank')
  return (
    <fieldset className="refund-account">
      <legend>{say('환불받을 계좌', 'Account for the refund')}</legend>
      <div className="fields">
        <div className="field">
          <label htmlFor={bankId}>{say('은행', 'Bank')}</label>
          <select
            id={bankId}
            aria-required
            aria-invalid={bankMissing || undefined}
            aria-describedby={bankMissing ? `${bankId}mistake` : undefined}
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
          {bankMissing && (
            <p className="mistake" id={`${bankId}mistake`}>
              {say('은행을 골라 주세요.', 'Please choose a bank.')}
            </p>
          )}
        </div>
        <TextField
          label={say('계좌번호', 'Account number')}
          inputMode="numeric"
          autoComplete="off"
          aria-required
          maxLength={24}
          value={account.account}
          mistake={
            wrong.includes('account') &&
            (account.account.trim()
              ? say('계좌번호를 확인해 주세요.', 'Please check the account number.')
              : say('계좌번호를 입력해 주세요.', 'Please give the account number.'))
          }
          onText={(text) => onAccount({ ...account, account: text })}
        />
        <TextField
          label={say('예금주', 'Account holder')}
          autoComplete="name"
          aria-required
          maxLength={16}
          value={account.holder}
          mistake={
            wrong.includes('holder') && say('예금주를 입력해 주세요.', 'Please give the account holder.')
          }
          onText={(holder) => onAccount({ ...account, holder })}
        />
      </div>
    </fieldset>
  )
}
