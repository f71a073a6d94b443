/** A moment on a Korean wall clock. `seconds` is unix time, as the gateway gives it. */
export function printKst(seconds: number, locale: 'ko' | 'en'): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'ko-KR', {
    timeZone: 'Asia/Seoul',
    dateStyle: locale === 'en' ? 'medium' : 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(seconds * 1000)
}
