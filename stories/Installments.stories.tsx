import type { Meta, StoryObj } from '@storybook/react-vite'
import type { PaymentOptions, TossCheckoutButtonProps } from 'react-toss-checkout'
import { MonthsCompared } from './desk/MonthsCompared.js'
import { PaymentDesk } from './desk/PaymentDesk.js'
import { paymentArgTypes } from './playground/paymentArgTypes.js'

type Args = Pick<TossCheckoutButtonProps, 'cardQuota' | 'onlyInstallment' | 'interestFreeMonths'> & {
  amount: number
  lead: [string, string]
}

/**
 * 할부 기간이에요. 같은 `cardQuota`를 두 모듈이 다르게 읽어요. 구모듈은 일시불과 적은 달만, 신모듈은 일시불부터 가장 긴
 * 달까지 모두 보여 줘요. `resolveInstallments`가 결제창에 나올 달을 미리 알려 주고, 아래에 두 모듈을 나란히 적었어요.
 */
const meta = {
  id: 'installments',
  title: '옵션/할부',
  args: { amount: 109_000 },
  argTypes: {
    ...paymentArgTypes,
    amount: {
      control: { type: 'range', min: 30_000, max: 300_000, step: 1_000 },
      description: '`order.amount`, won',
    },
    lead: { table: { disable: true } },
  },
  parameters: { controls: { include: ['cardQuota', 'onlyInstallment', 'interestFreeMonths', 'amount'] } },
  render: ({ amount, lead, ...options }) => (
    <PaymentDesk amount={amount} lead={lead} options={options as PaymentOptions}>
      {() => <MonthsCompared amount={amount} options={options} />}
    </PaymentDesk>
  ),
} satisfies Meta<Args>

export default meta
type Story = StoryObj<Args>

/** 일시불과 고른 달. 도구 막대에서 모듈을 바꿔 가며 결제창과 비교해 보세요. */
export const Months: Story = {
  name: '고른 달만',
  args: {
    cardQuota: [3, 5],
    lead: [
      '3개월과 5개월만 적었어요. 신모듈의 결제창에는 2개월과 4개월도 나와요.',
      'Only 3 and 5 are listed; the new module’s window also offers 2 and 4.',
    ],
  },
}

/** 포트원 2022년 문서의 예: `card_quota: [6]`. */
export const SixOnly: Story = {
  name: '6개월 하나 (포트원 2022년 문서)',
  args: {
    cardQuota: [6],
    lead: [
      '포트원 2022년 문서의 `card_quota: [6]`이에요. 두 모듈 모두 일시불은 남아 있어요.',
      '`card_quota: [6]`, as on PortOne’s page of 2022. The lump sum stays in both modules.',
    ],
  },
}

/** 빈 목록은 일시불만이라는 뜻이에요. */
export const LumpSumOnly: Story = {
  name: '일시불만 ([])',
  args: {
    cardQuota: [],
    lead: [
      '결제창에 할부가 나오지 않아요. 아무 목록도 주지 않은 것과는 달라요.',
      'No installments in the window. Not the same as giving no list at all.',
    ],
  },
}

/** 일시불을 감추고 할부만 보여 줘요. 신모듈에만 문서로 남아 있어요. */
export const InstallmentsOnly: Story = {
  name: '할부만 (onlyInstallment)',
  args: {
    cardQuota: [2, 3],
    onlyInstallment: true,
    lead: ['일시불이 목록에서 사라져요.', 'The lump sum is gone from the list.'],
  },
}

/** 5만 원보다 적으면 무엇을 적어도 일시불이에요. */
export const BelowMinimum: Story = {
  name: '49,000원 주문',
  args: {
    amount: 49_000,
    cardQuota: [2, 3, 6],
    lead: [
      '할부는 50,000원부터예요. 금액을 올려 보세요.',
      'Installments start at ₩50,000. Raise the amount to see them.',
    ],
  },
}

/** 상점이 이자를 내는 무이자 할부. 결제창의 신한카드 목록에 무이자라고 나와요. */
export const InterestFree: Story = {
  name: '무이자 할부',
  args: {
    cardQuota: [2, 3, 4, 5, 6],
    interestFreeMonths: { '366': 5 },
    lead: [
      '결제창에서 신한카드를 고르면 5개월까지 무이자예요. 구모듈에는 없는 기능이에요.',
      'Choose Shinhan in the window: interest-free through 5 months. The legacy module has no such thing.',
    ],
  },
}
