import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  type CardCompanyCode,
  type CardCompanyFilter,
  type PaymentOptions,
  resolveCardCompanies,
  type TossCheckoutButtonProps,
} from 'react-toss-checkout'
import { PaymentDesk } from './desk/PaymentDesk.js'
import { usePlayground, useSay } from './playground/Playground.js'
import { cardCompanyControl, paymentArgTypes } from './playground/paymentArgTypes.js'

type Args = Pick<TossCheckoutButtonProps, 'cardDirect' | 'appCard'> & {
  only?: CardCompanyCode[]
  except?: CardCompanyCode[]
  amount: number
  lead: [string, string]
}

function Left({ filter }: { filter: CardCompanyFilter | undefined }) {
  const say = useSay()
  const { locale } = usePlayground()
  const left = resolveCardCompanies(filter).filter(({ overseas }) => !overseas)
  return (
    <div className="months-table">
      <h3>
        {say(`결제창에 나올 국내 카드사 ${left.length}곳`, `${left.length} domestic card companies left`)}
      </h3>
      <ul className="chips">
        {left.map(({ code, nameKo, nameEn }) => (
          <li key={code}>{locale === 'en' ? nameEn : nameKo}</li>
        ))}
      </ul>
    </div>
  )
}

/** 결제창에 보일 카드사를 고르거나, 카드사 하나의 창을 바로 열어요. 코드는 문자열이에요. 우리카드는 `"041"`이에요. */
const meta = {
  id: 'card-companies',
  title: '옵션/카드사',
  args: { amount: 55_000 },
  argTypes: {
    ...paymentArgTypes,
    only: {
      ...cardCompanyControl,
      description: '`cardCompanies.only`',
      if: { arg: 'except', exists: false },
    },
    except: {
      ...cardCompanyControl,
      description: '`cardCompanies.except`',
      if: { arg: 'only', exists: false },
    },
    amount: { control: { type: 'number', min: 0, step: 1_000 }, description: '`order.amount`, won' },
    lead: { table: { disable: true } },
  },
  parameters: { controls: { include: ['only', 'except', 'cardDirect', 'appCard', 'amount'] } },
  render: ({ amount, lead, only, except, ...options }) => {
    const cardCompanies: CardCompanyFilter | undefined = only ? { only } : except ? { except } : undefined
    return (
      <PaymentDesk
        amount={amount}
        lead={lead}
        options={{ ...options, ...(cardCompanies && { cardCompanies }) } as PaymentOptions}
      >
        {() => !options.cardDirect && <Left filter={cardCompanies} />}
      </PaymentDesk>
    )
  },
} satisfies Meta<Args>

export default meta
type Story = StoryObj<Args>

/** 포트원 2022년 문서의 예: 모두 끄고 신한카드만. */
export const OnlyShinhan: Story = {
  name: '신한카드만 (포트원 2022년 문서)',
  args: {
    only: ['366'],
    lead: ['결제창에 신한카드 하나만 나와요.', 'The window shows Shinhan alone.'],
  },
}

/** 몇 곳만 빼기. */
export const ExceptSome: Story = {
  name: '몇 곳만 빼기',
  args: {
    except: ['361', '370'],
    lead: ['BC카드와 씨티카드가 빠져요.', 'BC and Citi are left out.'],
  },
}

/** 포트원 2022년 문서의 예: 현대카드 3개월로 바로. */
export const DirectHyundai: Story = {
  name: '현대카드 3개월로 바로 (포트원 2022년 문서)',
  args: {
    cardDirect: { code: '367', quota: 3 },
    lead: [
      '카드사와 할부 기간을 상점에서 이미 골랐어요. 결제창에서는 바꿀 수 없어요.',
      'Company and months were chosen in the shop; the window does not ask again.',
    ],
  },
}

/** 49,000원을 3개월로 열려고 하면 창이 열리기 전에 `INSTALLMENT_BELOW_MINIMUM`이에요. */
export const DirectBelowMinimum: Story = {
  name: '5만 원보다 적은 금액을 할부로 바로',
  args: {
    amount: 49_000,
    cardDirect: { code: '367', quota: 3 },
    lead: [
      '눌러 보세요. 결제창을 열지 않고, 무엇을 고쳐야 하는지 개발자에게 알려 줘요.',
      'Press: no window opens, and the developer is told what to change.',
    ],
  },
}
