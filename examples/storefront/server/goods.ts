import type { Goods } from '../shop/goods.types.js'

/** What the shop sells. `stock` is what a new database starts with; from then on the database counts. */
export const goods: readonly Goods[] = [
  {
    id: 'celadon-bowl',
    name: { ko: '청자 찻사발', en: 'Celadon tea bowl' },
    note: { ko: '강진 흙, 장작 가마 · 지름 12cm', en: 'Gangjin clay, wood-fired · 12 cm across' },
    price: 68_000,
    limit: 4,
    stock: 240,
  },
  {
    id: 'white-teapot',
    name: { ko: '백자 다관', en: 'White porcelain teapot' },
    note: { ko: '손잡이가 옆에 달린 다관 · 280ml', en: 'Side-handled teapot · 280 ml' },
    price: 129_000,
    limit: 2,
    stock: 120,
  },
  {
    id: 'moon-jar',
    name: { ko: '작은 달항아리', en: 'Small moon jar' },
    note: { ko: '한 가지 꽂기 좋은 크기 · 높이 11cm', en: 'For a single branch · 11 cm tall' },
    price: 49_900,
    limit: 3,
    stock: 160,
  },
  {
    id: 'buncheong-cup',
    name: { ko: '분청 찻잔', en: 'Buncheong cup' },
    note: { ko: '귀얄 자국이 남은 잔 · 90ml', en: 'Brushed white slip · 90 ml' },
    price: 18_000,
    limit: 8,
    stock: 400,
  },
  {
    id: 'sejak',
    name: { ko: '하동 세작', en: 'Hadong sejak green tea' },
    note: { ko: '올해 곡우 뒤에 딴 잎 · 40g', en: 'Picked this spring · 40 g' },
    price: 24_000,
    limit: 5,
    stock: 400,
  },
  {
    id: 'ssuk',
    name: { ko: '거문도 쑥차', en: 'Geomundo mugwort tea' },
    note: { ko: '해풍 맞은 쑥, 덖음차 · 30g', en: 'Roasted island mugwort · 30 g' },
    price: 9_000,
    limit: 10,
    stock: 400,
  },
  {
    id: 'tea-tray',
    name: { ko: '호두나무 다반', en: 'Walnut tea tray' },
    note: { ko: '기름만 먹인 나무 · 36×22cm', en: 'Oiled walnut · 36 × 22 cm' },
    price: 87_000,
    limit: 2,
    stock: 2,
  },
  {
    id: 'iron-kettle',
    name: { ko: '무쇠 탕관', en: 'Cast-iron kettle' },
    note: { ko: '다음 입고는 내년 봄 · 1.2L', en: 'Back in spring · 1.2 l' },
    price: 185_000,
    limit: 1,
    stock: 0,
  },
]

export const goodsById: ReadonlyMap<string, Goods> = new Map(goods.map((each) => [each.id, each]))
