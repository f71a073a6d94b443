import type { Meta, StoryObj } from '@storybook/react-vite'
import { BillingKeyRegister } from 'react-toss-checkout'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { paymentWindow, press } from '../playground/inWindow.js'
import { type Say, sayIn } from '../playground/sayIn.js'
import { CardPage } from './CardPage.js'
import { FormStates } from './FormStates.js'
import { registerWith } from './inRegistration.js'
import { WindowStates } from './WindowStates.js'

/**
 * 정기결제에 쓸 카드를 등록해요(빌링키 발급). `method="window"`는 결제사의 등록창을 열고, `method="form"`은 상점의 카드 양식을
 * 상점 서버로 한 번 보내요. 등록할 때에는 아무것도 결제되지 않고, 서버가 키를 다시 읽은 뒤에만 등록됐다고 말해요.
 *
 * Registers a card for later charges, in the gateway's window or with the shop's own form. Nothing is charged by it.
 */
const meta = {
  id: 'billing-key-register',
  title: '구독/카드 등록',
  component: BillingKeyRegister,
  args: { method: 'window', order: { merchantUid: 'card-0001', name: '모과차 정기배송 카드 등록' } },
} satisfies Meta<typeof BillingKeyRegister>

export default meta
type Story = StoryObj<typeof meta>

const played = { tags: ['!autodocs'] }
const patient = { timeout: 12_000 }

/** 등록창을 여는 버튼의 모든 상태. */
export const WindowEvery: Story = { name: '한눈에 보기: 창', render: () => <WindowStates /> }

/** 카드 양식의 모든 상태. */
export const FormEvery: Story = { name: '한눈에 보기: 양식', render: () => <FormStates /> }

/** 눌러서 등록해 보세요. 시험 카드는 등록창의 개발자 도구에 있어요. */
export const ByWindow: Story = { name: '창으로 등록', render: () => <CardPage method="window" /> }

/** 적은 금액은 창에 보이기만 하고 결제되지 않아요. */
export const WithAmount: Story = {
  name: '금액을 보여 주는 창',
  render: () => <CardPage method="window" amount={3_000} />,
}

/** 시험 카드 1234-1234-1234-1234는 언제나 등록돼요. */
export const ByForm: Story = { name: '양식으로 등록', render: () => <CardPage method="form" /> }

/** 360px에서. */
export const ByFormNarrow: Story = {
  name: '양식으로 등록, 360px 화면',
  tags: ['!autodocs'],
  globals: { viewport: { value: 'phone' } },
  render: () => <CardPage method="form" />,
}

/** 창에서 등록하고, 등록한 카드로 결제해요. */
export const RegisteredInWindow: Story = {
  ...played,
  name: '시연: 창에서 등록하고 결제',
  render: () => <CardPage method="window" amount={3_000} />,
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    const button = canvas.getByRole('button', { name: say('카드 등록하기', 'Register a card') })
    await press(button)
    const inside = await paymentWindow()
    await expect(
      inside.getByText(say(/^이 창에서는 카드만 등록해요\./, /^This window only registers the card\./)),
    ).toBeVisible()
    await registerWith(say, /1234-1234-1234-1234/)
    await waitFor(() => expect(button).toHaveAttribute('data-state', 'registered'), patient)
    await expect(await canvas.findByText(/123412\*{6}1234/)).toBeVisible()
    await userEvent.click(
      canvas.getByRole('button', {
        name: say('이 카드로 3,000원 결제해 보기', 'Charge ₩3,000 to this card'),
      }),
    )
    await expect(await canvas.findByText(say('3,000원을 결제했어요.', '₩3,000 was charged.'))).toBeVisible()
  },
}

/** 정지된 카드는 등록되지 않아요. 다른 카드로 다시 할 수 있어요. */
export const DeclinedInWindow: Story = {
  ...played,
  name: '시연: 거절된 뒤 다른 카드로',
  render: () => <CardPage method="window" />,
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    await press(canvas.getByRole('button', { name: say('카드 등록하기', 'Register a card') }))
    await registerWith(say, /4000-0000-0000-9979/)
    const again = await canvas.findByRole('button', { name: say('다시 등록하기', 'Try again') }, patient)
    await expect(again).toHaveAttribute('data-state', 'failed')
    await press(again)
    await registerWith(say, /1234-1234-1234-1234/)
    await waitFor(() => expect(again).toHaveAttribute('data-state', 'registered'), patient)
  },
}

