import type { Meta, StoryObj } from '@storybook/react-vite'
import { useEffect, useRef } from 'react'
import { CardCompanySelect } from 'react-toss-checkout'
import { expect, fireEvent, userEvent } from 'storybook/test'
import { useSay } from '../playground/Playground.js'
import { sayIn } from '../playground/sayIn.js'
import { KnownRecords } from './KnownRecords.js'
import { Matrix, type MatrixState } from './Matrix.js'

/**
 * 상점이 남긴 카드사를 고르게 해요. 한글, 영어, 초성으로 찾고(ㅅㅎ → 신한), 화살표로 옮겨요. 로고는 상표라서 머리글자를 써요.
 *
 * The companies that the filter leaves, found by Korean, English or initial consonants. Radio buttons of the browser.
 */
const meta = {
  id: 'components-card-company-select',
  title: '컴포넌트/카드사',
  component: CardCompanySelect,
  decorators: [
    (Story) => (
      <KnownRecords>
        <Story />
      </KnownRecords>
    ),
  ],
  render: (args) => (
    <div className="kit-page">
      <CardCompanySelect {...args} />
    </div>
  ),
} satisfies Meta<typeof CardCompanySelect>

export default meta
type Story = StoryObj<typeof meta>

const few = { only: ['366', '367', '381', '002'] } as const
const free = { '366': 5, '381': 3 }

const longest = '12개월까지 무이자, 이번 달에는 5만 원부터 5% 할인'

/** A search that finds nothing, typed as a buyer types. */
function Searched() {
  const frame = useRef<HTMLDivElement>(null)
  const say = useSay()
  useEffect(() => {
    const field = frame.current?.querySelector<HTMLInputElement>('[type="search"]')
    if (field) fireEvent.change(field, { target: { value: say('모과카드', 'Quince Card') } })
  }, [say])
  return (
    <div ref={frame}>
      <CardCompanySelect cardCompanies={few} searchable />
    </div>
  )
}

const states: MatrixState[] = [
  {
    title: ['고르기 전', 'Nothing chosen'],
    code: 'empty',
    shows: () => <CardCompanySelect cardCompanies={few} />,
  },
  {
    title: ['고른 뒤, 무이자', 'Chosen, interest-free'],
    code: 'chosen + interestFreeMonths',
    shows: () => <CardCompanySelect cardCompanies={few} defaultValue="366" interestFreeMonths={free} />,
  },
  {
    title: ['고를 수 없을 때', 'Not available'],
    code: 'disabled',
    shows: () => <CardCompanySelect cardCompanies={few} defaultValue="367" disabled />,
  },
  {
    title: ['찾는 칸', 'With the search'],
    code: 'searchable',
    shows: () => <CardCompanySelect cardCompanies={few} searchable />,
  },
  {
    title: ['찾는 것이 없을 때', 'Nothing found'],
    code: 'searchable · not found',
    shows: () => <Searched />,
  },
  {
    title: ['가장 긴 글', 'The longest text'],
    code: 'label, slots',
    shows: () => (
      <CardCompanySelect
        cardCompanies={few}
        defaultValue="366"
        label="결제할 카드사를 하나 골라 주세요. 무이자로 나눠 낼 수 있는 달은 카드사마다 달라요."
        interestFreeMonths={{ '366': 12 }}
        slots={{ extra: ({ code }) => code === '366' && <span data-tc-part="extra">{longest}</span> }}
      />
    ),
  },
  {
    title: ['모든 카드사', 'Every company'],
    code: 'appearance="grid" overseas',
    wide: true,
    shows: () => (
      <CardCompanySelect appearance="grid" overseas defaultValue="041" interestFreeMonths={free} />
    ),
  },
]

/** 모든 상태를 모든 크기로, 두 화면에. */
export const Every: Story = {
  name: '한눈에 보기',
  render: () => <Matrix states={states} />,
}

/** 초성으로 찾아 키보드만으로 골라요. */
export const FindByInitials: Story = {
  name: '초성으로 찾기',
  args: { amount: 55_000, interestFreeMonths: free },
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    await userEvent.tab()
    const search = canvas.getByRole('searchbox', { name: say('카드사 찾기', 'Find your card company') })
    await expect(search).toHaveFocus()
    await userEvent.type(search, 'ㅅㅎㅋㄷ')
    await expect(canvas.getAllByRole('radio')).toHaveLength(2)
    await expect(canvas.getAllByRole('status')[0]).toHaveTextContent(
      say('카드사 2곳이 있어요.', '2 card companies.'),
    )
    await userEvent.keyboard('{ArrowDown} ')
    const shinhan = canvas.getByRole('radio', {
      name: say('신한카드 5개월까지 무이자', 'Shinhan Card Interest-free up to 5 months'),
    })
    await expect(shinhan).toBeChecked()
    // What a search hides stays chosen, and the others can still be reached.
    await userEvent.clear(search)
    await userEvent.type(search, '현대')
    await userEvent.tab()
    await expect(canvas.getByRole('radio', { name: say('현대카드', 'Hyundai Card') })).toHaveFocus()
    await userEvent.clear(search)
    await expect(
      canvas.getByRole('radio', {
        name: say('신한카드 5개월까지 무이자', 'Shinhan Card Interest-free up to 5 months'),
      }),
    ).toBeChecked()
  },
}

/** 없는 이름이면 어떻게 할지 말해요. */
export const NothingFound: Story = {
  name: '없는 카드사',
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    const search = canvas.getByRole('searchbox', { name: say('카드사 찾기', 'Find your card company') })
    await userEvent.type(search, '모과카드')
    await expect(
      canvas.getByText(say(/이 이름의 카드사가 없어요/, /No card company has this name/)),
    ).toBeVisible()
    await userEvent.type(search, '{Escape}')
    await expect(canvas.getAllByRole('radio')).toHaveLength(20)
  },
}
