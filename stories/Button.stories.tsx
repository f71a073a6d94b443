import type { Meta, StoryObj } from '@storybook/react-vite'
import type { CSSProperties, ReactNode } from 'react'
import {
  type Order,
  TossCheckoutButton,
  TossCheckoutProvider,
  usePayment,
  usePaymentStatus,
} from 'react-toss-checkout'
import { StateMatrix } from './desk/StateMatrix.js'
import { paymentArgTypes } from './playground/paymentArgTypes.js'
import { SandboxShop } from './playground/SandboxShop.js'
import { BuyerNotice } from './shop/BuyerNotice.js'
import './shop/shop.css'
import './desk/desk.css'

interface Args {
  amount: number
  disabled: boolean
}

/** A shop around one order; the children draw its button. */
function Shelf({ amount, children }: { amount: number; children: (order: Order) => ReactNode }) {
  return (
    <SandboxShop>
      {({ orderNumber }) => (
        <div className="desk shelf">
          {children({ merchantUid: orderNumber, name: '손뜨개 울 머플러', amount })}
          <Notice merchantUid={orderNumber} />
        </div>
      )}
    </SandboxShop>
  )
}

function Notice({ merchantUid }: { merchantUid: string }) {
  return <BuyerNotice state={usePayment({ merchantUid }).state} />
}

/**
 * 금액을 말하고 결제를 받는 버튼이에요. 상점의 모양에 맞추는 방법을 하나씩 보여 드려요. 아래 표의 설명은 소스의 TSDoc에서
 * 그대로 가져왔어요.
 */
const meta = {
  id: 'button',
  title: '버튼/결제 버튼',
  args: { amount: 55_000, disabled: false },
  argTypes: {
    amount: { control: { type: 'number', min: 0, step: 1_000 }, description: '`order.amount`, won' },
    disabled: {
      control: 'boolean',
      description: 'Any native button prop',
      table: { category: '모양', type: { summary: 'boolean' } },
    },
    ...Object.fromEntries(
      Object.entries(paymentArgTypes).map(([name, type]) => [name, { ...type, control: false }]),
    ),
  },
  subcomponents: { TossCheckoutButton, TossCheckoutProvider },
  parameters: { controls: { exclude: [] } },
} satisfies Meta<Args>

export default meta
type Story = StoryObj<Args>

/**
 * 버튼이 지나는 모든 상태예요. `data-state`가 상태를 말하고, 진행 중에는 `aria-busy`로 알리면서 포커스를 놓지 않아요. 색은
 * 모두 `--tc-*` 변수라서 바꿀 수 있어요.
 *
 * Every state side by side: the real button, put into each state by way of the kit's own attempt store.
 */
export const Every: Story = { name: '한눈에 보기', render: () => <StateMatrix /> }

/** 기본 모양. 버튼 하나면 돼요. */
export const Default: Story = {
  name: '기본',
  render: ({ amount, disabled }) => (
    <Shelf amount={amount}>{(order) => <TossCheckoutButton order={order} disabled={disabled} />}</Shelf>
  ),
}

/** 클래스 하나면 상점의 옷을 입어요. 기본 스타일은 모두 `:where()` 안에 있어서 항상 상점이 이겨요. */
export const OwnClass: Story = {
  name: '클래스로 꾸미기',
  render: ({ amount, disabled }) => (
    <Shelf amount={amount}>
      {(order) => <TossCheckoutButton order={order} disabled={disabled} className="own-look" />}
    </Shelf>
  ),
}

/** 변수만 바꿔도 돼요. */
export const OwnVariables: Story = {
  name: '변수로 꾸미기',
  render: ({ amount, disabled }) => (
    <Shelf amount={amount}>
      {(order) => (
        <div
          style={
            {
              '--tc-color-primary': '#6b21a8',
              '--tc-color-primary-hover': '#581c87',
              '--tc-color-on-primary': '#ffffff',
              '--tc-radius': '4px',
            } as CSSProperties
          }
        >
          <TossCheckoutButton order={order} disabled={disabled} />
        </div>
      )}
    </Shelf>
  ),
}

/** 상태를 받아 글자를 직접 정해요. */
export const OwnLabel: Story = {
  name: '글자를 직접 정하기',
  render: ({ amount, disabled }) => (
    <Shelf amount={amount}>
      {(order) => (
        <TossCheckoutButton order={order} disabled={disabled}>
          {({ status }) => (status === 'idle' ? '선물하기' : status === 'paid' ? '선물했어요' : '잠시만요')}
        </TossCheckoutButton>
      )}
    </Shelf>
  ),
}

/** `asChild`는 상점의 엘리먼트에 결제를 얹어요. */
export const AsChild: Story = {
  name: '상점의 버튼에 얹기 (asChild)',
  render: ({ amount, disabled }) => (
    <Shelf amount={amount}>
      {(order) => (
        <TossCheckoutButton order={order} disabled={disabled} asChild>
          <button type="button" className="own-look" />
        </TossCheckoutButton>
      )}
    </Shelf>
  ),
}

function OwnFlow({ order }: { order: Order }) {
  const { state, pay, askAgain, reset } = usePayment({ merchantUid: order.merchantUid })
  const { data } = usePaymentStatus(state.status === 'paid' ? order.merchantUid : undefined)
  return (
    <section className="shop-card desk-buyer">
      <p>
        state.status: <strong>{state.status}</strong>
      </p>
      <div className="chips">
        <button type="button" className="plain-button" onClick={() => pay(order)}>
          pay()
        </button>
        <button type="button" className="plain-button" onClick={askAgain}>
          askAgain()
        </button>
        <button type="button" className="plain-button" onClick={reset}>
          reset()
        </button>
      </div>
      {data && (
        <p>
          usePaymentStatus: <strong>{data.status}</strong> · {data.impUid}
        </p>
      )}
    </section>
  )
}

/** 모양 없이 `usePayment`만 써요. 버튼과 같은 결제를 함께 볼 수 있어요. */
export const Hook: Story = {
  name: 'usePayment 훅',
  render: ({ amount }) => <Shelf amount={amount}>{(order) => <OwnFlow order={order} />}</Shelf>,
}

/** 결제창은 한 페이지에 하나예요. 진행 중에 다른 주문을 누르면 까닭을 말하고, 먼저 열린 결제는 그대로예요. */
export const TwoOrders: Story = {
  name: '주문 두 개',
  render: ({ amount, disabled }) => (
    <SandboxShop>
      {({ orderNumber }) => (
        <div className="desk">
          {[1, 2].map((count) => {
            const merchantUid = `${orderNumber}-${count}`
            return (
              <section className="shop-card desk-buyer" key={count}>
                <p>손뜨개 울 머플러 {count}개</p>
                <TossCheckoutButton
                  order={{ merchantUid, name: '손뜨개 울 머플러', amount: amount * count }}
                  disabled={disabled}
                />
                <Notice merchantUid={merchantUid} />
              </section>
            )
          })}
        </div>
      )}
    </SandboxShop>
  ),
}
