import type { ReactElement } from 'react'

/** One line of the order. */
export interface Goods {
  id: string
  name: [ko: string, en: string]
  option: [ko: string, en: string]
  /** Won each. */
  price: number
  count: number
  art: ReactElement
}

const muffler = (
  <svg viewBox="0 0 80 80" aria-hidden="true">
    <rect width="80" height="80" fill="#efe4d3" />
    <path d="M20 26c0-9 40-9 40 0v10c0 9-40 9-40 0z" fill="#c98f4e" />
    <path d="M26 27c0-5 28-5 28 0s-28 5-28 0z" fill="#8d5f2c" />
    <path d="M44 38l12-2 4 30-13 2z" fill="#b57b3c" />
    <path d="M24 38l13 3-4 24-12-3z" fill="#c98f4e" />
    <path d="M22 61l12 3M47 62l13-2M23 55l12 3M46 56l13-2" stroke="#efe4d3" strokeWidth="1.6" />
    <path d="M23 67v5m4-4v5m4-4v5m17-4v5m4-6v5m4-6v5" stroke="#8d5f2c" strokeWidth="1.6" />
  </svg>
)

const yujaTea = (
  <svg viewBox="0 0 80 80" aria-hidden="true">
    <rect width="80" height="80" fill="#f6edc9" />
    <rect x="14" y="22" width="24" height="8" rx="2" fill="#5d6b4c" />
    <path d="M13 34c0-4 26-4 26 0v30c0 4-26 4-26 0z" fill="#f0b429" />
    <rect x="16" y="42" width="20" height="14" rx="2" fill="#fffaf0" />
    <circle cx="26" cy="49" r="4" fill="#e8a317" />
    <rect x="43" y="30" width="22" height="7" rx="2" fill="#5d6b4c" />
    <path d="M42 41c0-4 24-4 24 0v24c0 4-24 4-24 0z" fill="#f7c948" />
    <rect x="45" y="47" width="18" height="12" rx="2" fill="#fffaf0" />
    <path d="M50 53c2-5 6-5 8 0-2 4-6 4-8 0z" fill="#7b8f52" />
  </svg>
)

/** What is in the basket of every checkout story: 52,000 won. */
export const basket: readonly Goods[] = [
  {
    id: 'muffler',
    name: ['손뜨개 울 머플러', 'Hand-knit wool muffler'],
    option: ['오트밀', 'Oatmeal'],
    price: 34_000,
    count: 1,
    art: muffler,
  },
  {
    id: 'yuja-tea',
    name: ['고흥 유자차', 'Goheung yuja tea'],
    option: ['500g 병', '500 g jar'],
    price: 9_000,
    count: 2,
    art: yujaTea,
  },
]

/** Won. */
export const shippingFee = 3_000

export const goodsTotal: number = basket.reduce((sum, { price, count }) => sum + price * count, 0)
