import type { PaymentState } from 'react-toss-checkout'
import { useSay } from '../playground/Playground.js'

/** What the developer's code sees: the state, and the error with everything a branch may need. */
export function StateFacts({ state }: { state: PaymentState }) {
  const say = useSay()
  const error = 'error' in state ? state.error : undefined
  const rows: [label: string, value: string | undefined][] = [
    ['status', state.status],
    ['waitingFor', state.status === 'preparing' ? state.waitingFor : undefined],
    ['error.code', error?.code],
    ['error.charged', error?.charged],
    ['error.retryable', error && `${error.retryable}`],
    [
      'error.gateway',
      error?.gateway && [error.gateway.code, error.gateway.message].filter(Boolean).join(' · '),
    ],
    ['error.message', error?.message],
  ]
  return (
    <section aria-label={say('지금 상태', 'State now')}>
      <dl className="facts">
        {rows.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd data-status={label === 'status' ? value : undefined}>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  )
}
