import { describe, expect, it } from 'vitest'
import { addressOf, approve, chooseCard, openShop, reaches, shown } from './openShop.js'

const returned = '돌아온 결제'

describe('휴대폰은 결제하러 떠났다가 주소로 돌아온다', () => {
  it('결제하고 돌아오면 서버가 확인한 기록과 주문을 보여 주고, 주소에서 결과를 지운다', async () => {
    const visit = await openShop({ phone: true })
    await visit.pay().click()
    await chooseCard(visit)
    await approve(visit)
    await reaches(visit, 'paid', returned)
    expect(await shown(visit, returned)).toMatchObject({
      payment: { amount: 55_000, merchantUid: 'order-0001' },
    })
    expect(await visit.page.getByLabel('돌아온 주문').first().textContent()).toBe('겨울 니트')
    const { search } = new URL(visit.page.url())
    expect([...new URLSearchParams(search).keys()]).toEqual(['from', 'setup'])
    expect(await visit.page.evaluate(() => sessionStorage.getItem('react-toss-checkout'))).toBeNull()
    expect(await visit.page.evaluate(() => window.ends.length)).toBe(1)
  })

  it('돌아온 화면을 새로고침해도 결과가 남는다', async () => {
    const visit = await openShop({ phone: true })
    await visit.pay().click()
    await chooseCard(visit)
    await approve(visit)
    await reaches(visit, 'paid', returned)
    await visit.page.reload()
    await reaches(visit, 'paid', returned)
  })

  it('결제창에서 그만두고 돌아오면 그만둔 것으로 안다', async () => {
    const visit = await openShop({ phone: true })
    await visit.pay().click()
    await visit.window().getByRole('button', { name: '취소' }).click()
    await reaches(visit, 'dismissed', returned)
  })

  it('거절되고 돌아오면 거절로 안다', async () => {
    const visit = await openShop({
      phone: true,
      sandbox: { sdk: 'legacy', faults: ['declined'] },
      provider: { pg: 'uplus' },
    })
    await visit.pay().click()
    await chooseCard(visit)
    await approve(visit)
    await reaches(visit, 'failed', returned)
    expect(await shown(visit, returned)).toMatchObject({ error: { code: 'DECLINED', charged: 'no' } })
  })

  it('뒤로 가기로 돌아오면 서버에 물어보고 버튼을 돌려준다', async () => {
    const visit = await openShop({ phone: true })
    await visit.pay().click()
    await visit.window().getByRole('radio', { name: '신한카드' }).waitFor()
    await visit.page.goBack()
    await visit.state().waitFor()
    await visit.pass(6_000)
    await reaches(visit, 'dismissed')
    await visit.pay().click()
    await chooseCard(visit)
    await approve(visit)
    await reaches(visit, 'paid', returned)
  })

  it('돌아올 주소가 없으면 결제창을 열기 전에 거절하고 고칠 곳을 말한다', async () => {
    const visit = await openShop({ phone: true, provider: { redirectUrl: '' } })
    await visit.pay().click()
    await reaches(visit, 'failed')
    const { error } = await shown(visit)
    expect(error).toMatchObject({ code: 'REDIRECT_URL_REQUIRED', charged: 'no' })
  })
})

describe('돌아온 주소는 믿지 않는다', () => {
  const back = (query: string) => openShop({ path: `/return?from=cart&${query}` })

  it('결제되지 않은 주문을 성공이라 적은 주소는 결제 완료가 되지 않는다', async () => {
    const visit = await openShop()
    await visit.pay().click()
    await visit.window().getByRole('button', { name: '취소' }).click()
    await reaches(visit, 'dismissed')
    await visit.page.goto(
      addressOf({ path: '/return?imp_uid=imp_000000000001&merchant_uid=order-0001&imp_success=true' }),
    )
    await reaches(visit, 'confirming', returned)
    await visit.pass(20_000)
    await reaches(visit, 'unconfirmed', returned)
    expect(await visit.page.evaluate(() => window.ends.map(({ status }) => status))).not.toContain('paid')
  })

  it('남의 결제번호를 적은 주소는 내 주문의 결제가 되지 않는다', async () => {
    const visit = await openShop({ buttons: [{ merchantUid: 'order-0001' }] })
    await visit.pay().click()
    await chooseCard(visit)
    await approve(visit)
    await reaches(visit, 'paid')
    const { payment } = (await shown(visit)) as unknown as { payment: { impUid: string } }
    await visit.page.goto(
      addressOf({ path: `/return?imp_uid=${payment.impUid}&merchant_uid=order-9999&imp_success=true` }),
    )
    await reaches(visit, 'failed', returned)
    expect(await shown(visit, returned)).toMatchObject({
      error: { code: 'ORDER_MISMATCH', retryable: false },
    })
  })

  it('기억이 없는 다른 브라우저로 돌아와도 서버에 물어 결제를 보여 준다', async () => {
    const visit = await openShop()
    await visit.pay().click()
    await chooseCard(visit)
    await approve(visit)
    await reaches(visit, 'paid')
    const { payment } = (await shown(visit)) as unknown as { payment: { impUid: string } }
    await visit.page.evaluate(() => sessionStorage.clear())
    await visit.page.goto(addressOf({ path: `/return?imp_uid=${payment.impUid}&merchant_uid=order-0001` }))
    await reaches(visit, 'paid', returned)
    expect(await visit.page.getByLabel('돌아온 주문').first().textContent()).toBe('')
  })

  it('읽을 것이 없는 결과는 다시 결제하라고 하지 않는다', async () => {
    const visit = await back('imp_uid=null&imp_success=undefined')
    await reaches(visit, 'failed', returned)
    expect(await shown(visit, returned)).toMatchObject({
      error: { code: 'RETURN_UNREADABLE', charged: 'unknown' },
    })
  })

  it('결과가 없는 화면은 아무 일도 하지 않는다', async () => {
    const visit = await back('coupon=1')
    await reaches(visit, 'idle', returned)
    expect(await visit.page.evaluate(() => window.asked)).toEqual([])
  })
})
