import type { Meta, StoryObj } from '@storybook/react-vite'
import type { CSSProperties } from 'react'
import {
  CardCompanySelect,
  InstallmentSelect,
  PaymentMethodSelect,
  PaymentResult,
  TossCheckoutButton,
} from 'react-toss-checkout'
import { useSay } from '../playground/Playground.js'
import { cardRecord } from './exampleRecords.js'
import { KnownRecords } from './KnownRecords.js'
import './components.css'

type Look = CSSProperties & Record<`--tc-${string}`, string>

const shops: { name: [string, string]; theme: 'light' | 'dark'; ground: string; look: Look }[] = [
  {
    name: ['물빛찻장 · 둥글고 차분하게', 'A tea shop · round and calm'],
    theme: 'light',
    ground: '#f4f7f1',
    look: {
      '--tc-color-primary': '#2f6b4f',
      '--tc-color-primary-hover': '#24553e',
      '--tc-color-chosen': '#e2efe6',
      '--tc-color-soft': '#e9efe4',
      '--tc-color-focus': '#2f6b4f',
      '--tc-radius': '1.5rem',
      '--tc-gap': '1rem',
      '--tc-option': '3.25rem',
    },
  },
  {
    name: ['먹공방 · 각지고 또렷하게', 'A print studio · square and plain'],
    theme: 'light',
    ground: '#ffffff',
    look: {
      '--tc-color-primary': '#111111',
      '--tc-color-primary-hover': '#3a3a3a',
      '--tc-color-chosen': '#f2f2f2',
      '--tc-color-edge': '#111111',
      '--tc-color-line': '#111111',
      '--tc-color-focus': '#c2410c',
      '--tc-radius': '0',
      '--tc-font-weight': '500',
      '--tc-font-size-title': '1.5rem',
      '--tc-height': '2.75rem',
      '--tc-option': '2.75rem',
    },
  },
  {
    name: ['밤오락실 · 어둡고 밝게', 'An arcade · dark and bright'],
    theme: 'dark',
    ground: '#140b24',
    look: {
      '--tc-color-primary': '#ffd54a',
      '--tc-color-primary-hover': '#ffe48a',
      '--tc-color-on-primary': '#1d1130',
      '--tc-color-surface': '#21133a',
      '--tc-color-chosen': '#3a2358',
      '--tc-color-soft': '#2b1a49',
      '--tc-color-edge': '#9a86c4',
      '--tc-color-line': '#49336f',
      '--tc-color-focus': '#7df0ff',
      '--tc-radius': '0.5rem',
      '--tc-font-weight': '800',
    },
  },
]

/**
 * 같은 컴포넌트를 `--tc-*` 변수만으로 세 상점처럼 꾸몄어요. 선택자도 클래스도 더 쓰지 않았어요.
 *
 * The same components as three imaginary shops, by variables alone.
 */
const meta = {
  id: 'components-three-shops',
  title: '컴포넌트/세 상점',
  component: Shops,
} satisfies Meta<typeof Shops>

export default meta

/** 변수만 바꿨어요. */
export const Three: StoryObj<typeof meta> = { name: '변수로만 꾸미기' }

function Shops() {
  const say = useSay()
  const record = cardRecord()
  const order = { merchantUid: record.merchantUid, name: say('손뜨개 울 머플러', 'Muffler'), amount: 55_000 }
  return (
    <KnownRecords>
      <div className="shops">
        {shops.map(({ name, theme, ground, look }) => (
          <div key={ground} data-theme={theme} style={{ ...look, background: ground }}>
            <div className="kit-page">
              <h1>{say(...name)}</h1>
              <PaymentMethodSelect methods={['card', 'trans', 'vbank']} />
              <CardCompanySelect cardCompanies={{ only: ['366', '367', '381'] }} defaultValue="366" />
              <InstallmentSelect amount={55_000} cardQuota={[2, 3]} defaultValue={3} appearance="segments" />
              <TossCheckoutButton
                order={order}
                className="pay-button"
                onClick={(event) => event.preventDefault()}
              />
              <PaymentResult state={{ status: 'paid', merchantUid: record.merchantUid, payment: record }} />
            </div>
          </div>
        ))}
      </div>
    </KnownRecords>
  )
}
