import type { Language } from './language.js'

/** A moment on a Korean wall clock; `seconds` is unix time. */
export function printKst(seconds: number, language: Language): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'ko-KR', {
    timeZone: 'Asia/Seoul',
    dateStyle: language === 'en' ? 'medium' : 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(seconds * 1000)
}
