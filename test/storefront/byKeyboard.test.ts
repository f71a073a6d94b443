import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { arrowTo, expectFocus, focused, tabTo } from '../visual/byHand.js'
import { seeStatus } from './buyInBrowser.js'
import { hurryTo } from './hurryTo.js'
import { deposit } from './issueAccount.js'
import { cardForThree, goodCard, seeState, type TypedCard } from './memberInBrowser.js'
import { visitStorefront } from './visitStorefront.js'

const visits = visitStorefront('PGlite')
const { shop, visit, admin, payments } = visits

const faults = (...names: string[]) => shop().control('PUT', 'faults', { faults: names })

async function tabAndPress(page: Page, name: string, key = 'Enter'): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press(key)
}

/** Types into this field and those after it. */
async function typeFrom(page: Page, first: string, values: readonly string[]): Promise<void> {
  await tabTo(page, first)
  for (const [at, value] of values.entries()) {
    if (at > 0) await page.keyboard.press('Tab')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(value)
  }
}

/** Is something else at the place of what has the focus? */
function coveredFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { activeElement: active } = document
    const { left, top, width, height } = active?.getBoundingClientRect() ?? new DOMRect()
    return !active?.contains(document.elementFromPoint(left + width / 2, top + height / 2))
  })
}

/** From the catalogue to an order form that lacks nothing but the consent. */
async function fillIn(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: '청자 찻사발 담기' }).waitFor()
  await tabAndPress(page, '청자 찻사발 담기')
  await tabAndPress(page, '장바구니 보기')
  await expectFocus(page, '장바구니')
  await tabAndPress(page, '주문하기')
  await expectFocus(page, '주문서')
  await typeFrom(page, '이름', ['김다도', '01012345678', '', '04783', '서울 성동구 아차산로 1'])
}

const amount = '68,000원 결제하기'

async function decideCard(page: Page): Promise<void> {
  await tabAndPress(page, 'BC', 'Space')
  await arrowTo(page, '신한')
}

async function decideBank(page: Page): Promise<void> {
  await tabAndPress(page, '은행', 'Space')
  await arrowTo(page, '신한은행')
}

/** Each way to pay: what is chosen in the order form, and what in the window. */
const ways: Record<string, { promise?: string; decide: (page: Page) => Promise<void>; end?: string }> = {
  신용·체크카드: {
    decide: decideCard,
  },
  계좌이체: {
    decide: decideBank,
  },
  가상계좌: {
    promise: '가상계좌 발급받기',
    decide: decideBank,
    end: '입금 대기',
  },
  휴대폰: {
    async decide(page) {
      await tabAndPress(page, 'SKT', 'Space')
      await typeFrom(page, '휴대폰 번호', ['01012345678'])
    },
  },
}

