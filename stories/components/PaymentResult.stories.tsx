import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  PaymentError,
  type PaymentErrorCode,
  PaymentResult,
  type PaymentResultProps,
} from 'react-toss-checkout'
import { useSay } from '../playground/Playground.js'
import { accountRecord, cardRecord } from './exampleRecords.js'
import { KnownRecords } from './KnownRecords.js'
import { Matrix } from './Matrix.js'
import { stopClock } from './stillClock.js'

/**
 * 무슨 일이 있었는지, 돈이 나갔는지, 이제 무엇을 하면 되는지 말해요. 다시 결제하는 버튼은 그래도 안전한 때에만 나오고, 결과를
 * 모를 때는 주문번호와 다시 확인하는 버튼만 있어요.
 *
 * What happened, whether money moved, what next.
 */
const meta = {
  id: 'components-payment-result',
  title: '컴포넌트/결제 결과',
  component: PaymentResult,
  args: { state: { status: 'idle' } },
  beforeEach: stopClock,
} satisfies Meta<typeof PaymentResult>

export default meta
type Story = StoryObj<typeof meta>

const merchantUid = cardRecord().merchantUid
const failed = (code: PaymentErrorCode): PaymentResultProps['state'] => ({
  status: 'failed',
  merchantUid,
  error: new PaymentError(code),
})
const paid: PaymentResultProps['state'] = { status: 'paid', merchantUid, payment: cardRecord() }

interface Example extends Pick<PaymentResultProps, 'state' | 'record'> {
  title: [string, string]
  code: string
}

const examples: Example[] = [
  { title: ['결제 완료', 'Paid'], code: 'paid', state: paid },
  {
    title: ['계좌이체로 결제', 'Paid by transfer'],
    code: "payMethod: 'trans'",
    state: {
      ...paid,
      payment: cardRecord({ payMethod: 'trans', card: undefined, receiptUrl: null, name: undefined }),
    },
  },
  {
    title: ['입금 대기', 'Waiting for a deposit'],
    code: 'awaiting-deposit',
    state: { status: 'awaiting-deposit', merchantUid, payment: accountRecord() },
  },
  {
    title: ['준비하는 중', 'Getting ready'],
    code: 'preparing',
    state: { status: 'preparing', merchantUid, waitingFor: 'sdk' },
  },
  {
    title: ['한 번 더 눌러야 할 때', 'Needs one more press'],
    code: 'preparing · press-again',
    state: { status: 'preparing', merchantUid, waitingFor: 'press-again' },
  },
  {
    title: ['결제창이 열려 있을 때', 'Window open'],
    code: 'in-window',
    state: { status: 'in-window', merchantUid },
  },
  {
    title: ['확인하는 중', 'Asking the server'],
    code: 'confirming',
    state: { status: 'confirming', merchantUid },
  },
  {
    title: ['결과를 모를 때', 'Result unknown'],
    code: 'unconfirmed',
    state: { status: 'unconfirmed', merchantUid, error: new PaymentError('CONFIRM_UNREACHABLE') },
  },
  {
    title: ['구매자가 그만뒀을 때', 'The buyer left'],
    code: 'dismissed',
    state: { status: 'dismissed', merchantUid },
  },
  {
    title: ['거절, 다시 해도 될 때', 'Declined, may retry'],
    code: 'failed · DECLINED',
    state: failed('DECLINED'),
  },
  {
    title: ['상점 설정 문제', 'The shop’s set-up'],
    code: 'failed · GATEWAY_CONFIGURATION',
    state: failed('GATEWAY_CONFIGURATION'),
  },
  {
    title: ['다른 탭에서 결제하고 있을 때', 'Being paid in another tab'],
    code: 'failed · PAYMENT_IN_ANOTHER_TAB',
    state: failed('PAYMENT_IN_ANOTHER_TAB'),
  },
  {
    title: ['앞선 결제를 모르고 주문번호도 없을 때', 'An earlier payment is unknown, and so is its number'],
    code: 'failed · PREVIOUS_UNCONFIRMED',
    state: failed('PREVIOUS_UNCONFIRMED'),
  },
  {
    title: ['돈이 나갔고 주문과 다를 때', 'Charged, and it differs'],
    code: 'failed · AMOUNT_MISMATCH',
    state: failed('AMOUNT_MISMATCH'),
  },
  {
    title: ['이미 결제됐을 수 있을 때', 'May be paid'],
    code: 'failed · ALREADY_PAID',
    state: failed('ALREADY_PAID'),
  },
  {
    title: ['일부 환불', 'Refunded in part'],
    code: 'partly-refunded',
    state: paid,
    record: cardRecord({ status: 'cancelled', cancelAmount: 5_000 }),
  },
  {
    title: ['모두 환불', 'Refunded in full'],
    code: 'refunded',
    state: paid,
    record: cardRecord({ status: 'cancelled', cancelAmount: 55_000 }),
  },
  {
    title: ['환불 금액을 모를 때', 'Refunded, nobody says how much'],
    code: 'refunded · cancelAmount: undefined',
    state: paid,
    record: cardRecord({ status: 'cancelled' }),
  },
  {
    title: ['입금 전에 취소', 'Called off before a deposit'],
    code: 'revoked',
    state: { status: 'awaiting-deposit', merchantUid, payment: accountRecord() },
    record: accountRecord({ status: 'cancelled' }),
  },
  {
    title: ['가장 긴 글', 'The longest text'],
    code: '1,234,567,890',
    state: {
      ...paid,
      payment: cardRecord({
        amount: 1_234_567_890,
        name: '손으로 하나하나 뜬 겨울 울 머플러와 장갑과 모자 묶음 외 12건',
        card: {
          code: '002',
          name: 'KDB산업은행카드',
          quota: 12,
          number: '433012******1234',
          approvalNumber: '00812345',
        },
      }),
    },
  },
]

/** 모든 상태를 모든 크기로, 두 화면에. 버튼이 있는 곳과 없는 곳을 보세요. */
export const Every: Story = {
  name: '한눈에 보기',
  render: () => (
    <KnownRecords records={[accountRecord()]}>
      <Matrix
        states={examples.map(({ title: [ko, en], code, ...given }) => ({
          title: [ko, en],
          code,
          shows: (size) => <Result title={[`${ko} · ${size}`, `${en} · ${size}`]} {...given} />,
        }))}
      />
    </KnownRecords>
  ),
}

function Result({
  title,
  ...given
}: Pick<PaymentResultProps, 'state' | 'record'> & { title: [string, string] }) {
  const say = useSay()
  const nothing = () => {}
  return (
    <PaymentResult
      {...given}
      headingLevel={3}
      aria-label={say(...title)}
      onRetry={nothing}
      onAskAgain={nothing}
    />
  )
}
