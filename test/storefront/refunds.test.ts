import type { Locator, Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { fillCheckout, orderIn, payByCard, paymentFacts, reachOrder, seeStatus } from './buyInBrowser.js'
import { deposit, issueAccount } from './issueAccount.js'
import { everyDatabase, everyDevice, type Visit, visitStorefront } from './visitStorefront.js'

/** Opens the form of an order page that has one, and chooses goods by name. */
async function chooseForRefund({ page, press }: Visit, name: string): Promise<Locator> {
  await press(page.getByText('환불하기', { exact: true }))
  const form = page.getByRole('group', { name: '환불할 상품' })
  await form.getByRole('checkbox', { name }).check()
  return form
}

/** Presses the button with the amount on it, and answers its question. */
async function askForRefund(page: Page, press: Visit['press'], amount: string): Promise<void> {
  await press(page.getByRole('button', { name: `${amount} 환불하기` }))
  const question = page.getByRole('group', { name: `${amount}을 환불할까요?` })
  await press(question.getByRole('button', { name: '환불하기' }))
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
      // The harmless answer has the focus, and nothing has happened yet.
      await press(page.getByRole('button', { name: '18,000원 환불하기' }))
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('그만두기')
      await press(page.getByRole('button', { name: '그만두기' }))
      expect(await payments(merchantUid)).toMatchObject([{ cancel_amount: 0 }])
      await askForRefund(page, press, '18,000원')
      await seeStatus(buyer, '일부 환불')
      expect(await refundsOf(buyer).allTextContents()).toEqual([expect.stringMatching(/환불 완료.*18,000원/)])
      expect(await paymentFacts(buyer)).toMatchObject({
        '환불 금액': '18,000원',
        '남은 결제 금액': '27,000원',
      })
      const goods = page.getByRole('region', { name: '주문 상품' })
      await goods
        .getByText(/주문 금액\s*45,000원\s*환불 금액\s*− 18,000원\s*남은 결제 금액\s*27,000원/)
        .waitFor()
      await page.getByText('2개 · 1개 환불').waitFor()
      expect(await payments(merchantUid)).toMatchObject([{ amount: 45_000, cancel_amount: 18_000 }])

      await orderIn(await admin(), merchantUid)
        .getByText('45,000원 · 18,000원 환불', { exact: true })
        .waitFor()

      // Some other day.
      await press(page.getByRole('link', { name: '주문 내역' }))
      await press(page.getByRole('link', { name: /분청 찻잔.*일부 환불/ }))
      await chooseForRefund(buyer, '모두 선택')
      await askForRefund(page, press, '27,000원')
      await seeStatus(buyer, '환불 완료')
      expect(await refundsOf(buyer).count()).toBe(2)
      expect(await page.getByText('환불하기').count()).toBe(0)
      await page.getByText('보내지 않아요').waitFor()
      expect(await payments(merchantUid)).toMatchObject([{ status: 'cancelled', cancel_amount: 45_000 }])
      await orderIn(await admin(), merchantUid)
        .getByText('45,000원 · 전액 환불', { exact: true })
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
    await account.getByText('은행을 골라 주세요').waitFor()
    await account.getByText('계좌번호를 입력해 주세요').waitFor()
    await expect.poll(() => bank.evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await page.getByText('환불할까요?').count()).toBe(0)
    expect(await payments(merchantUid)).toMatchObject([{ status: 'paid', cancel_amount: 0 }])

    await bank.selectOption('카카오뱅크')
    await account.getByRole('textbox', { name: '계좌번호' }).fill('3333-01-1234567')
    await account.getByRole('textbox', { name: '예금주' }).fill('김다도')
    await askForRefund(page, press, '48,000원')
    await seeStatus(buyer, '환불 완료')
    expect(await payments(merchantUid)).toMatchObject([{ status: 'cancelled', cancel_amount: 48_000 }])
  })

  it('상점이 관리 화면에서 환불하면 구매자도 상점이 환불했음을 본다', async () => {
    const buyer = await visit('desktop')
    await fillCheckout(buyer, ['청자 찻사발'])
    await payByCard(buyer, '68,000원')
    const merchantUid = await reachOrder(buyer, '결제 완료')
    const keeper = await admin()
    const order = orderIn(keeper, merchantUid)
    await order.getByText('환불하기', { exact: true }).click()
    await askForRefund(keeper, (what) => what.click(), '68,000원')
    await order.getByText(/환불 완료 · 상점에서 처리/).waitFor()
    expect(await payments(merchantUid)).toMatchObject([{ status: 'cancelled', cancel_amount: 68_000 }])
    await buyer.page.reload()
    await seeStatus(buyer, '환불 완료')
    expect(await refundsOf(buyer).allTextContents()).toEqual([
      expect.stringMatching(/환불 완료 · 상점에서 처리.*68,000원/),
    ])
  })
})
