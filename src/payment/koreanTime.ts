const KST = 9 * 3_600_000
const weekdays = {
  ko: ['일', '월', '화', '수', '목', '금', '토'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * A moment as Korean clocks show it, wherever the browser is. Needs no `Intl`, so a server and a browser print the same.
 *
 * @param seconds unix seconds, as in a `PaymentRecord`
 * @example formatKst(1_795_705_199) // '11월 26일(목) 23:59'
 * @param withYear for moments that may lie far back. Default false
 * @example formatKst(1_795_705_199, 'en') // 'Thu, Nov 26, 23:59 KST'
 */
export function formatKst(seconds: number, locale: 'ko' | 'en' = 'ko', withYear = false): string {
  const moment = new Date(seconds * 1000 + KST)
  const year = moment.getUTCFullYear()
  const time = moment.toISOString().slice(11, 16)
  const weekday = weekdays[locale][moment.getUTCDay()]
  const day = moment.getUTCDate()
  const month = moment.getUTCMonth()
  return locale === 'en'
    ? `${weekday}, ${months[month]} ${day}, ${withYear ? `${year}, ` : ''}${time} KST`
    : `${withYear ? `${year}년 ` : ''}${month + 1}월 ${day}일(${weekday}) ${time}`
}

/** Whole days, hours and minutes until a moment; the minute that has begun does not count. */
export interface TimeLeft {
  days: number
  hours: number
  minutes: number
}

/**
 * @param dueAt unix seconds
 * @param now unix ms
 */
export function timeLeftUntil(dueAt: number, now: number): TimeLeft {
  const minutes = Math.max(0, Math.floor((dueAt * 1000 - now) / 60_000))
  return { days: Math.floor(minutes / 1440), hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60 }
}
