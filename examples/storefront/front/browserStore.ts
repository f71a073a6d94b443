import { useSyncExternalStore } from 'react'

/** A small value kept in this browser, shared by its tabs. */
export interface BrowserStore<Value> {
  read(): Value
  write(value: Value): void
  use(): Value
}

/** `parse` makes something usable of whatever is stored: another version of the shop may have written it. */
export function browserStore<Value>(key: string, parse: (stored: unknown) => Value): BrowserStore<Value> {
  const listeners = new Set<() => void>()
  // Where storage is switched off the value lives as long as the page.
  let text = load()
  let value = parse(readJson(text))
  addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) accept(load())
  })

  function load(): string | null {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  function accept(next: string | null): void {
    if (next === text) return
    text = next
    value = parse(readJson(next))
    for (const listener of listeners) listener()
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return {
    read: () => value,
    write(next) {
      const written = JSON.stringify(next)
      try {
        localStorage.setItem(key, written)
      } catch {}
      accept(written)
    },
    use: () => useSyncExternalStore(subscribe, () => value),
  }
}

function readJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
