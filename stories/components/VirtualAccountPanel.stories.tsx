import type { Meta, StoryObj } from '@storybook/react-vite'
import { useEffect, useRef } from 'react'
import { type PaymentRecord, VirtualAccountPanel } from 'react-toss-checkout'
import { expect, userEvent } from 'storybook/test'
import { useSay } from '../playground/Playground.js'
import { sayIn } from '../playground/sayIn.js'
import { accountRecord } from './exampleRecords.js'
import { KnownRecords } from './KnownRecords.js'
import { Matrix } from './Matrix.js'
import { holdCopied, stopClock } from './stillClock.js'

/**
 * 가상계좌의 은행, 번호, 예금주, 금액, 기한을 보여 주고, 입금됐는지 서버에 물어봐요. 기한은 한국 시각이고 남은 시간은 분마다
 * 바뀌어요. 더 쓰지 않는 계좌의 번호는 사라져요.
 *
 * Where to deposit, until when, and whether it has arrived.
 */
const meta = {
  id: 'components-virtual-account-panel',
  title: '컴포넌트/가상계좌',
  component: VirtualAccountPanel,
  args: { payment: accountRecord() },
  beforeEach: stopClock,
} satisfies Meta<typeof VirtualAccountPanel>

export default meta
type Story = StoryObj<typeof meta>

interface Example {
  title: [string, string]
  code: string
  issued: PaymentRecord
  /** What the server says; default: the same. Null: it cannot be reached. */
  now?: Partial<PaymentRecord> | null
  /** The buyer has pressed the button, and the browser wrote the number or refused to. */
  copy?: 'copied' | 'by-hand'
}

const account = (number: number, ...given: Parameters<typeof accountRecord>) =>
  accountRecord({ merchantUid: `order-account-${number}`, ...given[0] }, given[1])

const examples: Example[] = [
  { title: ['입금을 기다릴 때', 'Waiting'], code: 'waiting', issued: account(1) },
  {
    title: ['신모듈은 예금주를 말하지 않아요', 'The new module names no holder'],
    code: 'holder: null',
    issued: account(
      2,
      {},
      { holder: null, number: '110-123-456789', dueAt: account(2).virtualAccount?.dueAt ?? 0 },
    ),
  },
  {
    title: ['은행 이름과 기한이 없을 때', 'No bank name, no deadline'],
    code: 'bankName: null',
    issued: account(3, {}, { bankName: null, dueAt: 0 }),
  },
  { title: ['번호를 복사했을 때', 'Number copied'], code: 'copied', issued: account(9), copy: 'copied' },
  {
    title: ['브라우저가 복사하지 않을 때', 'The browser refuses to copy'],
    code: 'by-hand',
    issued: account(10),
    copy: 'by-hand',
  },
  {
    title: ['서버가 답하지 않을 때', 'The server does not answer'],
    code: 'unreachable',
    issued: account(11),
    now: null,
  },
  {
    title: ['입금된 뒤', 'Deposited'],
    code: 'deposited',
    issued: account(4),
    now: { status: 'paid' },
  },
  {
    title: ['기한이 지난 뒤', 'Expired'],
    code: 'expired',
    issued: account(5, {}, { dueAt: 1_700_000_000 }),
  },
  {
    title: ['계좌가 취소된 뒤', 'Revoked'],
    code: 'revoked',
    issued: account(6),
    now: { status: 'cancelled' },
  },
  {
    title: ['입금이 주문과 다를 때', 'Differs from the order'],
    code: 'mismatch',
    issued: account(7),
    now: { status: 'paid', amount: 1_000 },
  },
  {
    title: ['가장 긴 글', 'The longest text'],
    code: '1,234,567,890',
    issued: account(
      8,
      { amount: 1_234_567_890 },
      {
        bankName: '새마을금고중앙회 모과동지점',
        number: '12345678901234567890',
        holder: '토스페이먼츠_주식회사모과상점온라인몰',
      },
    ),
  },
]

/** 모든 상태를 모든 크기로, 두 화면에. */
export const Every: Story = {
  name: '한눈에 보기',
  beforeEach: holdCopied,
  render: () => (
    <KnownRecords
      records={examples.flatMap(({ issued, now }) => (now === null ? [] : { ...issued, ...now }))}
      unreachable={examples.flatMap(({ issued, now }) => (now === null ? issued.merchantUid : []))}
    >
      <Matrix
        states={examples.map(({ title: [ko, en], code, issued, copy }) => ({
          title: [ko, en],
          code,
          shows: (size) => (
            <Panel title={[`${ko} · ${size}`, `${en} · ${size}`]} issued={issued} copy={copy} />
          ),
        }))}
      />
    </KnownRecords>
  ),
}

interface PanelProps extends Pick<Example, 'issued' | 'copy'> {
  title: [string, string]
}

function Panel({ title, issued, copy }: PanelProps) {
  const say = useSay()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!copy) return
    const withClipboard = copy === 'copied' ? { writeText: async () => {} } : undefined
    Object.defineProperty(navigator, 'clipboard', { value: withClipboard, configurable: true })
    panel.current?.querySelector('button')?.click()
    Reflect.deleteProperty(navigator, 'clipboard')
    getSelection()?.removeAllRanges()
  }, [copy])
  return <VirtualAccountPanel ref={panel} payment={issued} headingLevel={3} aria-label={say(...title)} />
}

/** 번호를 복사하면 복사했다고 말해요. */
export const CopyNumber: Story = {
  name: '계좌번호 복사',
  render: ({ payment }) => (
    <KnownRecords records={[payment]}>
      <div className="kit-page">
        <VirtualAccountPanel payment={payment} />
      </div>
    </KnownRecords>
  ),
  play: async ({ canvas, globals }) => {
    const say = sayIn(globals)
    const copied: string[] = []
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => void copied.push(text) },
      configurable: true,
    })
    const button = await canvas.findByRole('button', { name: say('계좌번호 복사', 'Copy account number') })
    await userEvent.click(button)
    Reflect.deleteProperty(navigator, 'clipboard')
    await expect(button).toHaveTextContent(say('복사했어요', 'Copied'))
    await expect(copied).toEqual(['56211023456789'])
    await expect(canvas.getByText(say('1일 2시간 남았어요', '1 day 2 hours left'))).toBeVisible()
  },
}
