import { useSay } from '../playground/Playground.js'
import type { TimelineEntry } from './useTimeline.js'

/** Statuses and handler calls in the order they came. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const say = useSay()
  return (
    <section>
      <h3>{say('지나온 길', 'What happened')}</h3>
      {entries.length ? (
        <ol className="timeline">
          {entries.map(({ at, text }, index) => (
            <li key={index}>
              <code>{text}</code> <span>+{(at / 1000).toFixed(1)}s</span>
            </li>
          ))}
        </ol>
      ) : (
        <p className="soft">{say('버튼을 누르면 여기에 적혀요.', 'Press the button to see it here.')}</p>
      )}
    </section>
  )
}
