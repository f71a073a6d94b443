import { formatWon, monthlyShare, type PaymentOptions, resolveInstallments } from 'react-toss-checkout'
import { usePlayground, useSay } from '../playground/Playground.js'

/** What each module makes of the same list of months, by `resolveInstallments`. */
export function MonthsCompared({
  amount,
  options: { cardQuota, onlyInstallment },
}: {
  amount: number
  options: Pick<PaymentOptions, 'cardQuota' | 'onlyInstallment'>
}) {
  const say = useSay()
  const { locale, module: current } = usePlayground()
  const rows = [
    { module: 'tosspayments', name: say('신모듈', 'New module') },
    { module: 'uplus', name: say('구모듈', 'Legacy module') },
  ] as const
  return (
    <div className="months-table">
      {rows.map(({ module, name }) => (
        <div key={module}>
          <h3>
            {name} {module}
            {current === module && ` · ${say('지금 이 모듈', 'chosen now')}`}
          </h3>
          <ul className="chips">
            {resolveInstallments({ module, cardQuota, onlyInstallment, amount }).map((months) => (
              <li key={months}>
                {months > 1
                  ? say(
                      `${months}개월 · 월 ${formatWon(monthlyShare(amount, months).monthly, locale)}`,
                      `${months} months · ${formatWon(monthlyShare(amount, months).monthly, locale)}`,
                    )
                  : say('일시불', 'In full')}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
