import type { Sandbox } from '../../../src/sandbox/index.js'
import type { CardData } from '../../../src/server/rest/subscribe/cardData.js'

type Begun = { merchantUid: string; customerUid: string }

/** Registers a card in the gateway's window as a buyer does, and answers the attempt's number. */
export function registerAtGateway(
  { gateway }: Sandbox,
  begun: Begun,
  { cardNumber, ...card }: CardData,
): string {
  const impUid = openAtGateway(gateway, begun)
  gateway.approve(impUid, { method: 'billing', card: { number: cardNumber, ...card } })
  return impUid
}

/** Closes the window without a card. */
export function giveUpAtGateway({ gateway }: Sandbox, begun: Begun): string {
  const impUid = openAtGateway(gateway, begun)
  gateway.giveUp(impUid)
  return impUid
}

function openAtGateway(gateway: Sandbox['gateway'], { merchantUid, customerUid }: Begun): string {
  const opened = gateway.open(
    {
      ...{ pg: 'tosspayments', pay_method: 'card', amount: 0, name: '카드 등록' },
      ...{ merchant_uid: merchantUid, customer_uid: customerUid },
    },
    { channel: 'pc', sdk: 'new' },
  )
  if (!opened.opened) throw new Error(`no window: ${JSON.stringify(opened.response)}`)
  return opened.offer.impUid
}
