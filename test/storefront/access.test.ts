import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { buyByHttp } from './buyByHttp.js'
import { fillCheckout, pressPay, seeStatus } from './buyInBrowser.js'
import { lookAtPage } from './lookAtPage.js'
import {
  becomeMember,
  giveCard,
  goodCard,
  openReplacing,
  passMonth,
  seeState,
  subscribe,
} from './memberInBrowser.js'
import { chooseMethod } from './purchases.js'
import { type Visit, visitStorefront } from './visitStorefront.js'

const { shop, visit } = visitStorefront('PGlite')

const faults = (...names: string[]) => shop().control('PUT', 'faults', { faults: names })
const card = { method: 'card', cardCode: '366', quota: 3 }
const account = { method: 'vbank', bankCode: '088' }
const delivery = {
  name: '김다도',
  tel: '01012345678',
  email: 'tea@shop.kr',
  postcode: '04783',
  address: '서울 성동구 아차산로 1',
  memo: '문 앞에 놓아 주세요',
}

const made: string[] = []

/** An order of this browser, opened in the gateway's window: no more of it than its page needs. */
async function openOrder(page: Page, items: object, total: number, more?: object) {
  const answer = await page.request.post('/api/checkout/orders', {
    headers: { origin: shop().url },
    data: { items, delivery, total },
  })
  const order = (await answer.json()) as { merchantUid: string; amount: number; name: string }
  made.push(order.merchantUid)
  return { ...order, impUid: await buyByHttp(shop()).open(order, more) }
}

async function showOrder({ page }: Pick<Visit, 'page'>, merchantUid: string, status: string): Promise<void> {
  await page.goto(`/orders/${merchantUid}`)
  await seeStatus({ page }, status)
}

it('상품에서 결제까지: 두 언어, 두 테마, 360과 1280에서 걸리는 것이 없고 글자를 두 배로 키워도 잘리지 않는다', async () => {
  const buyer = await visit('desktop', /503|CONFIRM_UNREACHABLE/)
  const { page, press, window } = buyer
  const { look, found } = await lookAtPage(page)
  await page.goto('/cart')
  await page.getByText('아직 담은 상품이 없어요').waitFor()
  await look('empty cart')
  await fillCheckout(buyer, ['분청 찻잔', '분청 찻잔', '거문도 쑥차'])
  await page.goto('/')
  await page.getByRole('button', { name: /분청 찻잔 더 담기/ }).waitFor()
  await look('goods')
  await page.goto('/cart')
  await page.getByRole('link', { name: '주문하기' }).waitFor()
  await look('cart')

  await page.goto('/checkout')
  await page.getByRole('textbox', { name: '이름' }).fill('')
  await page.getByRole('radio', { name: '카드사를 지금 고르기' }).check()
  await pressPay(buyer, '45,000원')
  await page.getByText('이름을 입력해 주세요').waitFor()
  await page.getByText('카드사를 골라 주세요').first().waitFor()
  await look('checkout with mistakes')
  await page.getByRole('textbox', { name: '이름' }).fill('김다도')
  await page.getByRole('checkbox', { name: /결제에 동의해요/ }).check()
  for (const method of ['가상계좌', '신용·체크카드']) {
    await chooseMethod(buyer, method)
    if (method === '신용·체크카드') await page.getByRole('radio', { name: '결제창에서 고르기' }).check()
    await look(`checkout by ${method}`)
  }
  await pressPay(buyer, '45,000원')
  await press(window().getByRole('button', { name: '취소' }))
  await page.getByRole('heading', { name: '결제를 그만뒀어요' }).waitFor()
  await look('given up')
  await faults('declined')
  await pressPay(buyer, '45,000원')
  await window().getByRole('radio', { name: '신한카드' }).check()
  await window().getByRole('checkbox', { name: '전체 동의' }).check()
  await press(window().getByRole('button', { name: /결제하기/ }))
  await page.getByRole('heading', { name: '결제하지 못했어요' }).waitFor()
  await look('declined')
  expect(found).toEqual([])
}, 180_000)

