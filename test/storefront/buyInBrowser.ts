import type { Locator, Page } from 'playwright'
import type { Visit } from './visitStorefront.js'

/** From the catalogue through the cart to a filled-in order form. Goods by name; twice the same is two of it. */
export async function fillCheckout(visit: Visit, goods: readonly string[]): Promise<void> {
  const { page, press } = visit
  await page.goto('/')
  for (const name of goods) await press(page.getByRole('button', { name: new RegExp(`^${name} (더 )?담기`) }))
  await press(page.getByRole('link', { name: `장바구니 보기 (${goods.length}개)` }))
  await page.getByRole('heading', { name: '장바구니' }).waitFor()
  await press(page.getByRole('link', { name: '주문하기' }))
  await page.getByRole('textbox', { name: '이름' }).fill('김다도')
  await page.getByRole('textbox', { name: '휴대폰 번호' }).fill('010-1234-5678')
  await page.getByRole('textbox', { name: '우편번호' }).fill('04783')
  await page.getByRole('textbox', { name: '주소', exact: true }).fill('서울 성동구 아차산로 1')
  await agree(visit)
}

/** The consent of the order form: asked for again whenever the form is opened. */
export async function agree({ page }: Visit): Promise<void> {
  await page.getByRole('checkbox', { name: /결제에 동의해요/ }).check()
}

/** Presses the shop's own button, with the price on it. */
export async function pressPay({ page, press }: Visit, amount: string): Promise<void> {
  await press(page.getByRole('button', { name: `${amount} 결제하기` }))
}

/** Chooses a card in the gateway's window; `months` 0 is the lump sum. */
export async function chooseCard({ window }: Visit, company: string, months = 0): Promise<void> {
  await window().getByRole('radio', { name: company }).check()
  await window().getByRole('combobox', { name: '할부 기간' }).selectOption(String(months))
}

/** The button of the gateway's window that approves, after agreeing to its terms. */
export async function approveButton({ window }: Visit, amount: string): Promise<Locator> {
  await window().getByRole('checkbox', { name: '전체 동의' }).check()
  return window().getByRole('button', { name: `${amount} 결제하기` })
}

/** Agrees and approves in the gateway's window. */
export async function approve(visit: Visit, amount: string): Promise<void> {
  await visit.press(await approveButton(visit, amount))
}

/** Buys with a card, all at once. Ends when the window was told to. */
export async function payByCard(visit: Visit, amount: string): Promise<void> {
  await pressPay(visit, amount)
  await chooseCard(visit, '신한카드')
  await approve(visit, amount)
}

/** Past the result to the order's own page, which says `status`. @returns the order number */
export async function reachOrder(visit: Visit, status: string): Promise<string> {
  const { page, device, press } = visit
  if (device === 'phone') {
    const result = status === '결제 완료' ? '결제가 완료됐어요' : '계좌로 입금해 주세요'
    await page.getByRole('heading', { name: '주문 결과' }).waitFor()
    await page.getByRole('heading', { name: result }).waitFor()
    await press(page.getByRole('link', { name: '주문 보기' }))
  }
  await page.getByRole('heading', { name: '주문 상세' }).waitFor()
  await seeStatus(visit, status)
  return decodeURIComponent(new URL(page.url()).pathname.split('/')[2] ?? '')
}

/** The order as the shopkeeper's list shows it. */
export function orderIn(admin: Page, merchantUid: string): Locator {
  return admin.getByRole('listitem', { name: `주문 ${merchantUid}` })
}

/** Waits until the order page says how the order stands. */
export async function seeStatus({ page }: Pick<Visit, 'page'>, status: string): Promise<void> {
  await page.getByRole('status').getByText(status, { exact: true }).waitFor()
}

/** The facts of one part of the page, by their labels. */
export async function readFacts(part: Locator): Promise<Record<string, string>> {
  await part.getByRole('term').first().waitFor()
  return part.evaluate((element) =>
    Object.fromEntries(
      [...element.querySelectorAll('dt')].map((label) => [
        label.textContent ?? '',
        label.nextElementSibling?.textContent ?? '',
      ]),
    ),
  )
}

/** What the order page says of the payment. */
export function paymentFacts({ page }: Visit): Promise<Record<string, string>> {
  return readFacts(page.getByRole('group', { name: '결제 내역' }))
}
