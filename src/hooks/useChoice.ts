'use client'
import { useEffect, useRef, useState } from 'react'

/** A choice that the parent may hold, start, or only listen to. */
export interface Choice<Value> {
  /** Held by the parent: then only it changes the choice. Months (0 for a lump sum), a company's code, or a method. */
  value?: Value
  /** What an unheld choice starts with. Default: nothing, or the first that is offered. */
  defaultValue?: Value
  /**
   * Told what the buyer chose; also when what was chosen is no longer offered and another choice stands in for it, so
   * that what is sent to the gateway is what the buyer sees.
   */
  onValueChange?: (value: Value) => void
}

/**
 * What is chosen among what is offered. `offered` answers what stands in for a choice that is not. `replaced`: it stands
 * in for something that was offered, and the buyer has chosen nothing since.
 * @internal
 */
export function useChoice<Value>(
  { value, defaultValue, onValueChange }: Choice<Value>,
  initial: Value,
  offered: (chosen: Value) => Value,
): [chosen: Value, choose: (value: Value) => void, replaced: boolean] {
  const [own, setOwn] = useState(defaultValue ?? initial)
  const chosen = value !== undefined ? value : own
  const shown = offered(chosen)
  const [replaced, setReplaced] = useState(false)
  const wasOffered = useRef(false)
  const tell = useRef(onValueChange)
  useEffect(() => {
    tell.current = onValueChange
  })
  useEffect(() => {
    if (shown === chosen) {
      wasOffered.current = true
      return
    }
    if (wasOffered.current) setReplaced(true)
    setOwn(shown)
    tell.current?.(shown)
  }, [shown, chosen])
  return [
    shown,
    (next) => {
      if (next === shown) return
      setReplaced(false)
      setOwn(next)
      onValueChange?.(next)
    },
    replaced,
  ]
}