it('주문 화면은 어떻게 끝났든: 결제됨, 입금 대기, 환불, 실패, 확인 전, 상점의 확인이 필요한 결제', async () => {
  const { page, press } = await visit('desktop', /404/)
  const { look, found } = await lookAtPage(page)
  const { approve } = buyByHttp(shop())
  const cups = [
    { id: 'buncheong-cup', count: 2 },
    { id: 'sejak', count: 1 },
  ]

  const paid = await openOrder(page, cups, 60_000)
  await approve(paid.impUid, card)
  await showOrder({ page }, paid.merchantUid, '결제 완료')
  await press(page.getByText('환불하기', { exact: true }))
  await page.getByRole('checkbox', { name: '분청 찻잔' }).check()
  await press(page.getByRole('button', { name: '36,000원 환불하기' }))
  await look('paid and about to be refunded')
  await press(page.getByRole('button', { name: '환불하기', exact: true }))
  await page.getByText('2개 · 2개 환불').waitFor()
  await look('partly refunded')

  const awaiting = await openOrder(page, cups, 60_000, { pay_method: 'vbank' })
  await approve(awaiting.impUid, account)
  await showOrder({ page }, awaiting.merchantUid, '입금 대기')
  await look('awaiting deposit')
  await shop().control('POST', `payments/${awaiting.impUid}/deposit`, {})
  await seeStatus({ page }, '결제 완료')
  await press(page.getByText('환불하기', { exact: true }))
  await page.getByRole('checkbox', { name: '모두 선택' }).check()
  await press(page.getByRole('button', { name: '60,000원 환불하기' }))
  await page.getByText('은행을 골라 주세요').waitFor()
  await look('refund account')

  const pending = await openOrder(page, cups, 60_000)
  await showOrder({ page }, pending.merchantUid, '결제 확인 전')
  await look('not confirmed')
  await faults('amount-tampered')
  await approve(pending.impUid, card)
  await faults()
  await showOrder({ page }, pending.merchantUid, '확인 필요')
  await look('another amount')

  await page.evaluate((numbers) => localStorage.setItem('storefront/orders', JSON.stringify(numbers)), made)
  await page.goto('/orders')
  await page.getByRole('link', { name: /일부 환불/ }).waitFor()
  await look('orders')
  for (const path of ['/checkout/complete', '/orders/nobody-knows', '/terms', '/nowhere']) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await look(path.slice(1).replace('/', ' '))
  }
  expect(found).toEqual([])
}, 180_000)

it('멤버십: 둘러보기, 가입, 이용 중, 거절, 카드 바꾸기', async () => {
  const member = await visit('desktop')
  const { page, press } = member
  const { look, found } = await lookAtPage(page)
  await page.goto('/membership')
  await press(page.getByRole('button', { name: '회원으로 시작하기' }))
  await page.getByText('이름을 입력해 주세요').waitFor()
  await look('membership with mistakes')
  await becomeMember(member)
  await press(page.getByRole('button', { name: '월 19,900원으로 시작하기' }))
  await page.getByText('계속하려면 동의해 주세요').waitFor()
  await look('joining by window')
  await page.getByRole('radio', { name: '여기에 카드 정보 입력' }).check()
  await press(page.getByRole('button', { name: '월 19,900원으로 시작하기' }))
  await look('joining by form')
  await subscribe(member, 'form')
  await faults('declined')
  await passMonth(member)
  await seeState(member, '결제 실패')
  await openReplacing(member)
  await press(page.getByRole('button', { name: '해지하기' }))
  await look('declined and being replaced')
  await press(page.getByRole('button', { name: '계속 이용하기' }))
  await faults()
  await giveCard(
    member,
    'form',
    { ...goodCard, number: '4000000000000341' },
    '새 카드 등록하고 19,900원 결제하기',
  )
  await seeState(member, '이용 중')
  await look('member')
  expect(found).toEqual([])
}, 180_000)

it('관리 화면: 로그인, 주문, 돌려줄 돈, 환불', async () => {
  const { page, press } = await visit('desktop', /401/)
  const { look, found } = await lookAtPage(page)
  await page.goto('/admin')
  const password = page.getByLabel('관리자 비밀번호')
  await password.fill('wrong')
  await press(page.getByRole('button', { name: '들어가기' }))
  await page.getByText('비밀번호가 맞지 않아요').waitFor()
  await look('sign in')
  await password.fill(shop().adminPassword)
  await press(page.getByRole('button', { name: '들어가기' }))
  await page.getByText('주문과 다른 금액이 결제됐어요').first().waitFor()
  await press(page.getByText('환불하기', { exact: true }).first())
  await look('admin')
  expect(found).toEqual([])
}, 180_000)
