import type { Meta, StoryObj } from '@storybook/react-vite'
import type { Fault } from 'react-toss-checkout/sandbox'
import { PaymentDesk } from './desk/PaymentDesk.js'

interface Args {
  faults: Fault[]
  lead: [string, string]
}

/**
 * 결제에서 일어날 수 있는 문제를 하나씩 골라 눌러 볼 수 있어요. 스위치를 끄면 문제가 사라져요. 구매자에게는 무슨 일인지,
 * 돈이 나갔는지, 다음에 무엇을 할지를 말하고, 개발자에게는 코드와 결제사의 말을 그대로 줘요.
 */
const meta = {
  id: 'faults',
  title: '문제 상황/하나씩 겪어 보기',
  argTypes: {
    faults: { table: { disable: true } },
    lead: { table: { disable: true } },
  },
  render: ({ faults, lead }) => (
    <PaymentDesk key={faults.join()} faults={faults} lead={lead} request={false} />
  ),
} satisfies Meta<Args>

export default meta
type Story = StoryObj<Args>

const on = (fault: Fault | null, ko: string, en: string): Args => ({
  faults: fault ? [fault] : [],
  lead: [ko, en],
})

/** 카드사가 승인을 거절해요. */
export const Declined: Story = {
  name: '카드사가 거절',
  args: on(
    'declined',
    '카드를 고르고 결제하면 카드사가 거절해요. 돈은 나가지 않았고, 다시 눌러도 돼요.',
    'The card company says no. Nothing was charged; pressing again is fine.',
  ),
}

/** 한도나 잔액이 부족해요. */
export const LimitExceeded: Story = {
  name: '한도 초과',
  args: on(
    'limit-exceeded',
    '한도나 잔액이 부족해요. 다른 카드로 다시 하라고 안내해요.',
    'Over the limit: the buyer is pointed to another method.',
  ),
}

/** 카드 정보가 맞지 않아요. */
export const CardDataInvalid: Story = {
  name: '카드 정보 오류',
  args: on('card-data-invalid', '입력한 카드 정보가 맞지 않아요.', 'The card details are not accepted.'),
}

/** 상점의 설정이 잘못됐어요. 다시 눌러도 소용이 없어요. */
export const Configuration: Story = {
  name: '상점 설정 오류',
  args: on(
    'configuration',
    '계약하지 않은 결제수단이에요. 구매자가 다시 눌러도 소용이 없으니 상점에 알려 달라고 해요.',
    'A method without a contract: retrying cannot help, so the buyer is asked to tell the shop.',
  ),
}

/** 결제사에 장애가 났어요. */
export const SystemError: Story = {
  name: '결제사 시스템 오류',
  args: on('system-error', '결제사에 잠시 문제가 있어요.', 'The gateway is unwell for a moment.'),
}

/** 결제는 됐는데 콜백이 오지 않아요. */
export const CallbackLost: Story = {
  name: '콜백이 오지 않음',
  args: on(
    'callback-lost',
    '결제창이 닫히고도 콜백이 오지 않아요. 2초쯤 뒤에 서버에 물어 결제된 것을 알아내요.',
    'The window closes without its callback. About two seconds later the server is asked and knows.',
  ),
}

/** 콜백이 두 번 와도 한 번만 알려요. */
export const CallbackTwice: Story = {
  name: '콜백이 두 번 옴',
  args: on(
    'callback-twice',
    '콜백이 두 번 와요. 지나온 길에서 onPaid()가 한 번만 적히는 것을 보세요.',
    'The callback comes twice; onPaid() is called once.',
  ),
}

/** 확인 서버가 죽어 있어요. 결제됐다고도, 안 됐다고도 말하지 않아요. */
export const ConfirmDown: Story = {
  name: '확인 서버가 멈춤',
  args: on(
    'confirm-down',
    '결제 뒤에 서버가 대답하지 않아요. 7초쯤 여러 번 묻고, 모른다고 말해요. 스위치를 끄고 다시 확인해 보세요. 두 번째 결제창은 열리지 않아요.',
    'The server is down after the payment. The kit asks for about 7 seconds, then says it does not know. Turn the switch off and ask again: no second window opens.',
  ),
}

/** 확인 서버가 느려요. */
export const ConfirmSlow: Story = {
  name: '확인 서버가 느림',
  args: on(
    'confirm-slow',
    '서버가 8초 걸려요. 그동안 버튼은 확인하는 중이라고 말하고 눌리지 않아요.',
    'The server takes 8 seconds. The button says so meanwhile and cannot be pressed.',
  ),
}

/** 결제된 금액이 주문과 달라요. */
export const AmountTampered: Story = {
  name: '금액이 바뀜',
  args: on(
    'amount-tampered',
    '누군가 금액을 100원으로 바꿔 결제했어요. 결제됐다고 말하지 않고, 돈이 나갔다는 것을 알려요.',
    'Someone paid 100 won instead. It is never called paid, and charged says "yes".',
  ),
}

/** 서버가 사전 등록한 금액과 달라서 결제창이 열리지 않아요. */
export const PreparedAmountDiffers: Story = {
  name: '사전 등록 금액과 다름',
  args: on(
    'prepared-amount-differs',
    '서버가 미리 등록한 금액과 달라서 결제창이 열리기 전에 막혀요.',
    'The amount differs from the one the server registered: refused before the window opens.',
  ),
}

/** 이미 결제된 주문번호예요. */
export const OrderNumberUsed: Story = {
  name: '이미 쓴 주문번호',
  args: on(
    'order-number-used',
    '이미 결제된 주문번호예요. 또 결제하라고 하지 않아요.',
    'The order number was paid before; the buyer is not sent to pay again.',
  ),
}

/** 광고 차단기가 SDK를 막았어요. 스위치를 끄면 다음번에 열려요. */
export const ScriptBlocked: Story = {
  name: 'SDK 차단',
  args: on(
    'script-blocked',
    '차단 프로그램이 SDK 스크립트를 막았어요. 한 번 눌러 보고, 스위치를 끈 뒤 다시 눌러 보세요.',
    'An ad blocker stops the SDK script. Press once, turn the switch off, and press again.',
  ),
}

/** SDK가 요청을 받고도 창을 열지 않아요. */
export const NeverAnswers: Story = {
  name: '결제창이 열리지 않음',
  args: on(
    'never-answers',
    'SDK가 요청을 받고도 창을 열지 않아요. 30초 기다린 뒤 서버에 물어보고 버튼을 풀어 줘요.',
    'The SDK takes the request but opens nothing. After 30 seconds the server is asked and the button is freed.',
  ),
}

/** 구매자가 결제창 바깥의 ×를 눌러 콜백 없이 닫아요. */
export const OverlayClosed: Story = {
  name: '창만 닫음 (×)',
  args: on(
    null,
    '결제창이 열리면 오른쪽 위의 ×를 눌러 보세요. 콜백 없이 창만 사라져요. 서버에 물어본 뒤 그만뒀다고 말하고, 다시 결제할 수 있어요.',
    'Press the × at the top right of the window: it goes without any callback. The server is asked, and the buyer may pay again.',
  ),
  // The sandbox hides its × on narrow screens, where the window leaves no room beside it.
  decorators: [
    (Story) => (
      <>
        <style>{'.imp-dialog .imp-header{display:block!important}'}</style>
        <Story />
      </>
    ),
  ],
}
