import { describe, expect, it } from 'vitest'
import { approve, chooseCard, ends, openShop, reaches, shown } from './openShop.js'

describe('구매자가 결제한다', () => {
  it('55,000원을 신한카드 3개월 할부로 결제하면 서버가 확인한 기록이 보인다', async () => {
    const visit = await openShop()
    await visit.pay().click()
    await chooseCard(visit, '신한카드', '3')
    await approve(visit)
    await reaches(visit, 'paid')
    expect(await shown(visit)).toMatchObject({
      payment: { status: 'paid', amount: 55_000, merchantUid: 'order-0001', card: { code: '366', quota: 3 } },
    })
    expect(await ends(visit)).toEqual(['paid'])
    await visit.page.getByRole('button', { name: '결제가 완료됐어요' }).waitFor()
  })

  it('구모듈의 콜백(success: true)으로도 같은 기록에 이른다', async () => {
    const visit = await openShop({ provider: { pg: 'uplus' }, sandbox: { sdk: 'legacy' } })
    await visit.pay().click()
    await chooseCard(visit)
    await approve(visit)
    await reaches(visit, 'paid')
    expect(await shown(visit)).toMatchObject({ payment: { card: { code: '366', quota: 0 } } })
  })

  it('계좌이체로 결제한다', async () => {
    const visit = await openShop({
      buttons: [{ merchantUid: 'order-0001', options: { payMethod: 'trans' } }],
    })
    await visit.pay().click()
    await visit.window().getByRole('radio').first().check()
    await approve(visit)
    await reaches(visit, 'paid')
    expect(await shown(visit)).toMatchObject({ payment: { payMethod: 'trans' } })
  })

  it('휴대폰 소액결제로 결제한다', async () => {
    const visit = await openShop({
      buttons: [{ merchantUid: 'order-0001', options: { payMethod: 'phone', digital: true } }],
    })
    await visit.pay().click()
    await visit.window().getByRole('radio').first().check()
    await visit.window().getByRole('textbox').first().fill('01012345678')
    await approve(visit)
    await reaches(visit, 'paid')
    expect(await shown(visit)).toMatchObject({ payment: { payMethod: 'phone' } })
  })

  it('가상계좌를 받으면 입금을 기다린다고 하고, 결제됐다고 하지 않는다', async () => {
    const visit = await openShop({
      buttons: [{ merchantUid: 'order-0001', options: { payMethod: 'vbank' } }],
    })
    await visit.page.getByRole('button', { name: '가상계좌 발급받기' }).click()
    await visit.window().getByRole('radio', { name: /국민/ }).check()
    await visit
      .window()
      .getByRole('checkbox', { name: /전체 동의/ })
      .check()
    await approve(visit)
    const number = /^\d{4} \d{4} \d{4} \d\d$/
    await visit.window().getByText(number).waitFor()
    await visit.window().getByRole('button', { name: '확인' }).click()
    await reaches(visit, 'awaiting-deposit')
    expect(await shown(visit)).toMatchObject({
      payment: { status: 'ready', virtualAccount: { holder: null } },
    })
    expect(await ends(visit)).toEqual(['awaiting-deposit'])
  })

  it('그만둔 구매자는 다시 눌러 결제할 수 있다', async () => {
    const visit = await openShop()
    await visit.pay().click()
    await visit.window().getByRole('button', { name: '취소' }).click()
    await reaches(visit, 'dismissed')
    await visit.pay().click()
    await chooseCard(visit)
    await approve(visit)
    await reaches(visit, 'paid')
    expect(await ends(visit)).toEqual(['dismissed', 'paid'])
  })

  it.each([
    ['declined', 'DECLINED'],
    ['limit-exceeded', 'LIMIT_EXCEEDED'],
    ['card-data-invalid', 'CARD_DATA_INVALID'],
    ['configuration', 'GATEWAY_CONFIGURATION'],
    ['system-error', 'GATEWAY_SYSTEM'],
  ] as const)('%s 거절은 %s 오류로, 돈이 나가지 않았다고 알려 준다 (두 모듈)', async (fault, code) => {
    for (const [pg, sdk] of [
      ['tosspayments', 'new'],
      ['uplus', 'legacy'],
    ] as const) {
      const visit = await openShop({ provider: { pg }, sandbox: { sdk, faults: [fault] } })
      await visit.pay().click()
      await chooseCard(visit)
      await approve(visit)
      await reaches(visit, 'failed')
      const { error } = await shown(visit)
      expect(error, `${pg}`).toMatchObject({ code, charged: 'no', gateway: { message: expect.any(String) } })
      await visit.page
        .getByRole('alert')
        .filter({ hasText: '결제된 금액은 없어요' })
        .waitFor({ state: 'attached' })
      await visit.context.close()
    }
  })
})

