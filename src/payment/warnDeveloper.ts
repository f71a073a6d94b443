const warned = new Set<string>()

/** Says something to the developer in the console, once per distinct message. Silent in production builds. */
export function warnDeveloper(message: string): void {
  if (!__DEV__ || warned.has(message)) return
  warned.add(message)
  console.warn(`react-toss-checkout: ${message}`)
}
