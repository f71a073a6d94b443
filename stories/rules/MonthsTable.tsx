import { resolveInstallments } from 'react-toss-checkout'
import '../guide/guide.css'

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
    <div className="guide-scroll">
      <table className="guide-table">
        <thead>
          <tr>
            <th scope="col">넘긴 값</th>
            <th scope="col">금액</th>
            <th scope="col">신모듈 tosspayments</th>
            <th scope="col">구모듈 uplus</th>
          </tr>
        </thead>
        <tbody>
          {lists.map((given) => {
            const code = `cardQuota={${JSON.stringify(given.cardQuota)}}${given.onlyInstallment ? ' onlyInstallment' : ''}`
            return (
              <tr key={code + given.amount}>
                <th scope="row">
                  <code>{code}</code>
                </th>
                <td>{given.amount.toLocaleString('ko-KR')}원</td>
                <td>{say(resolveInstallments({ module: 'tosspayments', ...given }))}</td>
                <td>{say(resolveInstallments({ module: 'uplus', ...given }))}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
