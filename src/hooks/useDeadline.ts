'use client'
import { useEffect, useState } from 'react'
import { type TimeLeft, timeLeftUntil } from '../payment/koreanTime.js'

/** How a deadline stands. Both are undefined on a server and in the first render: its clock is not the buyer's. */
export interface Deadline {
  left?: TimeLeft
  passed?: boolean
}

/**
 * Time left until a moment, anew each minute: one timer, and none after it or while nothing is awaited.
 *
 * @param dueAt unix seconds; undefined while nothing is awaited
 * @internal
 */
export function useDeadline(dueAt: number | undefined): Deadline {
  const [now, setNow] = useState<number>()
  useEffect(() => {
    if (!dueAt) return
    let timer: ReturnType<typeof setTimeout>
    const look = () => {
      const time = Date.now()
      setNow(time)
      const left = dueAt * 1000 - time
      // Just after the minute has changed.
      if (left >= 0) timer = setTimeout(look, (left % 60_000) + 1)
    }
    look()
    return () => clearTimeout(timer)
  }, [dueAt])
  if (!dueAt || now === undefined) return {}
  return { left: timeLeftUntil(dueAt, now), passed: now > dueAt * 1000 }
}
