import { resolveInstallments } from 'react-toss-checkout'
import { GuideTable } from '../guide/GuideTable.js'

const lists: { cardQuota?: number[]; onlyInstallment?: boolean; amount: number }[] = [
  { cardQuota: [], amount: 109_000 },
  { cardQuota: [6], amount: 109_000 },
  { cardQuota: [3, 5], amount: 109_000 },
  { cardQuota: [2, 3, 4, 5, 6], amount: 109_000 },
  { cardQuota: [2, 3], onlyInstallment: true, amount: 109_000 },
  { cardQuota: [2, 3, 6], amount: 49_999 },
]

const say = (months: number[]) => months.map((month) => (month < 2 ? '일시불' : `${month}개월`)).join(', ')

/** What each module's window offers for a list of months, worked out by the kit itself. */
export function MonthsTable() {
  return (
    <GuideTable
      head={['넘긴 값', '금액', '신모듈 tosspayments', '구모듈 uplus']}
      rows={lists.map((given) => [
        <code key="given">
          {`cardQuota={${JSON.stringify(given.cardQuota)}}${given.onlyInstallment ? ' onlyInstallment' : ''}`}
        </code>,
        `${given.amount.toLocaleString('ko-KR')}원`,
        say(resolveInstallments({ module: 'tosspayments', ...given })),
        say(resolveInstallments({ module: 'uplus', ...given })),
      ])}
    />
  )
}
