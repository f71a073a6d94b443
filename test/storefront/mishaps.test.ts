import { describe, expect, it } from 'vitest'
import {
  agree,
  approve,
  approveButton,
  chooseCard,
  fillCheckout,
  payByCard,
  paymentFacts,
  pressPay,
  reachOrder,
  seeStatus,
} from './buyInBrowser.js'
import { hurryTo } from './hurryTo.js'
import { everyDevice, visitStorefront } from './visitStorefront.js'

const { shop, visit, payments } = visitStorefront('PGlite')

const paid = async () => (await payments()).filter(({ status }) => status === 'paid').length
const amount = '68,000원'

describe.each(everyDevice)('%s에서 뜻대로 되지 않은 결제', (device) => {
  it('결제창을 닫은 구매자는 같은 장바구니로 다시 결제한다', async () => {
    const buyer = await visit(device)
    const { page, press, window } = buyer
    await fillCheckout(buyer, ['청자 찻사발'])
    await pressPay(buyer, amount)
    await press(window().getByRole('button', { name: '취소' }))
    await page.getByRole('heading', { name: '결제를 그만뒀어요' }).waitFor()
    if (device === 'phone') {
      await press(page.getByRole('link', { name: '주문서로 돌아가기' }))
      await agree(buyer)
    }
    await payByCard(buyer, amount)
    const merchantUid = await reachOrder(buyer, '결제 완료')
    expect((await payments(merchantUid)).filter(({ status }) => status === 'paid')).toHaveLength(1)
    // Giving up is no failure.
    await page.goto('/orders')
    await page.getByRole('link', { name: /청자 찻사발.*결제 완료/ }).waitFor()
    await page.getByRole('link', { name: /청자 찻사발.*결제 안 됨/ }).waitFor()
    expect(await page.getByText('결제 실패').count()).toBe(0)
  })

  it('거절되면 돈이 나가지 않았다고 말하고, 다른 카드로 다시 결제할 수 있다', async () => {
    const buyer = await visit(device)
    const { page, press } = buyer
    const before = await paid()
    await fillCheckout(buyer, ['청자 찻사발'])
    await shop().control('PUT', 'faults', { faults: ['declined'] })
    await payByCard(buyer, amount)
    await page.getByRole('heading', { name: '결제하지 못했어요' }).waitFor()
    await page.getByText('결제를 승인받지 못했어요. 결제된 금액은 없어요.').first().waitFor()
    await shop().control('PUT', 'faults', { faults: [] })
    if (device === 'phone') {
      await press(page.getByRole('link', { name: '주문서로 돌아가기' }))
      await agree(buyer)
      await pressPay(buyer, amount)
    } else await press(page.getByRole('button', { name: '다시 결제하기' }))
    await chooseCard(buyer, '삼성카드')
    await approve(buyer, amount)
    await reachOrder(buyer, '결제 완료')
    expect(await paymentFacts(buyer)).toMatchObject({ 카드: expect.stringContaining('삼성카드') })
    expect(await paid()).toBe(before + 1)
  })

  it('상점의 버튼도 결제창의 버튼도, 두 번 눌러도 결제는 하나다', async () => {
    const buyer = await visit(device)
    const { page } = buyer
    const before = await payments()
    await fillCheckout(buyer, ['청자 찻사발'])
    const twice = (button: HTMLElement) => {
      button.click()
      button.click()
    }
    await page.getByRole('button', { name: `${amount} 결제하기` }).evaluate(twice)
    await chooseCard(buyer, '신한카드')
    await (await approveButton(buyer, amount)).evaluate(twice)
    const merchantUid = await reachOrder(buyer, '결제 완료')
    expect((await payments()).slice(before.length)).toMatchObject([
      { merchant_uid: merchantUid, status: 'paid', amount: 68_000 },
    ])
  })
})

describe.each(everyDevice)('%s에서 결제됐는지 아직 모르는 구매자', (device) => {
  it('새로고침하고 또 눌러도 다시 결제하게 되지 않고, 확인되면 그 주문을 본다', async () => {
    const buyer = await visit(device, /503|CONFIRM_UNREACHABLE/)
    const { page, press } = buyer
    await page.clock.install()
    const before = await payments()
    await fillCheckout(buyer, ['청자 찻사발'])
    await shop().control('PUT', 'faults', { faults: ['confirm-down', 'webhook-lost'] })
    await payByCard(buyer, amount)
    const asking = page.getByText('결제를 확인하고 있어요').first()
    const warning = page.getByText('결제됐을 수 있어요').first()
    const ask = page.getByRole('button', { name: '결제 결과 다시 확인하기' })
    await asking.waitFor()
    await hurryTo(page, warning)
    expect(await ask.count()).toBe(1)
    await page.goto('/orders')
    await press(page.getByRole('link', { name: /청자 찻사발.*결제 확인 전/ }))
    await hurryTo(page, page.getByText('다시 결제하지 말고 잠시 뒤').first())
    expect(await page.getByText('결제된 금액은 없어요').count()).toBe(0)
    await page.goto('/checkout')
    await hurryTo(page, ask)
    await press(ask)
    await asking.waitFor()
    await hurryTo(page, warning)
    expect(await page.getByRole('button', { name: /결제하기/ }).count()).toBe(0)
    expect(await page.getByText('결제하지 못했어요').count()).toBe(0)
    await shop().control('PUT', 'faults', { faults: [] })
    await press(ask)
    await page.getByRole('heading', { name: '주문 상세' }).waitFor()
    await seeStatus(buyer, '결제 완료')
    expect((await payments()).slice(before.length)).toMatchObject([{ status: 'paid', amount: 68_000 }])
  }, 120_000)
})

