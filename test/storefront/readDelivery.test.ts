import { OrderRefused } from 'react-toss-checkout/server'
import { expect, it } from 'vitest'
import { readDelivery } from '../../examples/storefront/server/readDelivery.js'
import { readRefundRequest } from '../../examples/storefront/server/readRefundRequest.js'

const delivery = {
  name: '김다도',
  tel: '010-1234-5678',
  email: '',
  postcode: '04783',
  address: '서울시 성동구',
  memo: '문 앞에\n놓아 주세요 📦',
}

it('배송 정보를 다듬어 받는다', () => {
  expect(readDelivery(delivery)).toEqual({ ...delivery, tel: '01012345678' })
})

it.each([
  ['name', '김\u0000다도', '받는 분 이름'],
  ['address', '서울 \ud83d', '주소'],
  ['address', '\udce6서울', '주소'],
  ['memo', '문 앞\u0000', '배송 메모'],
  ['memo', '📦'.slice(0, 1), '배송 메모'],
  ['email', 'a\u0000@b.co', '이메일'],
] as const)('데이터베이스가 담지 못하는 글자는 %s 칸을 짚어 고치게 한다', (field, text, label) => {
  let thrown: unknown
  try {
    readDelivery({ ...delivery, [field]: text })
  } catch (refused) {
    thrown = refused
  }
  expect(thrown).toBeInstanceOf(OrderRefused)
  expect(thrown).toMatchObject({
    code: 'INVALID_DELIVERY',
    message: expect.stringContaining(`delivery.${field}`),
    buyerMessage: expect.stringContaining(label),
  })
})

it('상품 번호일 수 없는 것의 환불은 받지 않는다', () => {
  expect(readRefundRequest({ counts: { 'celadon-bowl': 1 } }).counts).toEqual({ 'celadon-bowl': 1 })
  for (const id of ['', '\u0000', '\ud83d'])
    expect(() => readRefundRequest({ counts: { [id]: 1 } })).toThrow('환불할 상품을 골라 주세요.')
})