describe('키보드만으로', () => {
  it.each(Object.entries(ways))(
    '%s: 담고, 주문하고, 결제하면 주문 화면의 제목에 포커스가 있다',
    async (method, way) => {
      const { page } = await visit('desktop')
      const { promise = amount, decide, end = '결제 완료' } = way
      await fillIn(page)
      await tabTo(page, '신용·체크카드')
      if (method !== '신용·체크카드') await arrowTo(page, method)
      // Too early: the focus goes to what is missing.
      await tabAndPress(page, promise)
      await expectFocus(page, /결제에 동의해요/)
      await page.keyboard.press('Space')
      await tabAndPress(page, promise)
      await expectFocus(page, method === '가상계좌' ? '가상계좌 발급' : `${method} 결제`)
      await decide(page)
      await tabAndPress(page, '전체 동의', 'Space')
      await tabAndPress(page, amount)
      if (method === '가상계좌') {
        await expectFocus(page, '가상계좌를 발급했어요')
        await tabAndPress(page, '확인')
      }
      await expectFocus(page, '주문 상세')
      await seeStatus({ page }, end)
      if (method !== '가상계좌') return
      const merchantUid = decodeURIComponent(new URL(page.url()).pathname.split('/')[2] ?? '')
      await tabAndPress(page, '계좌번호 복사')
      await page.getByRole('button', { name: '복사했어요' }).waitFor()
      // The deposit takes the panel away; whoever stood in it is told what came instead.
      await deposit(visits, merchantUid)
      await seeStatus({ page }, '결제 완료')
      await expectFocus(page, '결제가 완료됐어요')
    },
  )

  it('창을 Esc로 닫으면 결제 버튼에 있고, 다시 열어 결제하고, 환불까지 한다', async () => {
    const { page } = await visit('desktop')
    await fillIn(page)
    await tabAndPress(page, '결제에 동의해요', 'Space')
    await tabAndPress(page, amount)
    await expectFocus(page, '신용·체크카드 결제')
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: '결제를 그만뒀어요' }).waitFor()
    await expectFocus(page, amount)
    await page.keyboard.press('Enter')
    await expectFocus(page, '신용·체크카드 결제')
    await decideCard(page)
    await tabAndPress(page, '전체 동의', 'Space')
    await tabAndPress(page, amount)
    await expectFocus(page, '주문 상세')

    await tabAndPress(page, '환불하기')
    await tabAndPress(page, '모두 선택', 'Space')
    await tabAndPress(page, '68,000원 환불하기')
    await expectFocus(page, '그만두기')
    await tabAndPress(page, '환불하기')
    await expectFocus(page, '환불')
    await seeStatus({ page }, '환불 완료')
    expect((await payments()).at(-1)).toMatchObject({ status: 'cancelled' })

    // Pages change under the focus: it goes to the new one's name.
    await page.goto('/')
    await tabAndPress(page, '주문 내역')
    await expectFocus(page, '주문 내역')
    await tabAndPress(page, '청자 찻사발')
    await expectFocus(page, '주문 상세')
    await page.goBack()
    await expectFocus(page, '주문 내역')
  })

  it('결제됐는지 모르면 다시 확인할 버튼에 있고, 서버가 돌아와 확인되면 주문 화면의 제목에 있다', async () => {
    const { page } = await visit('desktop', /503|CONFIRM_UNREACHABLE/)
    await page.clock.install()
    await fillIn(page)
    await tabAndPress(page, '결제에 동의해요', 'Space')
    await faults('confirm-down', 'webhook-lost')
    await tabAndPress(page, amount)
    await expectFocus(page, '신용·체크카드 결제')
    await decideCard(page)
    await tabAndPress(page, '전체 동의', 'Space')
    await tabAndPress(page, amount)
    await expectFocus(page, '결제를 확인하고 있어요')
    await hurryTo(page, page.getByRole('button', { name: '결제 결과 다시 확인하기' }).first())
    await expectFocus(page, '결제 결과 다시 확인하기')
    await faults()
    await page.keyboard.press('Enter')
    await expectFocus(page, '주문 상세')
    await seeStatus({ page }, '결제 완료')
  })

  it('수량의 끝까지 눌러도, 담은 것을 빼도 포커스를 잃지 않는다', async () => {
    const { page } = await visit('desktop')
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto('/')
    await page.getByRole('button', { name: '작은 달항아리 담기' }).waitFor()
    await tabTo(page, '작은 달항아리 담기')
    for (let count = 1; count <= 4; count++) await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('작은 달항아리 최대로 담음 3개 담김')
    // The bar that has come to the foot covers nothing that is reached.
    for (let goods = 4; goods <= 6; goods++) {
      await page.keyboard.press('Tab')
      expect(await coveredFocus(page)).toBe(false)
    }
    await tabAndPress(page, '장바구니 보기')
    await tabTo(page, '작은 달항아리 하나 빼기')
    for (let count = 3; count >= 0; count--) await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('작은 달항아리 하나 빼기')
    await page.getByText('1', { exact: true }).first().waitFor()
    await tabAndPress(page, '작은 달항아리 빼기')
    await page.getByText('아직 담은 상품이 없어요').waitFor()
    await expectFocus(page, '장바구니')
  })

  it('회원이 되어 창에서 카드를 등록하고, 쉬고 다시 시작하고, 양식으로 카드를 바꾸고, 해지한다', async () => {
    const member = await visit('desktop')
    const { page } = member
    await page.goto('/membership')
    await page.getByRole('textbox', { name: '이름' }).waitFor()
    await typeFrom(page, '이름', ['김다도', '01012345678', '', '04783', '서울 성동구 아차산로 1'])
    await tabAndPress(page, '회원으로 시작하기')
    await page.getByRole('heading', { name: '결제할 카드' }).waitFor()
    await expectFocus(page, '차 멤버십')
    await tabAndPress(page, '월 19,900원으로 시작하기')
    await expectFocus(page, /자동 결제에 동의해요/)
    await page.keyboard.press('Space')
    await tabAndPress(page, '월 19,900원으로 시작하기')
    await expectFocus(page, '카드 등록')
    await typeFrom(page, '카드 번호', typed(goodCard, 'window'))
    await tabAndPress(page, '전체 동의', 'Space')
    await tabAndPress(page, '카드 등록하기')
    await seeState(member, '이용 중')
    await expectFocus(page, '다달의 차')

    await tabAndPress(page, '쉬어 가기')
    await seeState(member, '쉬는 중')
    expect(await focused(page)).toBe('다시 시작하기')
    await page.keyboard.press('Enter')
    await seeState(member, '이용 중')

    await tabAndPress(page, '바꾸기')
    await expectFocus(page, '결제사 창에서 새 카드 등록')
    await tabAndPress(page, '바꾸지 않기')
    await expectFocus(page, '등록한 카드')
    await tabAndPress(page, '바꾸기')
    await expectFocus(page, '결제사 창에서 새 카드 등록')
    await arrowTo(page, '여기에 카드 정보 입력')
    await typeFrom(page, '카드 번호', typed(cardForThree, 'form'))
    await tabAndPress(page, '전자금융거래', 'Space')
    await tabAndPress(page, '카드 정보의 수집', 'Space')
    await tabAndPress(page, '이 카드로 바꾸기')
    await page.getByRole('heading', { name: '결제할 카드' }).waitFor({ state: 'detached' })
    await expectFocus(page, /등록한 카드/)

    await page.reload()
    await page.getByText('끝자리 0341').waitFor()
    await tabAndPress(page, '해지하기')
    await expectFocus(page, '계속 이용하기')
    await tabAndPress(page, '정말 해지하기')
    await page.getByText('더는 결제하지 않아요').waitFor()
    await expectFocus(page, '다시 시작하기')
  })

  it('상점 주인은 주문을 환불하고, 포커스는 그 주문에 남는다', async () => {
    const page = await admin()
    const paid = page.getByRole('listitem').filter({ hasText: '결제 완료' })
    await paid.first().waitFor()
    const number = (await paid.first().getAttribute('aria-label')) ?? ''
    await paid.first().getByText('환불하기', { exact: true }).focus()
    await page.keyboard.press('Enter')
    await tabAndPress(page, '원 환불하기')
    await expectFocus(page, '그만두기')
    await tabAndPress(page, '환불하기')
    await page.getByRole('listitem', { name: number }).getByText('상점에서 처리').waitFor()
    await expectFocus(page, number)
  })
})

function typed({ number, expiry, birth, pwd }: TypedCard, where: 'window' | 'form'): string[] {
  const digits = expiry.replace('/', '')
  return where === 'window' ? [number, digits, pwd, birth] : [number, digits, birth, pwd]
}
