const warned = new Set<string>()

/** Says something to the developer in the console, once per distinct message. Silent in production builds. */
export function warnDeveloper(message: string): void {
  if (process.env.NODE_ENV === 'production' || warned.has(message)) return
  warned.add(message)
  console.warn(`react-toss-checkout: ${message}`)
}