describe('결제창은 한 번에 하나다', () => {
  it('같은 틱의 두 번 클릭은 결제창을 한 번만 연다', async () => {
    const visit = await openShop()
    await visit.pay().waitFor()
    await visit.page.waitForFunction(() => !!window.IMP)
    const calls = await visit.page.evaluate(() => {
      const imp = window.IMP as NonNullable<typeof window.IMP>
      const real = imp.request_pay.bind(imp)
      let opened = 0
      imp.request_pay = (...args) => {
        opened++
        return real(...args)
      }
      const button = document.querySelector<HTMLButtonElement>('[data-toss-checkout]')
      button?.click()
      button?.click()
      return opened
    })
    expect(calls).toBe(1)
    await chooseCard(visit)
    await approve(visit)
    await reaches(visit, 'paid')
    expect(await ends(visit)).toEqual(['paid'])
  })

  it('다른 주문의 버튼은 먼저 연 결제가 끝날 때까지 거절되고, 먼저 연 결제는 그대로다', async () => {
    const visit = await openShop({
      buttons: [{ merchantUid: 'order-0001' }, { merchantUid: 'order-0002', amount: 9_900 }],
    })
    await visit.page.waitForFunction(() => !!window.IMP)
    await visit.page.evaluate(() => {
      for (const button of document.querySelectorAll<HTMLButtonElement>('[data-toss-checkout]'))
        button.click()
    })
    await reaches(visit, 'failed', 'order-0002')
    expect(await shown(visit, 'order-0002')).toMatchObject({
      error: { code: 'PAYMENT_IN_PROGRESS', charged: 'no' },
    })
    await chooseCard(visit)
    await approve(visit)
    await reaches(visit, 'paid')
  })

  it('StrictMode의 버튼 셋은 스크립트 한 개, init 한 번이다', async () => {
    const visit = await openShop({
      strict: true,
      buttons: [1, 2, 3].map((n) => ({ merchantUid: `order-000${n}`, amount: n * 10_000 })),
    })
    await visit.page.waitForFunction(() => !!window.IMP)
    expect(visit.scripts).toEqual(['https://cdn.iamport.kr/v1/iamport.js'])
    expect(await visit.page.locator('script[src*="iamport"]').count()).toBe(1)
    expect(await visit.page.evaluate(() => window.inits)).toEqual(['imp00000000'])
    await visit.pay('20,000원').click()
    await chooseCard(visit)
    await approve(visit, '20,000원')
    await reaches(visit, 'paid', 'order-0002')
  })

  it('결제창이 열린 동안 화면이 사라졌다 돌아와도 결과를 보여 준다', async () => {
    const visit = await openShop({ toggles: true })
    await visit.pay().click()
    await visit.window().getByRole('radio', { name: '신한카드' }).waitFor()
    await visit.page.evaluate(() =>
      document.querySelector<HTMLButtonElement>('button:not([data-toss-checkout])')?.click(),
    )
    await chooseCard(visit)
    await approve(visit)
    await visit.page.waitForFunction(() => window.ends.length === 1)
    await visit.page.getByRole('button', { name: '주문서 접기' }).click()
    await reaches(visit, 'paid')
    expect(await ends(visit)).toEqual(['paid'])
  })

  it('두 번째 탭에서 같은 주문을 누르면 다른 탭에서 결제 중이라고 한다', async () => {
    const first = await openShop()
    const second = await first.another()
    await first.page.bringToFront()
    await first.pay().click()
    await first.window().getByRole('radio', { name: '신한카드' }).waitFor()
    await second.pay().click()
    await reaches(second, 'failed')
    expect(await shown(second)).toMatchObject({ error: { code: 'PAYMENT_IN_ANOTHER_TAB', charged: 'no' } })
    await first.page.close()
    await second.page.getByRole('button', { name: '다시 결제하기' }).click()
    await chooseCard(second)
    await approve(second)
    await reaches(second, 'paid')
  })
})
