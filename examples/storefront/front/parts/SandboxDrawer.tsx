import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { callShop } from '../api.js'
import { faultWords, offeredFaults } from '../faultWords.js'
import { useSpeech } from '../language.js'
import { printKst } from '../printKst.js'
import { orderKey, useOrder } from '../useOrder.js'

interface SandboxState {
  faults: string[]
  clock: { now: number }
}

const stateKey = ['sandbox', 'state']
const day = 24 * 60 * 60 * 1000
/** ms Korea is ahead of UTC. */
const kst = 9 * 60 * 60 * 1000

/** The sandbox's switches, for whoever tries the shop out. Never there with the real gateway. */
export function SandboxDrawer({
  merchantUid,
  months = false,
}: {
  merchantUid?: string
  /** Where charges come by the month. */
  months?: boolean
}) {
  const { language, say } = useSpeech()
  const client = useQueryClient()
  const { data: state } = useQuery({
    queryKey: stateKey,
    queryFn: () => callShop<SandboxState>('/api/sandbox/state'),
  })
  const change = useMutation({
    mutationFn: ({ path, method, body }: { path: string; method: 'PUT' | 'POST'; body?: unknown }) =>
      callShop<SandboxState>(`/api/sandbox${path}`, { method, body }),
    onSettled: () => client.invalidateQueries({ queryKey: stateKey }),
  })
  const active = state?.faults ?? []
  const setFaults = (next: string[]) =>
    change.mutate({ path: '/faults', method: 'PUT', body: { faults: next } })
  const toggle = (fault: string) =>
    setFaults(active.includes(fault) ? active.filter((each) => each !== fault) : [...active, fault])
  // Switched on elsewhere, it can be switched off here.
  const elsewhere = active.filter((fault) => !offeredFaults.includes(fault))
  return (
    <aside className="sandbox-drawer" aria-label={say('개발자 도구', 'Developer tools')}>
      <details>
        <summary>
          {say('개발자 도구', 'Developer tools')}
          {active.length > 0 && <span className="count">{active.length}</span>}
        </summary>
        <div className="sandbox-tools">
          <p className="soft">
            {say(
              '샌드박스에만 있는 도구예요. 실제 상점에는 없어요.',
              'Only on the sandbox. A real shop has none of this.',
            )}
          </p>
          {merchantUid && <Deposit merchantUid={merchantUid} />}
          <button
            type="button"
            className="plain-button"
            onClick={() => change.mutate({ path: '/clock', method: 'POST', body: { advance: day } })}
          >
            {say('샌드박스 시계 +1일', 'Sandbox clock +1 day')}
          </button>
          {months && state && (
            <button
              type="button"
              className="plain-button"
              onClick={() =>
                change.isPending ||
                change.mutate({
                  path: '/clock',
                  method: 'POST',
                  body: { advance: monthAfter(state.clock.now) - state.clock.now },
                })
              }
            >
              {say('샌드박스 시계 +1개월', 'Sandbox clock +1 month')}
            </button>
          )}
          {state && (
            <p className="soft" role="status">
              {say('샌드박스 시각', 'Sandbox time')} {printKst(state.clock.now / 1000, language)}
            </p>
          )}
          <fieldset>
            <legend>{say('일부러 일으킬 문제', 'Things that go wrong')}</legend>
            {[...elsewhere, ...offeredFaults].map((fault) => (
              <label className="choice" key={fault}>
                <input type="checkbox" checked={active.includes(fault)} onChange={() => toggle(fault)} />
                {say(...(faultWords[fault] ?? [fault, fault]))}
              </label>
            ))}
          </fieldset>
          {active.length > 0 && (
            <button type="button" className="plain-button" onClick={() => setFaults([])}>
              {say('모두 끄기', 'Switch all off')}
            </button>
          )}
          {change.isError && (
            <p role="alert">{say('샌드박스가 받아 주지 않았어요.', 'The sandbox refused.')}</p>
          )}
        </div>
      </details>
    </aside>
  )
}

/**
 * The same day of the next month in Korea; from a 31st, the first days of the month after, so that the last day of a shorter
 * month has passed as well.
 */
function monthAfter(now: number): number {
  const korea = new Date(now + kst)
  return korea.setUTCMonth(korea.getUTCMonth() + 1) - kst
}

function Deposit({ merchantUid }: { merchantUid: string }) {
  const { say } = useSpeech()
  const client = useQueryClient()
  const { data: order } = useOrder(merchantUid)
  const impUid = order?.status === 'awaiting-deposit' ? order.record?.impUid : undefined
  const deposit = useMutation({
    mutationFn: () =>
      callShop(`/api/sandbox/payments/${encodeURIComponent(impUid ?? '')}/deposit`, { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: orderKey(merchantUid) }),
  })
  if (!impUid) return null
  return (
    <>
      <button type="button" className="plain-button" onClick={() => deposit.isPending || deposit.mutate()}>
        {say('입금한 것으로 하기', 'Make the deposit')}
      </button>
      {deposit.isError && (
        <p role="alert">{say('은행이 입금을 받지 않았어요.', 'The bank refused the deposit.')}</p>
      )}
    </>
  )
}
