// @vitest-environment node
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import {
  CardCompanySelect,
  InstallmentSelect,
  PaymentMethodSelect,
  type PaymentRecord,
  PaymentResult,
  TossCheckoutProvider,
  VirtualAccountPanel,
} from '../../../src/index.js'

const paid: PaymentRecord = {
  impUid: 'imp_1',
  merchantUid: 'order-0001',
  status: 'paid',
  amount: 55_000,
  currency: 'KRW',
  payMethod: 'vbank',
}
const issued: PaymentRecord = {
  ...paid,
  status: 'ready',
  virtualAccount: {
    bankCode: '088',
    bankName: '신한은행',
    number: '56211023456789',
    holder: null,
    dueAt: Date.parse('2026-11-24T07:05:00Z') / 1000,
  },
}

it('window가 없는 서버에서도 그리고, 구매자의 시계가 있어야 아는 남은 시간은 쓰지 않는다', () => {
  expect(typeof window).toBe('undefined')
  const html = renderToString(
    <TossCheckoutProvider merchantCode="imp00000000" confirm={async () => null}>
      <PaymentMethodSelect />
      <CardCompanySelect />
      <InstallmentSelect amount={paid.amount} cardQuota={[2]} />
      <VirtualAccountPanel payment={issued} />
      <PaymentResult state={{ status: 'paid', merchantUid: paid.merchantUid, payment: paid }} />
    </TossCheckoutProvider>,
  )
  for (const said of [
    '신용·체크카드',
    '신한카드',
    '2개월 · 월 27,500원',
    '5621 1023 4567 89',
    '11월 24일(화) 16:05까지 (한국\u00a0시간)',
    '결제가 완료됐어요',
  ])
    expect(html).toContain(said)
  expect(html).not.toContain('남았어요')
})