describe('결제한 뒤 뒤로 간 구매자', () => {
  it('빈 장바구니를 볼 뿐 다시 결제하지 않고, 앞으로 가면 주문이 그대로 있다', async () => {
    const buyer = await visit('desktop')
    const { page } = buyer
    await fillCheckout(buyer, ['청자 찻사발'])
    await payByCard(buyer, amount)
    const merchantUid = await reachOrder(buyer, '결제 완료')
    const before = await payments()
    await page.goBack()
    await page.getByText('아직 담은 상품이 없어요').waitFor()
    expect(await page.getByRole('button', { name: /결제하기/ }).count()).toBe(0)
    await page.goForward()
    expect(await reachOrder(buyer, '결제 완료')).toBe(merchantUid)
    expect(await payments()).toEqual(before)
  })

  it('휴대폰에서 지나온 결제창으로 가 다시 눌러도 처음의 결제로 돌아온다', async () => {
    const buyer = await visit('phone')
    const { page } = buyer
    await fillCheckout(buyer, ['청자 찻사발'])
    await payByCard(buyer, amount)
    const merchantUid = await reachOrder(buyer, '결제 완료')
    const before = await payments()
    await page.goBack()
    await page.getByRole('heading', { name: '결제가 완료됐어요' }).waitFor()
    await page.goBack()
    await chooseCard(buyer, '삼성카드')
    await approve(buyer, amount)
    expect(await reachOrder(buyer, '결제 완료')).toBe(merchantUid)
    expect(await paymentFacts(buyer)).toMatchObject({ 카드: expect.stringContaining('신한카드') })
    expect(await payments()).toEqual(before)
  })
})

describe('결제창이 열린 채 떠난 구매자', () => {
  it('새로고침하면 결제되지 않았음을 알고 다시 결제한다', async () => {
    const buyer = await visit('desktop')
    const { page, window } = buyer
    await page.clock.install()
    await fillCheckout(buyer, ['청자 찻사발'])
    await pressPay(buyer, amount)
    await window().getByRole('radio', { name: '신한카드' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: '주문서' }).waitFor()
    await hurryTo(page, page.getByRole('heading', { name: '결제를 그만뒀어요' }))
    await agree(buyer)
    await payByCard(buyer, amount)
    await reachOrder(buyer, '결제 완료')
  })

  it('새로고침하는 사이 승인되었으면 결제 완료를 본다', async () => {
    const buyer = await visit('desktop')
    const { page, window } = buyer
    await fillCheckout(buyer, ['청자 찻사발'])
    await pressPay(buyer, amount)
    await window().getByRole('radio', { name: '신한카드' }).waitFor()
    const opened = (await payments()).at(-1)
    const choice = { method: 'card', cardCode: '366', quota: 0 }
    await shop().control('POST', `payments/${opened?.imp_uid}/approve`, { choice })
    await page.reload()
    expect(await reachOrder(buyer, '결제 완료')).toBe(opened?.merchant_uid)
  })

  it('휴대폰에서 뒤로 가면 결제되지 않았음을 알고 다시 결제한다', async () => {
    const buyer = await visit('phone')
    const { page, window } = buyer
    await page.clock.install()
    await fillCheckout(buyer, ['청자 찻사발'])
    await pressPay(buyer, amount)
    await window().getByRole('radio', { name: '신한카드' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: '주문서' }).waitFor()
    await hurryTo(page, page.getByRole('heading', { name: '결제를 그만뒀어요' }))
    await agree(buyer)
    await payByCard(buyer, amount)
    await reachOrder(buyer, '결제 완료')
  })
})

it('결제창에서 켠 문제도 상점의 개발자 도구에 보이고, 한꺼번에 꺼진다', async () => {
  const { page, press } = await visit('desktop')
  await shop().control('PUT', 'faults', { faults: ['declined', 'webhook-lost'] })
  await page.goto('/')
  await press(page.locator('.sandbox-drawer summary'))
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(2)
  await page.getByRole('checkbox', { name: '카드사·은행이 거절', checked: true }).waitFor()
  await press(page.getByRole('button', { name: '모두 끄기' }))
  await expect.poll(() => page.getByRole('checkbox', { checked: true }).count()).toBe(0)
  expect(await shop().control('GET', 'state')).toMatchObject({ faults: [] })
})
