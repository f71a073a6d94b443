import { OrderRefused } from 'react-toss-checkout/server'
import type { Delivery } from '../shop/order.types.js'

/** What the gateway stores at most (PortOne V1 docs), and a phone number as Toss takes it: digits only. */
const fields = {
  name: { label: '받는 분 이름', most: 16, form: /\S/, says: '받는 분 이름을 16자 이내로 적어 주세요.' },
  tel: { label: '휴대폰 번호', most: 16, form: /^0\d{8,11}$/, says: '휴대폰 번호를 확인해 주세요.' },
  email: {
    label: '이메일 주소',
    most: 64,
    form: /^$|^[^\s@]+@[^\s@]+\.[^\s@]+$/,
    says: '이메일 주소를 확인해 주세요.',
  },
  postcode: { label: '우편번호', most: 8, form: /^[\d-]{5,8}$/, says: '우편번호 다섯 자리를 적어 주세요.' },
  address: { label: '주소', most: 128, form: /\S/, says: '주소를 128자 이내로 적어 주세요.' },
  memo: { label: '배송 메모', most: 100, form: /^/, says: '배송 메모는 100자까지 적을 수 있어요.' },
} as const

/** No database keeps a NUL or half of a character (a pair of surrogates cut in two). */
const unkept = /\p{Cs}/u

/** @throws OrderRefused `INVALID_DELIVERY` with the sentence of the first field that does not fit */
export function readDelivery(value: unknown): Delivery {
  const given = (value ?? {}) as Record<string, unknown>
  const read = (field: keyof typeof fields): string => {
    const { label, most, form, says } = fields[field]
    const value = given[field] ?? ''
    const text = typeof value === 'string' ? value.trim() : ''
    if (text.includes('\0') || unkept.test(text)) {
      const buyerMessage = `${label}에 쓸 수 없는 글자가 있어요. 지우고 다시 적어 주세요.`
      throw new OrderRefused(
        'INVALID_DELIVERY',
        `delivery.${field} holds what no database keeps`,
        buyerMessage,
      )
    }
    const tidy = field === 'tel' ? text.replace(/[\s.-]/g, '') : text
    if (tidy.length > most || !form.test(tidy))
      throw new OrderRefused('INVALID_DELIVERY', `delivery.${field} does not fit`, says)
    return tidy
  }
  return {
    name: read('name'),
    tel: read('tel'),
    email: read('email'),
    postcode: read('postcode'),
    address: read('address'),
    memo: read('memo'),
  }
}
