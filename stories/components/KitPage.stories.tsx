import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor } from 'storybook/test'
import { payByCard, paymentWindow, press } from '../playground/inWindow.js'
import { sayIn } from '../playground/sayIn.js'
import { KitPage, KitPhone } from './KitPage.js'

/**
 * 키트의 컴포넌트만으로 만든 주문서예요. 결제 수단, 카드사, 할부를 고르고 결제하면 결과까지 이어져요. 카드사와 할부는
 * `useCardDirect`로 묶어서 그 카드사의 창을 바로 열어요.
 *
 * A page of the kit's components alone, on the sandbox.
 */
const meta = {
  id: 'components-page',
  title: '컴포넌트/한 화면으로',
  component: KitPage,
} satisfies Meta<typeof KitPage>

export default meta
type Story = StoryObj<typeof meta>

const played = { module: 'tosspayments' }
const patient = { timeout: 12_000 }

/** 눌러 보세요. */
export const Page: Story = { name: '주문서' }

/** 휴대폰에서는 결제창이 이 페이지를 떠났다가 결과를 들고 돌아와요. */
export const OnPhone: Story = {
  name: '휴대폰에서',
  tags: ['!autodocs'],
  globals: { viewport: { value: 'phone' } },
  render: () => <KitPhone />,
}

/** 키보드만으로 현대카드 3개월을 골라 결제해요. */
export const ByKeyboard: Story = {
  name: '키보드로 결제',
  globals: played,
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    await userEvent.tab()
    await expect(canvas.getByRole('radio', { name: say('신용·체크카드', 'Card') })).toHaveFocus()
    await userEvent.tab()
    await userEvent.keyboard(say('ㅎㄷ', 'hyun'))
    await userEvent.tab()
    await userEvent.keyboard(' ')
    await expect(canvas.getByRole('radio', { name: say('현대카드', 'Hyundai Card') })).toBeChecked()
    await userEvent.tab()
    const months = canvas.getByRole('combobox', { name: say('할부 기간', 'Installments') })
    await expect(months).toHaveFocus()
    await userEvent.selectOptions(months, '3')
    await userEvent.tab()
    const pay = canvas.getByRole('button', { name: say('55,000원 결제하기', 'Pay ₩55,000') })
    await expect(pay).toHaveFocus()
    await waitFor(() => expect(window.IMP).toBeTruthy())
    await userEvent.keyboard('{Enter}')
    const inside = await paymentWindow()
    await expect(inside.getByText(say('현대카드', 'Hyundai Card'))).toBeVisible()
    await userEvent.click(inside.getByRole('checkbox', { name: say('전체 동의', 'Agree to all') }))
    await userEvent.click(inside.getByRole('button', { name: say(/결제하기$/, /^Pay /) }))
    const title = await canvas.findByRole(
      'heading',
      { name: say('결제가 완료됐어요', 'Payment complete') },
      patient,
    )
    await expect(title).toHaveFocus()
    for (const [label, value] of [
      [say('결제 금액', 'Amount paid'), say('55,000원', '₩55,000')],
      [say('카드', 'Card'), say(/^현대카드/, /^Hyundai Card/)],
      [say('할부', 'Installments'), say('3개월', '3 months')],
      [say('승인번호', 'Approval number'), /^\d+$/],
      [say('주문번호', 'Order number'), /^order-/],
    ] as const) {
      await expect(canvas.getByText(label).nextElementSibling).toHaveTextContent(value)
    }
    await userEvent.click(
      canvas.getByRole('button', { name: say('5,000원 환불한 것으로 하기', 'Pretend a refund of ₩5,000') }),
    )
    await canvas.findByRole('heading', { name: say('5,000원 환불했어요', '₩5,000 was refunded') }, patient)
    await expect(
      canvas.getByText(say('남은 결제 금액', 'Remaining charge')).nextElementSibling,
    ).toHaveTextContent(say('50,000원', '₩50,000'))
  },
}

