import { useId } from 'react'
import type { Delivery } from '../../shop/order.types.js'
import { useSpeech } from '../language.js'
import { TextField } from './TextField.js'

/** Who buys, and where it goes. The browser may fill it all in. */
export function DeliveryFields({
  delivery,
  wrong,
  onDelivery,
}: {
  delivery: Delivery
  /** Fields to complain about. */
  wrong: readonly (keyof Delivery)[]
  onDelivery: (delivery: Delivery) => void
}) {
  const { say } = useSpeech()
  const memoId = useId()
  const mistakes: Partial<Record<keyof Delivery, string>> = {
    name: say('이름을 16자 이내로 적어 주세요.', 'Please give a name of at most 16 characters.'),
    tel: say('휴대폰 번호를 확인해 주세요.', 'Please check the number.'),
    email: say('이메일 주소를 확인해 주세요.', 'Please check the email address.'),
    postcode: say('우편번호 다섯 자리를 확인해 주세요.', 'Please check the five-digit postcode.'),
    address: say('주소를 128자 이내로 적어 주세요.', 'Please give an address of at most 128 characters.'),
  }
  const missing: Partial<Record<keyof Delivery, string>> = {
    name: say('이름을 입력해 주세요.', 'Please give a name.'),
    tel: say('휴대폰 번호를 입력해 주세요.', 'Please give a mobile number.'),
    postcode: say('우편번호를 입력해 주세요.', 'Please give a postcode.'),
    address: say('주소를 입력해 주세요.', 'Please give an address.'),
  }
  const field = (name: keyof Delivery) => ({
    name,
    value: delivery[name],
    mistake: wrong.includes(name) && (delivery[name].trim() ? mistakes[name] : missing[name]),
    onText: (text: string) => onDelivery({ ...delivery, [name]: text }),
  })
  const memos = [
    '문 앞에 놓아 주세요',
    '경비실에 맡겨 주세요',
    '도착 전에 연락해 주세요',
    '직접 받을게요',
  ] as const
  const inEnglish = [
    'Leave it at the door',
    'Leave it with the guard',
    'Call before arriving',
    'I will take it myself',
  ]
  return (
    <section className="card" aria-labelledby="delivery-title">
      <h2 id="delivery-title">{say('주문자와 배송지', 'You and your address')}</h2>
      <div className="fields">
        <TextField
          {...field('name')}
          label={say('이름', 'Name')}
          autoComplete="name"
          maxLength={16}
          aria-required
        />
        <TextField
          {...field('tel')}
          label={say('휴대폰 번호', 'Mobile number')}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          maxLength={20}
          aria-required
        />
        <TextField
          {...field('email')}
          label={say('이메일 (선택)', 'Email (optional)')}
          type="email"
          autoComplete="email"
          maxLength={64}
        />
        <TextField
          {...field('postcode')}
          label={say('우편번호', 'Postcode')}
          inputMode="numeric"
          autoComplete="postal-code"
          maxLength={8}
          aria-required
        />
        <div className="wide">
          <TextField
            {...field('address')}
            label={say('주소', 'Address')}
            autoComplete="street-address"
            maxLength={128}
            aria-required
          />
        </div>
        <div className="field wide">
          <label htmlFor={memoId}>{say('배송 메모', 'Delivery note')}</label>
          <select
            id={memoId}
            value={delivery.memo}
            onChange={({ target }) => onDelivery({ ...delivery, memo: target.value })}
          >
            <option value="">{say('없음', 'None')}</option>
            {memos.map((memo, index) => (
              <option key={memo} value={memo}>
                {say(memo, inEnglish[index] ?? memo)}
              </option>
            ))}
          </select>
        </div>
      </div>
    </section>
  )
}
