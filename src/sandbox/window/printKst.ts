/**
 * A moment in unix seconds as Korean time: `11월 20일(금) 23:59`, `Fri, Nov 20, 23:59 KST`. The year where it may be another:
 * `2026년 11월 20일(금) 23:59`, `Fri, Nov 20, 2026, 23:59 KST`.
 */
export function printKst(unixSeconds: number, language: 'ko' | 'en', withYear = false): string {
  const text = new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-US', {
    timeZone: 'Asia/Seoul',
    ...(withYear && { year: 'numeric' }),
    month: language === 'ko' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(unixSeconds * 1000)
  return language === 'ko'
    ? text.replace(/ ?\(?([일월화수목금토])\)? (?=\d\d:)/, '($1) ')
    : `${text.replace(' at ', ', ')} KST`
}
