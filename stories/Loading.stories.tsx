import type { Meta, StoryObj } from '@storybook/react-vite'
import { useCallback } from 'react'
import type { Order } from 'react-toss-checkout'
import { PaymentDesk } from './desk/PaymentDesk.js'
import { lateSdkUrl } from './playground/lateScript.js'

interface Args {
  /** Seconds until the SDK script is there. */
  scriptSeconds: number
  /** Seconds the shop's server takes to make the order. */
  orderSeconds: number
  lead: [string, string]
}

function Slow({ scriptSeconds, orderSeconds, lead }: Args) {
  const source = useCallback(
    (order: Order) =>
      orderSeconds > 0
        ? () => new Promise<Order>((resolve) => setTimeout(() => resolve(order), orderSeconds * 1_000))
        : order,
    [orderSeconds],
  )
  return (
    <PaymentDesk
      lead={lead}
      source={source}
      request={false}
      shop={{ sdkUrl: (sandbox) => lateSdkUrl(sandbox, scriptSeconds * 1_000) }}
    />
  )
}

/**
 * SDK나 주문이 아직 오지 않았는데 버튼을 눌렀을 때예요. 브라우저는 누른 것을 5초쯤 기억해요. 그 안에 준비되면 결제창이 저절로
 * 열리고, 그보다 늦으면 팝업 차단에 걸리지 않도록 한 번 더 눌러 달라고 해요.
 */
const meta = {
  id: 'loading',
  title: '문제 상황/늦는 SDK와 주문',
  args: { scriptSeconds: 0, orderSeconds: 0 },
  argTypes: {
    scriptSeconds: {
      control: { type: 'range', min: 0, max: 12, step: 1 },
      description: 'SDK 스크립트가 오기까지, 초',
    },
    orderSeconds: {
      control: { type: 'range', min: 0, max: 12, step: 1 },
      description: '상점 서버가 주문을 만들기까지, 초',
    },
    lead: { table: { disable: true } },
  },
  render: (args) => <Slow key={`${args.scriptSeconds} ${args.orderSeconds}`} {...args} />,
} satisfies Meta<Args>

export default meta
type Story = StoryObj<Args>

/** 3초 늦으면 기다렸다가 저절로 열려요. */
export const ShortWait: Story = {
  name: 'SDK가 3초 늦음',
  args: {
    scriptSeconds: 3,
    lead: [
      '이 화면이 나오자마자 눌러 보세요. 준비되는 대로 결제창이 저절로 열려요.',
      'Press at once: the window opens by itself when the SDK arrives.',
    ],
  },
}

/** 8초 늦으면 한 번 더 눌러 달라고 해요. */
export const PressAgain: Story = {
  name: 'SDK가 8초 늦음',
  args: {
    scriptSeconds: 8,
    lead: [
      '이 화면이 나오자마자 한 번만 눌러 보세요. 8초 뒤에는 브라우저가 누른 것을 잊어서 한 번 더 눌러 달라고 해요.',
      'Press once, at once. After 8 seconds the browser has forgotten the press, so the button asks for one more.',
    ],
  },
}

/** 10초가 지나면 실패라고 말하고, 다시 누르면 다른 주소로 다시 요청해요. */
export const TimedOut: Story = {
  name: 'SDK가 10초 안에 오지 않음',
  args: {
    scriptSeconds: 12,
    lead: [
      '눌러 두고 10초를 기다려 보세요. 실패라고 말한 뒤 다시 누르면 새 주소로 다시 요청해요.',
      'Press and wait 10 seconds: it fails, and the next press asks again under another address.',
    ],
  },
}

/** 주문을 만드는 서버가 느려요. 포인터가 버튼에 닿을 때 미리 요청해요. */
export const SlowOrder: Story = {
  name: '주문이 2초 늦음',
  args: {
    orderSeconds: 2,
    lead: [
      '버튼의 `order`가 함수예요. 마우스를 올려 두고 잠시 뒤에 누르면 기다리지 않아요. 바로 누르면 준비하는 중이라고 해요.',
      'Here `order` is a function. Rest the pointer on the button first and the press need not wait.',
    ],
  },
}
