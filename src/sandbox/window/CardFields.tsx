import { type ReactElement, useState } from 'react'
import type { WindowOffer } from '../sandbox.types.js'
import { ChipGroup } from './ChipGroup.js'
import { printAmount } from './printAmount.js'
import { wording } from './wording.js'

/** Card company and installment months, or what `card.direct` fixed already. */
export function CardFields({ offer }: { offer: WindowOffer }): ReactElement {
  const { language, direct, months, amount, currency } = offer
  const t = wording[language]
  const [company, setCompany] = useState<string>()
  const nameOf = (card: { nameKo: string; nameEn: string }) => (language === 'ko' ? card.nameKo : card.nameEn)

  /** The share is rounded up: no month is larger than the one shown. */
  const describe = (count: number, code: string | undefined) => {
    if (count < 2) return t.lumpSum
    const text = t.months(count, printAmount(Math.ceil(amount / count), currency, language))
    return code && count <= (offer.interestFree[code] ?? 0) ? `${text} (${t.free})` : text
  }

  if (direct) {
    return (
      <section className="group">
        <dl className="facts">
          <dt>{t.company}</dt>
          <dd>{nameOf(direct)}</dd>
          <dt>{t.installment}</dt>
          <dd>{describe(direct.quota, direct.code)}</dd>
        </dl>
        <p className="hint">{t.directNote}</p>
      </section>
    )
  }
  return (
    <>
      <ChipGroup
        legend={t.company}
        name="cardCode"
        field="company"
        choices={offer.cardCompanies.map((card) => ({ value: card.code, label: nameOf(card) }))}
        onChoose={setCompany}
      />
      <div className="group">
        <label className="label" htmlFor="quota">
          {t.installment}
        </label>
        <select id="quota" name="quota">
          {months.map((count) => (
            <option key={count} value={count}>
              {describe(count, company)}
            </option>
          ))}
        </select>
        {months.every((count) => count < 2) && (
          <p className="hint">{currency === 'KRW' && amount < 50_000 ? t.under50000 : t.lumpSumOnly}</p>
        )}
      </div>
    </>
  )
}
