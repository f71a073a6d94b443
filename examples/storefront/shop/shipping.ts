/** Won for one parcel. */
const fee = 3_000

/** Won from which the parcel is free. */
export const freeShippingFrom = 30_000

/** What the parcel costs, won. The front prints it, the server charges it. */
export function shippingFee(goodsTotal: number): number {
  return goodsTotal === 0 || goodsTotal >= freeShippingFrom ? 0 : fee
}
