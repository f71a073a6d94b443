import { describe, expect, it } from 'vitest'
import { approve, chooseCard, ends, openShop, reaches, shown } from './openShop.js'

describe('답이 오지 않아도 결제의 진실을 찾는다', () => {
  it('콜백이 사라져도 서버에 물어 결제됐다고 한다', async () => {
    const visit = await openShop({ sandbox: { faults: ['callback-lost'] } })
    await visit.pay().click()
    await chooseCard(visit)
    await approve(visit)
    await reaches(visit, 'paid')
    expect(await ends(visit)).toEqual(['paid'])
  })

  it('결제창을 X로 닫으면(콜백 없음) 결제되지 않았음을 확인하고 버튼을 돌려준다', async () => {
    const visit = await openShop({ sandbox: { sdk: 'legacy' } })
    await visit.pay().click()
    await visit.window().getByRole('radio', { name: '신한카드' }).waitFor()
    await visit.page.evaluate(() => document.querySelector<HTMLElement>('.imp-close')?.click())
    await visit.pass(6_000)
    await reaches(visit, 'dismissed')
    await visit.pay().click()
    await chooseCard(visit)
    await approve(visit)
    await reaches(visit, 'paid')
  })

  it('결제창의 프레임이 사라지면 남은 덮개를 치우고 버튼을 돌려준다', async () => {
    const visit = await openShop()
    await visit.pay().click()
    await visit.window().getByRole('radio', { name: '신한카드' }).waitFor()
    await visit.page.evaluate(() => document.querySelector('.imp-dialog iframe')?.remove())
    await visit.pass(6_000)
    await reaches(visit, 'dismissed')
    expect(await visit.page.locator('.imp-dialog').isVisible()).toBe(false)
  })

  it('결제창이 열린 채 새로고침하면 서버에 물어보고, 다시 결제할 수 있다', async () => {
    const visit = await openShop()
    await visit.pay().click()
    await visit.window().getByRole('radio', { name: '신한카드' }).waitFor()
    await visit.page.reload()
    await visit.state().waitFor()
    await visit.pass(6_000)
    await reaches(visit, 'dismissed')
    await visit.pay().click()
    await chooseCard(visit)
    await approve(visit)
    await reaches(visit, 'paid')
  })

  it('승인된 뒤 결과를 듣기 전에 새로고침해도 결제됐음을 안다', async () => {
    const visit = await openShop({ sandbox: { faults: ['callback-lost', 'confirm-down'] } })
    await visit.pay().click()
    await chooseCard(visit)
    await approve(visit)
    await reaches(visit, 'confirming')
    await visit.page.evaluate(() => window.sandbox.faults.clear())
    await visit.page.reload()
    await reaches(visit, 'paid')
    expect(await ends(visit)).toEqual(['paid'])
  })

  it('서버가 죽어 있으면 확인되지 않았다고 하고, 버튼은 결제가 아니라 확인을 다시 한다', async () => {
    const visit = await openShop({ sandbox: { faults: ['confirm-down'] } })
    await visit.pay().click()
    await chooseCard(visit)
    await approve(visit)
    await reaches(visit, 'confirming')
    await visit.pass(20_000)
    await reaches(visit, 'unconfirmed')
    expect(await shown(visit)).toMatchObject({ error: { code: 'CONFIRM_UNREACHABLE', charged: 'unknown' } })
    await visit.page.evaluate(() => window.sandbox.faults.clear())
    await visit.page.getByRole('button', { name: '결제 결과 다시 확인하기' }).click()
    await reaches(visit, 'paid')
    expect(await visit.page.locator('.imp-dialog').isVisible()).toBe(false)
    expect(await ends(visit)).toEqual(['unconfirmed', 'paid'])
  })

  it('서버가 느려도 결제됐다고 먼저 말하지 않고, 답이 오면 말한다', async () => {
    const visit = await openShop({ sandbox: { faults: ['confirm-slow'] } })
    await visit.pay().click()
    await chooseCard(visit)
    await approve(visit)
    await reaches(visit, 'confirming')
    await visit.page.getByRole('button', { name: '결제를 확인하고 있어요' }).waitFor()
    await visit.pass(8_000)
    await reaches(visit, 'paid')
  })

  it('콜백이 두 번 와도 끝은 한 번이다', async () => {
    const visit = await openShop({ sandbox: { faults: ['callback-twice'] } })
    await visit.pay().click()
    await chooseCard(visit)
    await approve(visit)
    await reaches(visit, 'paid')
    await visit.pass(10_000)
    expect(await ends(visit)).toEqual(['paid'])
  })

  it('승인 금액이 주문과 다르면 결제 완료가 아니라 금액 불일치이고, 돈이 나갔다고 알린다', async () => {
    const visit = await openShop({ sandbox: { faults: ['amount-tampered'] } })
    await visit.pay().click()
    await chooseCard(visit)
    await approve(visit)
    await reaches(visit, 'failed')
    expect(await shown(visit)).toMatchObject({
      error: { code: 'AMOUNT_MISMATCH', charged: 'yes', retryable: false },
    })
    await visit.page
      .getByRole('alert')
      .filter({ hasText: '다시 결제하지 말고' })
      .waitFor({ state: 'attached' })
  })

  it('사전 등록된 금액과 다르면 결제창이 열리지 않고 돈도 나가지 않는다', async () => {
    const visit = await openShop({ sandbox: { faults: ['prepared-amount-differs'] } })
    await visit.pay().click()
    await reaches(visit, 'failed')
    expect(await shown(visit)).toMatchObject({ error: { charged: 'no' } })
  })

  it('이미 결제된 주문번호라고 거절되면 서버에 물어 그 결제를 보여 준다', async () => {
    const visit = await openShop()
    await visit.pay().click()
    await chooseCard(visit)
    await approve(visit)
    await reaches(visit, 'paid')
    await visit.page.reload()
    await visit.pay().click()
    await reaches(visit, 'paid')
    expect(await visit.page.evaluate(() => window.sandbox.gateway !== undefined)).toBe(true)
  })

  it('쓴 적 있는 주문번호인데 서버에 기록이 없으면 다시 결제하라고 하지 않는다', async () => {
    const visit = await openShop({ sandbox: { faults: ['order-number-used'] } })
    await visit.pay().click()
    await reaches(visit, 'failed')
    expect(await shown(visit)).toMatchObject({ error: { code: 'ALREADY_PAID', retryable: false } })
  })

  it('상점의 onPaid가 던진 오류는 삼켜지지 않고, 결제는 완료로 남는다', async () => {
    const visit = await openShop({ throws: true })
    const uncaught: string[] = []
    visit.page.on('pageerror', (error) => uncaught.push(error.message))
    await visit.pay().click()
    await chooseCard(visit)
    await approve(visit)
    await reaches(visit, 'paid')
    expect(await visit.page.evaluate(() => window.errors)).toEqual(['Error: 상점의 onPaid가 던진 오류'])
    expect(uncaught).toEqual(['상점의 onPaid가 던진 오류'])
    expect(await ends(visit)).toEqual(['paid'])
  })

  it('결제창이 닫히면 초점이 결제 버튼으로 돌아온다', async () => {
    const visit = await openShop()
    await visit.pay().focus()
    await visit.page.keyboard.press('Enter')
    await visit.window().getByRole('button', { name: '취소' }).click()
    await reaches(visit, 'dismissed')
    expect(await visit.pay().evaluate((button) => button === document.activeElement)).toBe(true)
  })
})

