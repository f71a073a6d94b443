/** A moment in unix seconds as Korean time: `2026년 11월 20일 (금) 23:59`, `Fri, 20 November 2026 at 23:59 KST`. */
export function printKst(unixSeconds: number, language: 'ko' | 'en'): string {
  const text = new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-GB', {
    timeZone: 'Asia/Seoul',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(unixSeconds * 1000)
  return language === 'ko' ? text.replace(/ ([일월화수목금토]) (?=\d)/, ' ($1) ') : `${text} KST`
}
