// @vitest-environment node
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import {
  en,
  TossCheckoutButton,
  TossCheckoutProvider,
  type UsePaymentOptions,
  usePayment,
  usePaymentRedirect,
  usePaymentStatus,
} from '../../../src/index.js'

const provider = { merchantCode: 'imp00000000', confirm: async () => null }
const order = { merchantUid: 'order-0001', name: '겨울 니트', amount: 55_000 }

function Everything(options: UsePaymentOptions) {
  const states = [usePayment(options).state, usePaymentRedirect().state, usePaymentStatus('order-0001')]
  return <output>{states.map(({ status }) => status).join()}</output>
}

it('window가 없는 서버에서 가격이 적힌 버튼과 빈 알림 영역을 그린다', () => {
  expect(typeof window).toBe('undefined')
  const html = renderToString(
    <TossCheckoutProvider {...provider}>
      <TossCheckoutButton order={order} className="pay" />
      <Everything />
    </TossCheckoutProvider>,
  )
  expect(html).toContain('>55,000원 결제하기</button>')
  expect(html).toContain('<button type="button" class="pay" data-toss-checkout="" data-state="idle">')
  expect(html).toContain('<output>idle,idle,pending</output>')
  expect(html).toContain('<div role="status"></div><div role="alert"></div>')
})

it('영어는 messages={en}이면 첫 화면부터 영어다', () => {
  const html = renderToString(
    <TossCheckoutProvider {...provider} locale="en" messages={en}>
      <TossCheckoutButton order={order} />
    </TossCheckoutProvider>,
  )
  expect(html).toContain('>Pay ₩55,000</button>')
})

it('공급자 없이 쓰면 무엇을 둘러야 하는지 말한다', () => {
  expect(() => renderToString(<TossCheckoutButton order={order} />)).toThrow(/no TossCheckoutProvider above/)
})
