import type { ReactElement } from 'react'
import type { CallbackResponse } from '../../portone/iamport.types.js'
import type { WindowOffer } from '../sandbox.types.js'
import { groupAccount } from './groupAccount.js'
import { printAmount } from './printAmount.js'
import { printKst } from './printKst.js'
import { wording } from './wording.js'

/** Where to deposit and until when, shown before the window closes. */
export function VirtualAccountIssued({
  offer,
  response,
  onDone,
}: {
  /** Read again after the issue, so that it carries the account. */
  offer: WindowOffer
  /** The legacy SDK's callback names the account as well; the new one's does not. */
  response: CallbackResponse
  onDone: () => void
}): ReactElement {
  const { language, issued, amount, currency, banks } = offer
  const t = wording[language]
  const bank = banks.find(({ code }) => code === issued?.bankCode)
  const bankName = bank && (language === 'ko' ? bank.nameKo : bank.nameEn)
  return (
    <div className="issued">
      <div className="scroll">
        <p className="lead">{t.issuedText(printAmount(amount, currency, language))}</p>
        <dl className="facts">
          <dt>{t.bank}</dt>
          <dd>{bankName ?? String(response.vbank_name ?? t.accountUnknown)}</dd>
          <dt>{t.account}</dt>
          <dd className="number">
            {groupAccount(issued?.number ?? String(response.vbank_num ?? t.accountUnknown))}
          </dd>
          <dt>{t.toDeposit}</dt>
          <dd>{printAmount(amount, currency, language)}</dd>
          <dt>{t.due}</dt>
          <dd>{printKst(issued?.dueAt ?? offer.vbankDue, language)}</dd>
        </dl>
      </div>
      <footer className="actions">
        <button type="button" className="primary" onClick={onDone}>
          {t.done}
        </button>
      </footer>
    </div>
  )
}
