import type { Meta, StoryObj } from '@storybook/react-vite'
import { type PayMethod, PaymentMethodSelect } from 'react-toss-checkout'
import { expect, userEvent } from 'storybook/test'
import { sayIn } from '../playground/sayIn.js'
import { KnownRecords } from './KnownRecords.js'
import { Matrix, type MatrixState } from './Matrix.js'

/**
 * 상점이 받고 모듈이 여는 결제 수단만 나와요. 간편결제는 계약이 있어야 하고 신모듈에서만 열려서, 구모듈로 바꾸면 빠져요.
 *
 * What merchant and module allow. Easy pay leaves the list when the toolbar says uplus.
 */
const meta = {
  id: 'components-payment-method-select',
  title: '컴포넌트/결제 수단',
  component: PaymentMethodSelect,
  decorators: [
    (Story) => (
      <KnownRecords>
        <Story />
      </KnownRecords>
    ),
  ],
  render: (args) => (
    <div className="kit-page">
      <PaymentMethodSelect {...args} />
    </div>
  ),
} satisfies Meta<typeof PaymentMethodSelect>

export default meta
type Story = StoryObj<typeof meta>

const many: PayMethod[] = [
  'card',
  'trans',
  'vbank',
  'phone',
  'kakaopay',
  'naverpay',
  'tosspay',
  'payco',
  'samsungpay',
  'applepay',
  'lpay',
  'ssgpay',
  'cultureland',
  'smartculture',
  'booknlife',
]

const states: MatrixState[] = [
  { title: ['정하지 않았을 때', 'Nothing named'], code: 'card', shows: () => <PaymentMethodSelect /> },
  {
    title: ['가상계좌를 고른 뒤', 'Virtual account chosen'],
    code: 'vbank',
    shows: () => <PaymentMethodSelect defaultValue="vbank" />,
  },
  {
    title: ['목록', 'List'],
    code: 'appearance="list"',
    shows: () => (
      <PaymentMethodSelect
        methods={['card', 'trans', 'vbank', 'phone']}
        appearance="list"
        defaultValue="phone"
      />
    ),
  },
  {
    title: ['고를 수 없을 때', 'Not available'],
    code: 'disabled',
    shows: () => <PaymentMethodSelect disabled />,
  },
  {
    title: ['계약한 것 모두', 'Everything under contract'],
    code: 'methods={[…]}',
    wide: true,
    shows: () => <PaymentMethodSelect methods={many} defaultValue="trans" />,
  },
  {
    title: ['모듈이 여는 것이 없을 때', 'Nothing that the module opens'],
    code: 'uplus · ["kakaopay"]',
    shows: () => <PaymentMethodSelect methods={['kakaopay']} module="uplus" />,
  },
  {
    title: ['가장 긴 글', 'The longest text'],
    code: 'label, slots.hint',
    shows: () => (
      <PaymentMethodSelect
        methods={['smartculture', 'samsungpay']}
        label="이 주문에서 쓸 수 있는 결제 수단을 하나 골라 주세요. 상품권은 나눠 낼 수 없어요."
        slots={{
          hint: () =>
            '상품권 잔액이 모자라면 결제되지 않아요. 잔액은 상품권을 산 곳의 앱이나 고객센터에서 먼저 확인해 주세요.',
        }}
      />
    ),
  },
]

/** 모든 상태를 모든 크기로, 두 화면에. */
export const Every: Story = {
  name: '한눈에 보기',
  render: () => <Matrix states={states} />,
}

/** 구모듈의 결제창은 간편결제를 열지 못해요. */
export const LegacyModule: Story = {
  name: '구모듈에는 없는 간편결제',
  globals: { module: 'uplus' },
  args: { methods: many },
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    await expect(canvas.queryByRole('radio', { name: say('카카오페이', 'KakaoPay') })).toBeNull()
    await expect(canvas.getAllByRole('radio')).toHaveLength(7)
    await userEvent.click(canvas.getByText(say('가상계좌', 'Virtual account')))
    await expect(canvas.getByRole('radio', { name: say('가상계좌', 'Virtual account') })).toBeChecked()
    await expect(
      canvas.getByText(say('발급받은 계좌로 기한 안에 입금하면 결제돼요.', /depositing before its deadline/)),
    ).toBeVisible()
  },
}
