import type { ReactNode } from 'react'
import { useSpeech } from '../language.js'

/** What went wrong and what to do about it. */
export function Problem({ children, onRetry }: { children: ReactNode; onRetry?: () => void }) {
  const { say } = useSpeech()
  return (
    <div className="card problem" role="alert">
      <p>{children}</p>
      {onRetry && (
        <button type="button" className="plain-button" onClick={onRetry}>
          {say('다시 불러오기', 'Try again')}
        </button>
      )}
    </div>
  )
}
