import type { ReactElement } from 'react'
import type { WindowOffer } from '../sandbox.types.js'
import { CardEntryFields } from './CardEntryFields.js'
import { CardFields } from './CardFields.js'
import { CarrierFields } from './CarrierFields.js'
import { ChipGroup } from './ChipGroup.js'
import { printKst } from './printKst.js'
import type { Missing } from './readChoice.js'
import { wording } from './wording.js'

/** What one pay method asks of the buyer. */
export function MethodFields({
  offer,
  wrong,
}: {
  offer: WindowOffer
  /** The field that is to be corrected. */
  wrong: Missing | undefined
}): ReactElement {
  const { language, payMethod } = offer
  if (offer.registersCard) return <CardEntryFields language={language} wrong={wrong} />
  const t = wording[language]
  switch (payMethod) {
    case 'card':
      return <CardFields offer={offer} />
    case 'trans':
    case 'vbank':
      return (
        <>
          <ChipGroup
            legend={t.bank}
            name="bankCode"
            field="bank"
            choices={offer.banks.map(({ code, nameKo, nameEn }) => ({
              value: code,
              label: language === 'ko' ? nameKo : nameEn,
            }))}
          />
          {payMethod === 'vbank' && (
            <dl className="facts">
              <dt>{t.due}</dt>
              <dd>{printKst(offer.vbankDue, language)}</dd>
            </dl>
          )}
        </>
      )
    case 'phone':
      return <CarrierFields language={language} />
    default:
      return <p className="note">{t.otherNote(t.methods[payMethod] ?? payMethod)}</p>
  }
}