/** 그만두면 등록된 카드는 없고, 포커스는 버튼으로 돌아와요. */
export const DismissedInWindow: Story = {
  ...played,
  name: '시연: 그만두기',
  render: () => <CardPage method="window" />,
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    const button = canvas.getByRole('button', { name: say('카드 등록하기', 'Register a card') })
    await press(button)
    const inside = await paymentWindow()
    await userEvent.click(inside.getByRole('button', { name: say('취소', 'Cancel') }))
    await waitFor(() => expect(button).toHaveAttribute('data-state', 'dismissed'), patient)
    await expect(button).toHaveFocus()
    await expect(canvas.queryByText(say('등록한 카드', 'Registered card'))).toBeNull()
  },
}

/** 서버가 답하지 않으면 등록됐다고 말하지 않아요. 서버가 돌아오면 다시 물어봐요. */
export const UnconfirmedInWindow: Story = {
  ...played,
  name: '시연: 서버가 답하지 않음',
  render: () => <CardPage method="window" faults={['confirm-down']} />,
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    await press(canvas.getByRole('button', { name: say('카드 등록하기', 'Register a card') }))
    await registerWith(say, /1234-1234-1234-1234/)
    const again = await canvas.findByRole(
      'button',
      { name: say('등록 결과 다시 확인하기', 'Check the result again') },
      { timeout: 30_000 },
    )
    await expect(canvas.queryByText(say('등록한 카드', 'Registered card'))).toBeNull()
    await userEvent.click(
      canvas.getByRole('checkbox', { name: say('확인 서버가 응답하지 않음', 'Confirmation server is down') }),
    )
    await userEvent.click(again)
    await waitFor(() => expect(again).toHaveAttribute('data-state', 'registered'), patient)
  },
}

const type = async (say: Say, form: HTMLElement, values: readonly string[]) => {
  const labels = say(
    ['카드 번호', '유효기간', '생년월일', '비밀번호 앞 두 자리'],
    ['Card number', 'Expiry date', 'Date of birth', 'First two digits of the password'],
  )
  for (const [index, label] of labels.entries()) {
    const input = within(form).getByLabelText(label)
    await userEvent.clear(input)
    await userEvent.type(input, values[index] ?? '')
  }
}

/** 빠뜨린 것과 잘못 입력한 것을 한 번에 말하고 첫 칸으로 가요. */
export const FormProblems: Story = {
  ...played,
  name: '시연: 양식의 잘못',
  render: () => <CardPage method="form" />,
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    const form = canvas.getByRole('form', { name: say('카드 정보', 'Card details') })
    const send = canvas.getByRole('button', { name: say('카드 등록하기', 'Register the card') })
    await userEvent.click(send)
    for (const said of [
      say('카드 번호를 입력해 주세요.', 'Enter the card number.'),
      say('유효기간을 입력해 주세요.', 'Enter the expiry date.'),
      say('생년월일이나 사업자등록번호를 입력해 주세요.', 'Enter the date of birth or the business number.'),
      say('비밀번호 앞 두 자리를 입력해 주세요.', 'Enter the first two digits of the password.'),
      say('필수 약관에 동의해 주세요.', 'Please agree to the required terms.'),
    ]) {
      await expect(canvas.getByText(said)).toBeVisible()
    }
    await expect(canvas.getByLabelText(say('카드 번호', 'Card number'))).toHaveFocus()
    await userEvent.click(
      canvas.getByRole('checkbox', { name: say(/자동결제 이용약관/, /Automatic payment terms/) }),
    )
    await type(say, form, ['4242424242424241', '0920', '901332', '9'])
    await userEvent.click(send)
    for (const said of [
      say('카드 번호가 맞는지 확인해 주세요.', 'Check the card number.'),
      say('유효기간이 지난 카드예요. 다른 카드를 등록해 주세요.', /This card has expired/),
      say('생년월일이 맞는지 확인해 주세요.', 'Check the date of birth.'),
      say('비밀번호 앞 두 자리를 모두 입력해 주세요.', 'Enter both digits.'),
    ]) {
      await expect(canvas.getByText(said)).toBeVisible()
    }
    await expect(canvas.getByLabelText(say('카드 번호', 'Card number'))).toHaveFocus()
  },
}

