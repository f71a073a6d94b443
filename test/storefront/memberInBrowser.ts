import type { FrameLocator, Locator, Page } from 'playwright'
import { expect } from 'vitest'
import type { Visit } from './visitStorefront.js'

/** A card as its owner types it. */
export interface TypedCard {
  number: string
  expiry: string
  birth: string
  pwd: string
}

/** Any number that passes the checksum works; no page of the shop shows this one. */
export const goodCard: TypedCard = {
  number: '4539148803436467',
  expiry: '12/39',
  birth: '2208162517',
  pwd: '73',
}
/** Works three times, then the limit is exceeded. */
export const cardForThree: TypedCard = { ...goodCard, number: '4000000000000341' }

export type Way = 'window' | 'form'
export const everyWay: readonly Way[] = ['window', 'form']

/** Becomes a member: the page then asks for a card. */
export async function becomeMember({ page, press }: Visit): Promise<void> {
  await page.goto('/membership')
  await page.getByRole('textbox', { name: '이름' }).fill('김다도')
  await page.getByRole('textbox', { name: '휴대폰 번호' }).fill('010-1234-5678')
  await page.getByRole('textbox', { name: '우편번호' }).fill('04783')
  await page.getByRole('textbox', { name: '주소', exact: true }).fill('서울 성동구 아차산로 1')
  await press(page.getByRole('button', { name: '회원으로 시작하기' }))
  await page.getByRole('heading', { name: '결제할 카드' }).waitFor()
}

/** The month's tea with this card. Ends when the member's page says so. */
export async function subscribe(visit: Visit, way: Way, card: TypedCard = goodCard): Promise<void> {
  await giveCard(visit, way, card, '월 19,900원으로 시작하기')
  await seeState(visit, '이용 중')
}

/** A new card, either way; `promise` is what the button says. */
export async function giveCard(
  visit: Visit,
  way: Way,
  card: TypedCard,
  promise: string | RegExp,
): Promise<void> {
  const { page, press } = visit
  if (way === 'form') {
    await page.getByRole('radio', { name: '여기에 카드 정보 입력' }).check()
    await typeCard(page, card, '생년월일')
    for (const consent of await page.locator('[data-consent]').all()) await consent.check()
    await press(page.getByRole('button', { name: promise }))
    return
  }
  await page.getByRole('radio', { name: '결제사 창에서 새 카드 등록' }).check()
  const agreement = page.getByRole('checkbox', { name: /자동 결제에 동의/ })
  if (await agreement.isVisible()) await agreement.check()
  await press(page.getByRole('button', { name: promise }))
  const window = cardWindow(visit)
  await typeCard(window, card, '생년월일 또는 사업자등록번호')
  await window.getByRole('checkbox', { name: '전체 동의' }).check()
  await press(window.getByRole('button', { name: '카드 등록하기' }))
}

/** The gateway's window for registering a card. */
export function cardWindow({ page }: Visit): FrameLocator {
  return page.frameLocator('iframe[title="카드 등록창"]')
}

/** `birth` is what the field for it is called there. */
export async function typeCard(where: Page | FrameLocator, card: TypedCard, birth: string): Promise<void> {
  await where.getByLabel('카드 번호', { exact: true }).fill(card.number)
  await where.getByLabel('유효기간', { exact: true }).fill(card.expiry)
  await where.getByLabel(birth, { exact: true }).fill(card.birth)
  await where.getByLabel('비밀번호 앞 두 자리', { exact: true }).fill(card.pwd)
}

/** Waits until the membership is said to stand so. */
export async function seeState({ page }: Visit, state: string): Promise<void> {
  await page.getByRole('status').getByText(state, { exact: true }).waitFor()
}

/** The charges the page lists, newest first. */
export function charges({ page }: Visit): Locator {
  return page.getByRole('region', { name: '결제 내역' }).getByRole('listitem')
}

/** Waits until the newest charge is this one, and nothing else came with it. */
export async function seeCharge(visit: Visit, charge: string, count: number): Promise<void> {
  await expect.poll(() => charges(visit).count(), { timeout: 20_000 }).toBe(count)
  expect(await charges(visit).first().textContent()).toContain(charge)
}

/** Moves the sandbox's clock from the page's developer drawer, and closes it: open, it lies over the page's foot. */
export async function passMonth({ page, press }: Visit): Promise<void> {
  const month = page.getByRole('button', { name: '샌드박스 시계 +1개월' })
  const drawer = page.locator('.sandbox-drawer summary')
  if (!(await month.isVisible())) await press(drawer)
  const time = page.locator('.sandbox-drawer [role="status"]')
  const before = await time.textContent()
  await press(month)
  await expect.poll(() => time.textContent(), { timeout: 20_000 }).not.toBe(before)
  await press(drawer)
}

/** Opens the panel that replaces the card in use. */
export async function openReplacing({ page, press }: Visit): Promise<void> {
  await press(page.getByRole('button', { name: /바꾸기$/ }).first())
  await page.getByRole('heading', { name: '결제할 카드' }).waitFor()
}
