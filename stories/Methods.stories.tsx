import type { Meta, StoryObj } from '@storybook/react-vite'
import type { PaymentOptions, TossCheckoutButtonProps } from 'react-toss-checkout'
import { PaymentDesk } from './desk/PaymentDesk.js'
import { paymentArgTypes } from './playground/paymentArgTypes.js'

type Args = Pick<TossCheckoutButtonProps, 'payMethod' | 'escrow' | 'digital' | 'vbankDue'> & {
  amount: number
  lead: [string, string]
}

/**
 * 포트원 2022년 문서의 네 가지 결제수단과 에스크로, 그리고 신모듈의 간편결제예요. 아래 컨트롤을 바꾸면 SDK에 넘기는 값도 바로
 * 바뀌어요.
 */
const meta = {
  id: 'methods',
  title: '옵션/결제수단',
  args: { amount: 55_000 },
  argTypes: {
    ...paymentArgTypes,
    amount: { control: { type: 'number', min: 0, step: 1_000 }, description: '`order.amount`, won' },
    lead: { table: { disable: true } },
  },
  parameters: { controls: { include: ['payMethod', 'escrow', 'digital', 'vbankDue', 'amount'] } },
  render: ({ amount, lead, ...options }) => (
    <PaymentDesk amount={amount} lead={lead} options={options as PaymentOptions} />
  ),
} satisfies Meta<Args>

export default meta
type Story = StoryObj<Args>

/** 신용·체크카드. 아무것도 정하지 않으면 카드예요. */
export const Card: Story = {
  name: '신용·체크카드',
  args: {
    payMethod: 'card',
    lead: [
      '결제창에서 카드사와 할부 기간을 골라요.',
      'The buyer chooses a card company and months in the window.',
    ],
  },
}

/** 실시간 계좌이체. 200원부터 결제할 수 있어요. */
export const Transfer: Story = {
  name: '실시간 계좌이체',
  args: {
    payMethod: 'trans',
    lead: ['은행을 고르면 바로 결제돼요.', 'Choose a bank and it is paid at once.'],
  },
}

/** 가상계좌. `awaiting-deposit`으로 끝나고, 돈이 들어오면 서버의 기록이 `paid`가 돼요. */
export const VirtualAccount: Story = {
  name: '가상계좌',
  args: {
    payMethod: 'vbank',
    lead: [
      '계좌가 발급되면 `awaiting-deposit`이에요. 아직 돈은 움직이지 않았어요.',
      'Ends as `awaiting-deposit`: an account, and no money yet.',
    ],
  },
}

/** 휴대폰 소액결제. `digital`을 정하지 않으면 타입 검사에서 걸려요. */
export const PhoneBill: Story = {
  name: '휴대폰 소액결제',
  args: {
    payMethod: 'phone',
    digital: false,
    lead: [
      '통신사와 번호를 넣어요. 샌드박스는 문자를 보내지 않아요.',
      'Carrier and number; the sandbox sends no text message.',
    ],
  },
}

/** 에스크로. 결제창의 상점 이름 옆에 표시가 붙어요. */
export const Escrow: Story = {
  name: '에스크로',
  args: {
    payMethod: 'card',
    escrow: true,
    lead: [
      '결제창에서 상점 이름 옆의 에스크로 표시를 확인해 보세요.',
      'Look for the escrow mark beside the shop name in the window.',
    ],
  },
}

/** 카카오페이. 신모듈에서만 열려요. 구모듈로 바꾸면 창을 열기 전에 `EASY_PAY_UNSUPPORTED`로 막아요. */
export const KakaoPay: Story = {
  name: '간편결제 (카카오페이)',
  args: {
    payMethod: 'kakaopay',
    lead: [
      '위 도구 막대에서 구모듈 uplus로 바꾼 뒤 눌러 보세요. 결제창을 열기 전에 이유를 알려 줘요.',
      'Switch the toolbar to uplus and press: refused before any window opens, with the reason.',
    ],
  },
  parameters: { controls: { include: ['amount'] } },
}
