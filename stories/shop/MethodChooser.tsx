import { useId } from 'react'
import { useSay } from '../playground/Playground.js'

/** The four methods of PortOne's page of 2022. */
export type ShopMethod = 'card' | 'trans' | 'vbank' | 'phone'

/** Names and notes of the methods, in the toolbar's language. */
export function useMethods(): Record<ShopMethod, { name: string; note: string }> {
  const say = useSay()
  return {
    card: {
      name: say('신용·체크카드', 'Card'),
      note: say(
        '카드사와 할부 기간은 결제창에서 골라요. 할부는 50,000원부터 할 수 있어요.',
        'Choose the card company and installments in the payment window.',
      ),
    },
    trans: {
      name: say('계좌이체', 'Bank transfer'),
      note: say('은행 계좌에서 바로 결제돼요.', 'Paid from your bank account at once.'),
    },
    vbank: {
      name: say('가상계좌', 'Virtual account'),
      note: say(
        '발급된 계좌로 7일 안에 입금하면 주문이 확정돼요.',
        'Deposit within 7 days to the account you are given.',
      ),
    },
    phone: {
      name: say('휴대폰', 'Phone bill'),
      note: say('다음 달 휴대폰 요금과 함께 청구돼요.', 'Billed with your next phone bill.'),
    },
  }
}

/** How it is paid. */
export function MethodChooser({
  method,
  onMethod,
}: {
  method: ShopMethod
  onMethod: (method: ShopMethod) => void
}) {
  const say = useSay()
  const methods = useMethods()
  const name = useId()
  return (
    <section className="shop-card">
      <fieldset>
        <legend>{say('결제 수단', 'Payment method')}</legend>
        <div className="methods">
          {(Object.keys(methods) as ShopMethod[]).map((each) => (
            <label className="shop-method" key={each}>
              <input type="radio" name={name} checked={method === each} onChange={() => onMethod(each)} />
              {methods[each].name}
            </label>
          ))}
        </div>
      </fieldset>
      <p className="soft method-note">{methods[method].note}</p>
    </section>
  )
}