describe('스크립트가 오지 않을 때', () => {
  it('차단되면 돈이 나가지 않았다고 하고, 다음 누름이 다시 불러와 결제한다', async () => {
    const visit = await openShop({ script: (n) => (n <= 2 ? 'block' : 'serve') })
    await visit.page.waitForFunction(() => window.errors.length > 0)
    await visit.pay().click()
    await reaches(visit, 'failed')
    expect(await shown(visit)).toMatchObject({
      error: { code: 'SDK_BLOCKED', charged: 'no', retryable: true },
    })
    await visit.page.getByRole('button', { name: '다시 결제하기' }).click()
    await chooseCard(visit)
    await approve(visit)
    await reaches(visit, 'paid')
    expect(visit.scripts).toHaveLength(3)
  })

  it('10초 안에 오지 않으면 시간 초과이고, 다음 누름은 다른 주소로 다시 묻는다', async () => {
    const visit = await openShop({ script: (n) => (n === 1 ? 'hang' : 'serve') })
    await visit.pay().click()
    await visit.page.getByRole('button', { name: '결제를 준비하고 있어요' }).waitFor()
    await visit.pass(10_000)
    await reaches(visit, 'failed')
    expect(await shown(visit)).toMatchObject({ error: { code: 'SDK_TIMEOUT' } })
    await visit.page.getByRole('button', { name: '다시 결제하기' }).click()
    await chooseCard(visit)
    await approve(visit)
    await reaches(visit, 'paid')
    expect(visit.scripts[1]).toBe('https://cdn.iamport.kr/v1/iamport.js?retry=1')
  })

  it('SDK가 요청을 받고도 창을 열지 않으면 버튼을 돌려준다', async () => {
    const visit = await openShop({ sandbox: { faults: ['never-answers'] } })
    await visit.pay().click()
    await visit.state().and(visit.page.locator('[data-status="in-window"]')).waitFor()
    await visit.pass(31_000)
    await reaches(visit, 'failed')
    expect(await shown(visit)).toMatchObject({
      error: { code: 'WINDOW_NOT_OPENED', charged: 'no', retryable: true },
    })
  })
})
