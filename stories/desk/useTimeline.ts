import { useEffect, useRef, useState } from 'react'
import type { PaymentHandlers, PaymentState } from 'react-toss-checkout'

/** One thing that happened, with the ms since the first of its order. */
export interface TimelineEntry {
  at: number
  text: string
}

const names = [
  'onPaid',
  'onAwaitingDeposit',
  'onDismissed',
  'onFailed',
  'onUnconfirmed',
  'onSettled',
] as const

/** Writes down every status an order passes through and every handler that is called. */
export function useTimeline(orderNumber: string, state: PaymentState) {
  const [entries, setEntries] = useState<TimelineEntry[]>([])
  const began = useRef(0)
  const write = useRef((text: string) => {
    began.current ||= Date.now()
    const at = Date.now() - began.current
    setEntries((before) => [...before, { at, text }])
  })
  const step = state.status === 'preparing' ? `preparing · ${state.waitingFor}` : state.status
  useEffect(() => {
    began.current = 0
    setEntries([])
  }, [orderNumber])
  useEffect(() => {
    if (step !== 'idle') write.current(step)
  }, [step])
  const [handlers] = useState(
    () =>
      Object.fromEntries(names.map((name) => [name, () => write.current(`${name}()`)])) as PaymentHandlers,
  )
  return { entries, handlers }
}
