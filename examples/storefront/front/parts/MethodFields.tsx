import { useId } from 'react'
import {
  CardCompanySelect,
  type CardDirectChoice,
  InstallmentSelect,
  PaymentMethodSelect,
} from 'react-toss-checkout'
import { useSpeech } from '../language.js'

/** How this shop is paid. */
export type ShopMethod = 'card' | 'trans' | 'vbank' | 'phone'

/** Card company and months: chosen in the gateway's window, or here, and the company's own window opens at once. */
export type CardWay = 'window' | 'direct'

/** Months this shop offers. */
export const cardQuota: readonly number[] = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

const methods: readonly ShopMethod[] = ['card', 'trans', 'vbank', 'phone']

/** The method, and for a card where company and months are chosen. */
export function MethodFields({
  method,
  onMethod,
  way,
  onWay,
  card,
  companyMissing,
}: {
  method: ShopMethod
  onMethod: (method: ShopMethod) => void
  way: CardWay
  onWay: (way: CardWay) => void
  card: CardDirectChoice
  /** The buyer pressed without choosing one. */
  companyMissing: boolean
}) {
  const { say } = useSpeech()
  const name = useId()
  const ways: Record<CardWay, string> = {
    window: say('결제창에서 고르기', 'Choose in the payment window'),
    direct: say('카드사를 지금 고르기', 'Choose the card now'),
  }
  return (
    <section className="card" id="method" aria-labelledby="method-title">
      <h2 id="method-title">{say('결제 수단', 'Payment method')}</h2>
      <PaymentMethodSelect
        label={null}
        methods={methods}
        value={method}
        onValueChange={(next) => onMethod(next as ShopMethod)}
      />
      {method === 'card' && (
        <fieldset className="ways">
          <legend>{say('카드사와 할부', 'Card company and installments')}</legend>
          {(Object.keys(ways) as CardWay[]).map((each) => (
            <label className="way" key={each}>
              <input type="radio" name={name} checked={way === each} onChange={() => onWay(each)} />
              {ways[each]}
            </label>
          ))}
        </fieldset>
      )}
      {method === 'card' && way === 'direct' && (
        <div className="direct">
          <div className="card-company">
            <h3>{say('카드사', 'Card company')}</h3>
            {companyMissing && (
              <p className="mistake" id="company-missing" role="alert">
                {say('카드사를 골라 주세요.', 'Please choose a card company.')}
              </p>
            )}
            <CardCompanySelect {...card.companyProps} id="card-company" label={null} appearance="grid" />
          </div>
          <InstallmentSelect {...card.installmentProps} />
        </div>
      )}
    </section>
  )
}
