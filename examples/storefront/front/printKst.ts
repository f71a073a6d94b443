import { formatKst } from 'react-toss-checkout'
import type { Language } from './language.js'

/** A moment on a Korean wall clock, as the kit prints it beside this; `seconds` is unix time. */
export function printKst(seconds: number, language: Language): string {
  return formatKst(seconds, language, true)
}
