import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { PaymentDesk } from './desk/PaymentDesk.js'
import { payByCard, paymentWindow, press } from './playground/inWindow.js'
import { sayIn } from './playground/sayIn.js'
import { CheckoutPage } from './shop/CheckoutPage.js'

/** 보고만 있으면 결제가 저절로 진행돼요. 테스트도 이 스토리를 그대로 써요. */
const meta = {
  id: 'scenarios',
  title: '결제/자동 시연',
  tags: ['!autodocs'],
  globals: { module: 'tosspayments' },
} satisfies Meta

export default meta
type Story = StoryObj<typeof meta>

const patient = { timeout: 12_000 }

/** 신한카드 3개월로 55,000원을 결제하고, 서버가 읽은 기록을 확인해요. */
export const PaidByCard: Story = {
  name: '신한카드 3개월로 결제',
  render: () => <CheckoutPage />,
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    await userEvent.click(canvas.getByRole('checkbox', { name: say(/결제에 동의해요/, /agree to pay/) }))
    await press(canvas.getByRole('button', { name: say('55,000원 결제하기', 'Pay ₩55,000') }))
    await payByCard(say, say('신한카드', 'Shinhan Card'), '3')
    const title = await canvas.findByRole(
      'heading',
      { name: say('결제가 완료됐어요', 'Your order is paid') },
      patient,
    )
    await expect(title).toHaveFocus()
    const record = within(title.closest('section') as HTMLElement)
    for (const [label, value] of [
      [say('결제 금액', 'Amount'), say('55,000원', '₩55,000')],
      [say('결제 수단', 'Method'), say('신한카드', 'Shinhan Card')],
      [say('할부', 'Installments'), say('3개월', '3 months')],
      [say('승인번호', 'Approval number'), /^\d+$/],
      [say('주문번호', 'Order number'), /^order-/],
    ] as const) {
      await expect(record.getByText(label).nextElementSibling).toHaveTextContent(value)
    }
  },
}

/** 동의하지 않으면 결제창이 열리지 않아요. 상점의 onClick이 먼저예요. */
export const ConsentFirst: Story = {
  name: '동의가 먼저',
  render: () => <CheckoutPage />,
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    const pay = canvas.getByRole('button', { name: say('55,000원 결제하기', 'Pay ₩55,000') })
    await userEvent.click(pay)
    await expect(
      await canvas.findByText(say('결제하려면 동의해 주세요.', 'Please agree in order to pay.')),
    ).toBeVisible()
    await expect(canvas.getByRole('checkbox', { name: say(/결제에 동의해요/, /agree to pay/) })).toHaveFocus()
    await expect(pay).toHaveAttribute('data-state', 'idle')
  },
}

/** 그만뒀다가 다시 결제해요. 같은 주문번호로 다시 할 수 있어요. */
export const DismissedThenPaid: Story = {
  name: '그만뒀다가 다시 결제',
  render: () => <PaymentDesk request={false} />,
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    const pay = canvas.getByRole('button', { name: say('55,000원 결제하기', 'Pay ₩55,000') })
    await press(pay)
    const inside = await paymentWindow()
    await userEvent.click(inside.getByRole('button', { name: say('취소', 'Cancel') }))
    await waitFor(() => expect(pay).toHaveAttribute('data-state', 'dismissed'), patient)
    await expect(pay).toHaveAccessibleName(say('55,000원 결제하기', 'Pay ₩55,000'))
    await expect(pay).toHaveFocus()
    await userEvent.click(pay)
    await payByCard(say, say('현대카드', 'Hyundai Card'), '0')
    await waitFor(() => expect(pay).toHaveAttribute('data-state', 'paid'), patient)
    await expect(canvas.getByText(say('현대카드', 'Hyundai Card'))).toBeVisible()
  },
}

/** 카드사가 거절하면 돈이 나가지 않았다고 말하고, 다시 누를 수 있어요. */
export const Declined: Story = {
  name: '카드사가 거절',
  render: () => <PaymentDesk faults={['declined']} request={false} />,
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    await press(canvas.getByRole('button', { name: say('55,000원 결제하기', 'Pay ₩55,000') }))
    await payByCard(say, say('신한카드', 'Shinhan Card'), '0')
    const pay = await canvas.findByRole('button', { name: say('다시 결제하기', 'Try again') }, patient)
    await expect(pay).toHaveAttribute('data-state', 'failed')
    await expect(canvas.getByText('DECLINED')).toBeVisible()
    await expect(canvas.getAllByText(say(/결제된 금액은 없어요/, /Nothing was charged/))[0]).toBeVisible()
  },
}

/** 가상계좌를 발급받고 입금까지 해요. */
export const VirtualAccount: Story = {
  name: '가상계좌 발급과 입금',
  render: () => <CheckoutPage initialMethod="vbank" />,
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    await userEvent.click(canvas.getByRole('checkbox', { name: say(/결제에 동의해요/, /agree to pay/) }))
    await press(canvas.getByRole('button', { name: say('가상계좌 발급받기', 'Get an account number') }))
    const inside = await paymentWindow()
    await userEvent.click(inside.getByRole('radio', { name: say('신한은행', 'Shinhan Bank') }))
    await userEvent.click(inside.getByRole('checkbox', { name: say('전체 동의', 'Agree to all') }))
    await userEvent.click(inside.getByRole('button', { name: say('55,000원 결제하기', 'Pay ₩55,000') }))
    await userEvent.click(await inside.findByRole('button', { name: say('확인', 'OK') }))
    await canvas.findByRole(
      'heading',
      { name: say('입금을 기다리고 있어요', 'Waiting for your deposit') },
      patient,
    )
    await expect(canvas.getByText(say('계좌번호', 'Account number')).nextElementSibling).toHaveTextContent(
      /\d{6,}/,
    )
    await userEvent.click(canvas.getByRole('button', { name: say('입금한 것으로 하기', 'Make the deposit') }))
    await canvas.findByRole('heading', { name: say('결제가 완료됐어요', 'Your order is paid') }, patient)
  },
}

/** 금액이 바뀐 결제는 결제됐다고 말하지 않아요. */
export const AmountTampered: Story = {
  name: '금액이 바뀐 결제',
  render: () => <PaymentDesk faults={['amount-tampered']} request={false} />,
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    await press(canvas.getByRole('button', { name: say('55,000원 결제하기', 'Pay ₩55,000') }))
    await payByCard(say, say('신한카드', 'Shinhan Card'), '0')
    const button = await canvas.findByRole(
      'button',
      { name: say('결제 내용 다시 확인하기', 'Check this payment again') },
      patient,
    )
    await expect(button).toHaveAttribute('data-state', 'failed')
    await expect(canvas.getByText('AMOUNT_MISMATCH')).toBeVisible()
    await expect(canvas.getByText('error.charged').nextElementSibling).toHaveTextContent('yes')
    await expect(canvas.queryByText('onPaid()')).toBeNull()
  },
}
