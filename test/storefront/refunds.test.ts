import type { Locator } from 'playwright'
import { describe, expect, it } from 'vitest'
import { fillCheckout, orderIn, payByCard, paymentFacts, reachOrder, seeStatus } from './buyInBrowser.js'
import { deposit, issueAccount } from './issueAccount.js'
import { everyDatabase, everyDevice, type Visit, visitStorefront } from './visitStorefront.js'

/** Opens the form of an order page that has one, and chooses goods by name. */
async function chooseForRefund({ page, press }: Visit, name: string): Promise<Locator> {
  await press(page.getByText('환불 신청', { exact: true }))
  const form = page.getByRole('group', { name: '환불할 상품' })
  await form.getByRole('checkbox', { name }).check()
  return form
}

const refundsOf = ({ page }: Visit) => page.getByRole('list', { name: '환불 내역' }).getByRole('listitem')

describe.each(everyDatabase)('%s 상점', (database) => {
  const visits = visitStorefront(database)
  const { visit, admin, payments } = visits

  it.each(everyDevice)(
    '%s에서 카드로 산 찻잔 둘 중 하나를 환불하고, 나머지를 모두 환불한다',
    async (device) => {
      const buyer = await visit(device)
      const { page, press } = buyer
      await fillCheckout(buyer, ['분청 찻잔', '분청 찻잔', '거문도 쑥차'])
      await payByCard(buyer, '45,000원')
      const merchantUid = await reachOrder(buyer, '결제 완료')

      const form = await chooseForRefund(buyer, '분청 찻잔')
      await press(form.getByRole('button', { name: '분청 찻잔 하나 빼기' }))
      await press(page.getByRole('button', { name: '18,000원 환불하기' }))
      await seeStatus(buyer, '일부 환불')
      expect(await refundsOf(buyer).allTextContents()).toEqual([expect.stringMatching(/환불 완료.*18,000원/)])
      expect(await paymentFacts(buyer)).toMatchObject({
        '환불 금액': '18,000원',
        '남은 결제 금액': '27,000원',
      })
      await page.getByText('2개 · 1개 환불').waitFor()
      expect(await payments(merchantUid)).toMatchObject([{ amount: 45_000, cancel_amount: 18_000 }])

      // Some other day.
      await press(page.getByRole('link', { name: '주문 내역' }))
      await press(page.getByRole('link', { name: /분청 찻잔.*일부 환불/ }))
      await chooseForRefund(buyer, '모두 선택')
      await press(page.getByRole('button', { name: '27,000원 환불하기' }))
      await seeStatus(buyer, '환불 완료')
      expect(await refundsOf(buyer).count()).toBe(2)
      expect(await page.getByText('환불 신청').count()).toBe(0)
      await page.getByText('보내지 않아요').waitFor()
      expect(await payments(merchantUid)).toMatchObject([{ status: 'cancelled', cancel_amount: 45_000 }])
      await orderIn(await admin(), merchantUid)
        .getByText('− 45,000원')
        .waitFor()
    },
  )

  it('가상계좌로 낸 돈은 받을 계좌를 적어야 환불한다', async () => {
    const buyer = await visit('phone')
    const { page, press } = buyer
    const { merchantUid } = await issueAccount(buyer)
    await deposit(visits, merchantUid)
    await seeStatus(buyer, '결제 완료')

    await chooseForRefund(buyer, '하동 세작')
    const refund = page.getByRole('button', { name: '48,000원 환불하기' })
    await press(refund)
    const account = page.getByRole('group', { name: '환불받을 계좌' })
    const bank = account.getByRole('combobox', { name: '은행' })
    expect(
      await bank.evaluate((field) => field === document.activeElement && field.matches(':invalid')),
    ).toBe(true)
    expect(await payments(merchantUid)).toMatchObject([{ status: 'paid', cancel_amount: 0 }])

    await bank.selectOption('카카오뱅크')
    await account.getByRole('textbox', { name: '계좌번호' }).fill('3333-01-1234567')
    await account.getByRole('textbox', { name: '예금주' }).fill('김다도')
    await press(refund)
    await seeStatus(buyer, '환불 완료')
    expect(await payments(merchantUid)).toMatchObject([{ status: 'cancelled', cancel_amount: 48_000 }])
  })

  it('상점이 관리 화면에서 환불하면 구매자도 상점이 환불했음을 본다', async () => {
    const buyer = await visit('desktop')
    await fillCheckout(buyer, ['청자 찻사발'])
    await payByCard(buyer, '68,000원')
    const merchantUid = await reachOrder(buyer, '결제 완료')
    const order = orderIn(await admin(), merchantUid)
    await order.getByText('환불하기', { exact: true }).click()
    await order.getByRole('button', { name: '68,000원 환불하기' }).click()
    await order.getByText(/환불 완료 · 상점에서 처리/).waitFor()
    expect(await payments(merchantUid)).toMatchObject([{ status: 'cancelled', cancel_amount: 68_000 }])
    await buyer.page.reload()
    await seeStatus(buyer, '환불 완료')
    expect(await refundsOf(buyer).allTextContents()).toEqual([
      expect.stringMatching(/환불 완료 · 상점에서 처리.*68,000원/),
    ])
  })
})
