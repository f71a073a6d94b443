import type { Meta, StoryObj } from '@storybook/react-vite'
import { InstallmentSelect } from 'react-toss-checkout'
import { expect, userEvent, within } from 'storybook/test'
import { sayIn } from '../playground/sayIn.js'
import { KnownRecords } from './KnownRecords.js'
import { Matrix, type MatrixState } from './Matrix.js'

/**
 * 결제창에 나올 할부 기간을 상점 화면에서 먼저 고르게 해요. `resolveInstallments`가 말하는 달 그대로이고, 달마다 낼 금액이
 * 적혀 있어요. 도구 막대에서 모듈을 바꾸면 나오는 달이 달라져요.
 *
 * Exactly the months the gateway will offer, with what each costs a month. Switch the module in the toolbar.
 */
const meta = {
  id: 'components-installment-select',
  title: '컴포넌트/할부 기간',
  component: InstallmentSelect,
  args: { amount: 55_000, cardQuota: [2, 3, 6] },
  decorators: [
    (Story) => (
      <KnownRecords>
        <Story />
      </KnownRecords>
    ),
  ],
  render: (args) => (
    <div className="kit-page">
      <InstallmentSelect {...args} />
    </div>
  ),
} satisfies Meta<typeof InstallmentSelect>

export default meta
type Story = StoryObj<typeof meta>

const free = { '366': 3 }
const long = 1_234_567_890

const states: MatrixState[] = [
  {
    title: ['고르기 전', 'Nothing chosen'],
    code: 'lump-sum',
    shows: () => <InstallmentSelect amount={55_000} cardQuota={[2, 3, 6]} />,
  },
  {
    title: ['마지막 달이 다를 때', 'The last month differs'],
    code: 'installments',
    shows: () => <InstallmentSelect amount={55_000} cardQuota={[2, 3, 6]} defaultValue={3} />,
  },
  {
    title: ['무이자', 'Interest-free'],
    code: 'cardCompany + interestFreeMonths',
    shows: () => (
      <InstallmentSelect
        amount={60_000}
        cardQuota={[2, 3, 6]}
        defaultValue={3}
        cardCompany="366"
        interestFreeMonths={free}
      />
    ),
  },
  {
    title: ['5만 원보다 적을 때', 'Under 50,000 won'],
    code: 'lump-sum-only',
    shows: () => <InstallmentSelect amount={49_000} cardQuota={[2, 3, 6]} />,
  },
  {
    title: ['일시불만 파는 상점', 'A shop without installments'],
    code: 'cardQuota={[]}',
    shows: () => <InstallmentSelect amount={55_000} cardQuota={[]} />,
  },
  {
    title: ['고를 수 없을 때', 'Not available'],
    code: 'disabled',
    shows: () => <InstallmentSelect amount={55_000} cardQuota={[2, 3, 6]} defaultValue={2} disabled />,
  },
  {
    title: ['나눠 보기', 'Segments'],
    code: 'appearance="segments"',
    wide: true,
    shows: () => (
      <InstallmentSelect
        appearance="segments"
        amount={60_000}
        cardQuota={[2, 3, 4, 5, 6]}
        defaultValue={3}
        cardCompany="366"
        interestFreeMonths={free}
      />
    ),
  },
  {
    title: ['목록', 'List'],
    code: 'appearance="list"',
    shows: () => <InstallmentSelect appearance="list" amount={55_000} cardQuota={[2, 3]} defaultValue={2} />,
  },
  {
    title: ['목록, 고를 수 없을 때', 'List, not available'],
    code: 'appearance="list" disabled',
    shows: () => (
      <InstallmentSelect appearance="list" amount={55_000} cardQuota={[2, 3]} defaultValue={2} disabled />
    ),
  },
  {
    title: ['가장 긴 글', 'The longest text'],
    code: '1,234,567,890',
    wide: true,
    shows: () => (
      <InstallmentSelect
        appearance="segments"
        amount={long}
        cardQuota={[12]}
        defaultValue={12}
        cardCompany="366"
        interestFreeMonths={{ '366': 12 }}
        label="이 주문에서 고를 수 있는 할부 기간을 하나 골라 주세요. 무이자 기간은 카드사마다 달라요."
      />
    ),
  },
]

/** 모든 상태를 모든 크기로, 두 화면에. */
export const Every: Story = {
  name: '한눈에 보기',
  render: () => <Matrix states={states} />,
}

/** 키보드로 골라요. 무엇이 남는지 바로 아래에서 말해요. */
export const Choose: Story = {
  name: '3개월로 고르기',
  globals: { module: 'tosspayments' },
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    const box = canvas.getByRole('combobox', { name: say('할부 기간', 'Installments') })
    await expect(
      within(box)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual([
      say('일시불', 'Pay in full'),
      say('2개월 · 월 27,500원', '2 months · ₩27,500 a month'),
      say('3개월 · 월 18,334원', '3 months · ₩18,334 a month'),
      say('4개월 · 월 13,750원', '4 months · ₩13,750 a month'),
      say('5개월 · 월 11,000원', '5 months · ₩11,000 a month'),
      say('6개월 · 월 9,167원', '6 months · ₩9,167 a month'),
    ])
    await userEvent.selectOptions(box, '3')
    await expect(
      canvas.getByText(say(/마지막 달은 18,332원이에요/, /The last month is ₩18,332/)),
    ).toBeVisible()
  },
}

/** 라디오 모양도 화살표로 골라요. */
export const ChooseByArrows: Story = {
  name: '화살표로 고르기',
  globals: { module: 'uplus' },
  args: { appearance: 'segments' },
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    await userEvent.tab()
    await expect(canvas.getByRole('radio', { name: say('일시불', 'Pay in full') })).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await expect(
      canvas.getByRole('radio', { name: say('3개월 월 18,334원', '3 months ₩18,334 a month') }),
    ).toBeChecked()
    await userEvent.keyboard('{ArrowDown}')
    // The legacy module offers the listed months alone.
    await expect(
      canvas.getByRole('radio', { name: say('6개월 월 9,167원', '6 months ₩9,167 a month') }),
    ).toBeChecked()
    for (const option of canvas.getAllByRole('radio')) {
      await expect(option.closest('label')?.getBoundingClientRect().height).toBeGreaterThanOrEqual(44)
    }
  },
}
