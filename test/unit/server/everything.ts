import { inspect } from 'node:util'

/** Everything a log could print of a value. */
export function everything(value: unknown): string {
  const chain: unknown[] = []
  for (let each = value; each && chain.length < 10; each = (each as Error).cause) chain.push(each)
  return chain
    .flatMap((each) => [
      inspect(each, { depth: Infinity, showHidden: true, getters: true }),
      String(each),
      JSON.stringify(each),
      (each as Error).stack,
    ])
    .join('\n')
}
