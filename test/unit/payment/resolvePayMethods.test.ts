import { expect, it } from 'vitest'
import type { PayMethod } from '../../../src/payment/order.js'
import { resolvePayMethods } from '../../../src/payment/resolvePayMethods.js'

const easy: PayMethod[] = [
  'kakaopay',
  'naverpay',
  'payco',
  'lpay',
  'tosspay',
  'applepay',
  'samsungpay',
  'ssgpay',
]

it('정하지 않으면 계약 없이 쓰는 네 가지다', () => {
  for (const module of ['uplus', 'tosspayments'] as const)
    expect(resolvePayMethods(module)).toEqual(['card', 'trans', 'vbank'])
})

it('구모듈의 창에는 간편결제가 없고, 상품권은 있다', () => {
  expect(resolvePayMethods('uplus', [...easy, 'samsung', 'cultureland', 'card'])).toEqual([
    'cultureland',
    'card',
  ])
})

it('신모듈에서는 상점의 순서 그대로이고, 삼성페이는 이름 하나로 한 번만 나온다', () => {
  expect(resolvePayMethods('tosspayments', ['tosspay', 'samsung', 'card', 'samsungpay', 'card'])).toEqual([
    'tosspay',
    'samsungpay',
    'card',
  ])
  expect(resolvePayMethods('tosspayments', easy)).toEqual(easy)
})
