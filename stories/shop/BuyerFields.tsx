import type { Buyer } from 'react-toss-checkout'
import { useSay } from '../playground/Playground.js'

/** Who pays: goes to the gateway with the order. */
export function BuyerFields({ buyer, onBuyer }: { buyer: Buyer; onBuyer: (buyer: Buyer) => void }) {
  const say = useSay()
  const field = (name: 'name' | 'tel' | 'email', label: string, type: string, autoComplete: string) => (
    <label className="field">
      <span>{label}</span>
      <input
        type={type}
        autoComplete={autoComplete}
        value={buyer[name] ?? ''}
        onChange={({ target }) => onBuyer({ ...buyer, [name]: target.value })}
      />
    </label>
  )
  return (
    <section className="shop-card" aria-labelledby="buyer-title">
      <h2 id="buyer-title">{say('주문자', 'Your details')}</h2>
      <div className="field-pair">
        {field('name', say('이름', 'Name'), 'text', 'name')}
        {field('tel', say('휴대폰 번호', 'Mobile number'), 'tel', 'tel')}
      </div>
      {field('email', say('이메일', 'Email'), 'email', 'email')}
    </section>
  )
}