/** 등록하면 칸 대신 어떤 카드인지 보이고, 다른 카드를 등록하려면 빈 칸이 돌아와요. */
export const FormRegistered: Story = {
  ...played,
  name: '시연: 양식으로 등록',
  render: () => <CardPage method="form" />,
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    const form = canvas.getByRole('form', { name: say('카드 정보', 'Card details') })
    await type(say, form, ['4242424242424242', '1299', '820213', '97'])
    await userEvent.click(
      canvas.getByRole('checkbox', { name: say(/자동결제 이용약관/, /Automatic payment terms/) }),
    )
    await userEvent.click(canvas.getByRole('button', { name: say('카드 등록하기', 'Register the card') }))
    await expect(await canvas.findByText(say('카드를 등록했어요', 'Your card is registered'))).toBeVisible()
    await expect(await canvas.findByText(/424242\*{6}4242/)).toBeVisible()
    await expect(canvas.queryByLabelText(say('카드 번호', 'Card number'))).toBeNull()
    await expect(
      canvas.getByRole('group', { name: say('카드를 등록했어요', 'Your card is registered') }),
    ).toHaveFocus()
    await expect(canvas.getByText(say('신한카드 끝자리 4242', 'Shinhan Card ending in 4242'))).toBeVisible()
    await userEvent.click(
      canvas.getByRole('button', { name: say('다른 카드 등록하기', 'Register another card') }),
    )
    await expect(canvas.getByLabelText(say('카드 번호', 'Card number'))).toHaveFocus()
    await expect(canvas.getByLabelText(say('카드 번호', 'Card number'))).toHaveValue('')
  },
}

/** 거절된 카드. */
export const FormDeclined: Story = {
  ...played,
  name: '시연: 양식의 카드가 거절됨',
  render: () => <CardPage method="form" />,
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    const form = canvas.getByRole('form', { name: say('카드 정보', 'Card details') })
    await type(say, form, ['4000000000009979', '1299', '820213', '97'])
    await userEvent.click(
      canvas.getByRole('checkbox', { name: say(/자동결제 이용약관/, /Automatic payment terms/) }),
    )
    await userEvent.click(canvas.getByRole('button', { name: say('카드 등록하기', 'Register the card') }))
    await waitFor(() => expect(form).toHaveAttribute('data-state', 'failed'))
    await expect(
      canvas.getByText(say(/^카드 정보가 맞지 않아요/, /^The card details do not match/)),
    ).toBeVisible()
    await expect(canvas.queryByText(say('등록한 카드', 'Registered card'))).toBeNull()
  },
}

/** 응답이 사라지면 등록됐을 수도 있다고 말하고, 다시 등록하기 전에 카드 목록을 보게 해요. */
export const FormUnknown: Story = {
  ...played,
  name: '시연: 양식의 응답이 사라짐',
  render: () => <CardPage method="form" loseAnswer />,
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    const form = canvas.getByRole('form', { name: say('카드 정보', 'Card details') })
    await type(say, form, ['4242424242424242', '1299', '820213', '97'])
    await userEvent.click(
      canvas.getByRole('checkbox', { name: say(/자동결제 이용약관/, /Automatic payment terms/) }),
    )
    await userEvent.click(canvas.getByRole('button', { name: say('카드 등록하기', 'Register the card') }))
    await waitFor(() => expect(form).toHaveAttribute('data-state', 'unconfirmed'))
    await expect(
      canvas.getByText(say(/카드가 등록됐을 수 있어요/, /Your card may be registered/)),
    ).toBeVisible()
    await expect(canvas.getByRole('button', { name: say('다시 등록하기', 'Register again') })).toBeVisible()
    const list = canvas.getByRole('region', { name: say('등록한 카드', 'Your cards') })
    await expect(within(list).getByText(say(/끝자리 4242/, /ending in 4242/))).toBeVisible()
  },
}
