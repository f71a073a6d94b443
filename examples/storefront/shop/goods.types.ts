/** A text in the shop's two languages. */
export interface Words {
  ko: string
  en: string
}

/** One thing the shop sells, as the front sees it. */
export interface Goods {
  id: string
  name: Words
  /** Where it comes from, how large it is. */
  note: Words
  /** Whole won, tax included. */
  price: number
  /** At most so many in one order. */
  limit: number
  /** Left in the cupboard; 0 is sold out. */
  stock: number
}

/** One line of an order, with the name and the price of the day it was made. */
export interface OrderLine {
  id: string
  name: Words
  /** Won each. */
  price: number
  count: number
}
