import type { Sandbox } from '../../../src/sandbox/index.js'
import type { CardData } from '../../../src/server/rest/subscribe/cardData.js'

/** Registers a card in the gateway's window as a buyer does, and answers the attempt's number. */
export function registerAtGateway(
  { gateway }: Sandbox,
  { merchantUid, customerUid }: { merchantUid: string; customerUid: string },
  { cardNumber, ...card }: CardData,
): string {
  const opened = gateway.open(
    {
      ...{ pg: 'tosspayments', pay_method: 'card', amount: 0, name: '카드 등록' },
      ...{ merchant_uid: merchantUid, customer_uid: customerUid },
    },
    { channel: 'pc', sdk: 'new' },
  )
  if (!opened.opened) throw new Error(`no window: ${JSON.stringify(opened.response)}`)
  gateway.approve(opened.offer.impUid, { method: 'billing', card: { number: cardNumber, ...card } })
  return opened.offer.impUid
}
