/** Remembers a value for everything that is called, awaited things included, from within one function. */
export interface CallScope<T> {
  run<Result>(value: T, work: () => Promise<Result>): Promise<Result>
  current(): T | undefined
}

/** Where the runtime has no `AsyncLocalStorage`, nothing is remembered. */
export function callScope<T>(): CallScope<T> {
  // Not imported: this entry is loaded by runtimes without it, too.
  const hooks = globalThis.process?.getBuiltinModule?.('node:async_hooks')
  if (!hooks) return { run: (_, work) => work(), current: () => undefined }
  const storage = new hooks.AsyncLocalStorage<T>()
  return { run: (value, work) => storage.run(value, work), current: () => storage.getStore() }
}
