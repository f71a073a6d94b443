import { describe, expect, it } from 'vitest'
import {
  approve,
  fillCheckout,
  orderIn,
  payByCard,
  paymentFacts,
  pressPay,
  reachOrder,
  readFacts,
  seeStatus,
} from './buyInBrowser.js'
import { deposit, issueAccount } from './issueAccount.js'
import { purchases } from './purchases.js'
import { everyDatabase, everyDevice, visitStorefront } from './visitStorefront.js'

describe.each(everyDatabase)('%s 상점', (database) => {
  const visits = visitStorefront(database)
  const { shop, visit, admin, payments } = visits

  describe.each(everyDevice)('%s에서', (device) => {
    it.each(Object.entries(purchases))(
      '%s: 장바구니에 담고, 주문하고, 결제해서 결제 완료를 본다',
      async (_, { goods, amount, choose, decide, facts, listed }) => {
        const buyer = await visit(device)
        await fillCheckout(buyer, goods)
        await choose?.(buyer)
        await pressPay(buyer, amount)
        await decide(buyer)
        await approve(buyer, amount)
        const merchantUid = await reachOrder(buyer, '결제 완료')
        expect(await paymentFacts(buyer)).toMatchObject({
          '결제 금액': amount,
          주문번호: merchantUid,
          ...facts,
        })
        await buyer.page.getByText('상품을 준비하고 있어요').waitFor()
        expect(await payments(merchantUid)).toMatchObject([{ status: 'paid' }])
        expect(await orderIn(await admin(), merchantUid).textContent()).toMatch(
          new RegExp(`결제 완료.*${amount}.*${listed}`),
        )
      },
    )

    it('가상계좌를 받고, 입금하면 웹훅으로 주문 화면이 스스로 결제 완료가 된다', async () => {
      const buyer = await visit(device)
      const { page, press } = buyer
      const { merchantUid, number } = await issueAccount(buyer)
      const panel = page.getByRole('group', { name: '입금할 계좌' })
      const facts = await readFacts(panel)
      expect(facts).toMatchObject({
        은행: '신한은행',
        '입금할 금액': '48,000원',
        '입금 기한': expect.stringMatching(/까지 \(한국\s시간\).*남았어요/),
      })
      expect(facts.계좌번호?.replace(/\D/g, '')).toContain(number)
      await press(panel.getByRole('button', { name: '계좌번호 복사' }))
      await panel.getByRole('button', { name: '복사했어요' }).waitFor()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(number)

      // The page itself learns nothing from the gateway any more: what it shows came by webhook.
      await page.route('**/api/checkout/complete', () => {})
      await page.evaluate(() => Object.assign(window, { notReloaded: true }))
      await deposit(visits, merchantUid)
      await seeStatus(buyer, '결제 완료')
      await page.getByText('상품을 준비하고 있어요').waitFor()
      expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true)
      expect(await paymentFacts(buyer)).toMatchObject({ '결제 수단': '가상계좌', '결제 금액': '48,000원' })
      expect(await panel.count()).toBe(0)
    })
  })

  // The gateway gives one; the sandbox has none to give.
  it.runIf(database === 'PostgreSQL')(
    '영수증이 있는 결제는 주문 화면에서 새 창으로 영수증을 본다',
    async () => {
      const buyer = await visit('phone')
      const { page } = buyer
      await fillCheckout(buyer, ['작은 달항아리'])
      await payByCard(buyer, '49,900원')
      const merchantUid = await reachOrder(buyer, '결제 완료')
      const receipt = page.getByRole('link', { name: '영수증 보기 (새 창에서 열려요)' })
      expect(await receipt.count()).toBe(0)
      const address = 'https://receipt.example/sales-slip?tid=1'
      await shop().query(
        `UPDATE toss_checkout_orders SET record = jsonb_set(record, '{receiptUrl}', to_jsonb($2::text)) WHERE merchant_uid = $1`,
        [merchantUid, address],
      )
      await page.reload()
      await receipt.waitFor()
      expect(await receipt.getAttribute('href')).toBe(address)
      expect(await receipt.getAttribute('target')).toBe('_blank')
    },
  )

  it('다른 브라우저에서는 남의 주문을 볼 수도 환불할 수도 없다', async () => {
    const buyer = await visit('desktop')
    await fillCheckout(buyer, ['청자 찻사발'])
    await payByCard(buyer, '68,000원')
    const merchantUid = await reachOrder(buyer, '결제 완료')
    const { page } = await visit('phone', /404/)
    await page.goto(`/orders/${merchantUid}`)
    await page.getByText('주문을 찾을 수 없어요').waitFor()
    expect(await page.getByText('아차산로').count()).toBe(0)
    expect((await page.request.get(`/api/orders/${merchantUid}`)).status()).toBe(404)
    const refund = await page.request.post(`/api/orders/${merchantUid}/refund`, {
      headers: { origin: shop().url },
      data: { counts: { 'celadon-bowl': 1 } },
    })
    expect(refund.status()).toBe(404)
    expect(await payments(merchantUid)).toMatchObject([{ status: 'paid', cancel_amount: 0 }])
    await page.goto('/orders')
    await page.getByText('아직 주문한 내역이 없어요').waitFor()
  })
})