/** 가상계좌를 발급받고, 입금되면 화면이 저절로 바뀌어요. */
export const Deposit: Story = {
  name: '가상계좌와 입금',
  globals: played,
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    await userEvent.click(canvas.getByText(say('가상계좌', 'Virtual account')))
    await press(canvas.getByRole('button', { name: say('가상계좌 발급받기', 'Get an account number') }))
    const inside = await paymentWindow()
    await userEvent.click(inside.getByRole('radio', { name: say('신한은행', 'Shinhan Bank') }))
    await userEvent.click(inside.getByRole('checkbox', { name: say('전체 동의', 'Agree to all') }))
    await userEvent.click(inside.getByRole('button', { name: say('55,000원 결제하기', 'Pay ₩55,000') }))
    await userEvent.click(await inside.findByRole('button', { name: say('확인', 'OK') }))
    await canvas.findByRole(
      'heading',
      { name: say('계좌로 입금해 주세요', 'Please send your deposit') },
      patient,
    )
    await expect(canvas.getByText(say('은행', 'Bank')).nextElementSibling).toHaveTextContent(
      say('신한은행', 'Shinhan Bank'),
    )
    await expect(canvas.getByText(say(/남았어요$/, /left$/))).toBeVisible()
    await userEvent.click(
      canvas.getByRole('button', { name: say('입금한 것으로 하기', 'Pretend the deposit') }),
    )
    const title = await canvas.findByRole(
      'heading',
      { name: say('결제가 완료됐어요', 'Payment complete') },
      patient,
    )
    await expect(title).toBeVisible()
  },
}

/** 그만두면 돈이 나가지 않았다고 말하고, 다시 결제할 수 있어요. */
export const DismissedThenPaid: Story = {
  name: '그만뒀다가 다시',
  globals: played,
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    await press(canvas.getByRole('button', { name: say('55,000원 결제하기', 'Pay ₩55,000') }))
    await userEvent.click((await paymentWindow()).getByRole('button', { name: say('취소', 'Cancel') }))
    await canvas.findByRole('heading', { name: say('결제를 그만뒀어요', 'You left the payment') }, patient)
    await expect(
      canvas.getByText(say(/원할 때 다시 결제할 수 있어요/, /You can pay whenever you like/)),
    ).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: say('다시 결제하기', 'Try again') }))
    await press(await canvas.findByRole('button', { name: say('55,000원 결제하기', 'Pay ₩55,000') }))
    // What the page promised without a company, its window keeps.
    const inside = await paymentWindow()
    await userEvent.click(inside.getByRole('radio', { name: say('신한카드', 'Shinhan Card') }))
    const months = inside.getByRole('combobox', { name: say('할부 기간', 'Installments') })
    const offered = [...(months as HTMLSelectElement).options]
    await expect(offered.map(({ value }) => value)).toEqual(['0', '2', '3', '4', '5', '6'])
    const free = offered.filter(({ text }) => text.includes(say('무이자', 'interest-free')))
    await expect(free.map(({ value }) => value)).toEqual(['2', '3'])
    await payByCard(say, say('신한카드', 'Shinhan Card'), '0')
    await canvas.findByRole('heading', { name: say('결제가 완료됐어요', 'Payment complete') }, patient)
  },
}

/** 서버가 대답하지 않으면 모른다고 말하고, 다시 결제하라고 하지 않아요. */
export const Unknown: Story = {
  name: '결과를 모를 때',
  globals: played,
  args: { faults: ['confirm-down'] },
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    await press(canvas.getByRole('button', { name: say('55,000원 결제하기', 'Pay ₩55,000') }))
    await payByCard(say, say('신한카드', 'Shinhan Card'), '0')
    await canvas.findByRole(
      'heading',
      { name: say('결제됐는지 아직 확인하지 못했어요', 'We could not confirm your payment yet') },
      { timeout: 20_000 },
    )
    await expect(canvas.getByText(say('주문번호', 'Order number')).nextElementSibling).toHaveTextContent(
      /^order-/,
    )
    await expect(canvas.queryByRole('button', { name: say(/결제하기$/, /^Pay /) })).toBeNull()
    await userEvent.click(
      canvas.getByRole('button', { name: say('서버를 다시 켜기', 'Bring the server back') }),
    )
    await userEvent.click(
      canvas.getByRole('button', { name: say('결제 결과 다시 확인하기', 'Check the result again') }),
    )
    const title = await canvas.findByRole(
      'heading',
      { name: say('결제가 완료됐어요', 'Payment complete') },
      patient,
    )
    await expect(title).toHaveFocus()
  },
}
