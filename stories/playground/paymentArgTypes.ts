import { cardCompanies } from 'react-toss-checkout'
import type { InputType } from 'storybook/internal/types'
import { tsdoc } from './tsdoc.js'

const months = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

function row(name: string, category: string, summary: string, more: InputType = {}, of = name): InputType {
  return { description: tsdoc[of] ?? '', table: { category, type: { summary } }, control: false, ...more }
}

const select = (options: readonly unknown[]): InputType => ({ control: 'select', options: [...options] })

/** Every payment prop of the button with its TSDoc; the ones worth playing with have a control. */
export const paymentArgTypes: Record<string, InputType> = {
  order: row('order', '주문', 'Order | (() => Promise<Order>)'),
  payMethod: row('payMethod', '결제', 'PayMethod', select(['card', 'trans', 'vbank', 'phone']), 'PayMethod'),
  escrow: row('escrow', '결제', 'boolean', { control: 'boolean' }),
  digital: row('digital', '결제', 'boolean', { control: 'boolean', if: { arg: 'payMethod', eq: 'phone' } }),
  vbankDue: row('vbankDue', '결제', 'string | Date', {
    control: 'text',
    if: { arg: 'payMethod', eq: 'vbank' },
  }),
  language: row('language', '결제', "'ko' | 'en'"),
  pg: row('pg', '결제', 'string'),
  channelKey: row('channelKey', '결제', 'string'),
  redirectUrl: row('redirectUrl', '결제', 'string'),
  requestParams: row('requestParams', '결제', 'Record<string, unknown>'),
  cardQuota: row('cardQuota', '카드', 'number[]', { control: 'check', options: months }),
  onlyInstallment: row('onlyInstallment', '카드', 'boolean', { control: 'boolean' }),
  cardCompanies: row('cardCompanies', '카드', '{ only: string[] } | { except: string[] }'),
  cardDirect: row('cardDirect', '카드', '{ code: string, quota: number }', { control: 'object' }),
  interestFreeMonths: row('interestFreeMonths', '카드', 'Record<string, number>', { control: 'object' }),
  appCard: row('appCard', '카드', 'boolean', { control: 'boolean' }),
  useCardPoint: row('useCardPoint', '카드', 'boolean', { control: 'boolean' }),
  internationalCardOnly: row('internationalCardOnly', '카드', 'boolean', { control: 'boolean' }),
  onPaid: row('onPaid', '결과', '(outcome) => void'),
  onAwaitingDeposit: row('onAwaitingDeposit', '결과', '(outcome) => void'),
  onDismissed: row('onDismissed', '결과', '(outcome) => void'),
  onFailed: row('onFailed', '결과', '(outcome) => void'),
  onUnconfirmed: row('onUnconfirmed', '결과', '(outcome) => void'),
  onSettled: row('onSettled', '결과', '(outcome) => void'),
  asChild: row('asChild', '모양', 'boolean'),
  children: row('children', '모양', 'ReactNode | ((state) => ReactNode)'),
}

/** Card companies for a control: `366` shown as "신한카드 366". */
export const cardCompanyControl: InputType = {
  options: cardCompanies.filter(({ overseas }) => !overseas).map(({ code }) => code),
  control: {
    type: 'check',
    labels: Object.fromEntries(cardCompanies.map(({ code, nameKo }) => [code, `${nameKo} ${code}`])),
  },
}
