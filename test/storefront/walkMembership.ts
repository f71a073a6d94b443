import { describe, expect, it } from 'vitest'
import { formatKst } from '../../src/payment/koreanTime.js'
import { orderIn } from './buyInBrowser.js'
import {
  becomeMember,
  cardForThree,
  cardWindow,
  charges,
  everyWay,
  giveCard,
  goodCard,
  openReplacing,
  passMonth,
  seeCharge,
  seeState,
  subscribe,
} from './memberInBrowser.js'
import { type Device, type Visit, visitStorefront } from './visitStorefront.js'

const year = 12

/** Everything a member can do, on one device. */
export function walkMembership(device: Device): void {
  describe(`차 멤버십, ${device}`, () => {
    const { shop, visit, admin } = visitStorefront('PostgreSQL')

    interface Charge {
      merchant_uid: string
      status: string
      card_number: string
      /** Unix seconds. */
      paid_at: number
    }

    /** What the gateway charged for the newest member, in the order it happened. */
    async function gatewayCharges(): Promise<(Charge & { period: string })[]> {
      const [latest] = await shop().query<{ id: string }>(
        'SELECT id FROM toss_checkout_subscriptions ORDER BY created_at DESC LIMIT 1',
      )
      const { payments } = await shop().control<{ payments: Charge[] }>('GET', 'payments')
      return payments
        .filter(({ merchant_uid, status }) => merchant_uid.startsWith(`${latest?.id}-`) && status === 'paid')
        .map((charge) => ({ ...charge, period: charge.merchant_uid.split('-').at(-2) ?? '' }))
        .sort((one, other) => Number(one.period) - Number(other.period))
    }

    /** The periods it was for. */
    async function chargedAtGateway(): Promise<string[]> {
      return (await gatewayCharges()).map(({ period }) => period)
    }

    /** The cards the newest member's charges were made on, in the order it happened. */
    async function chargedCards(): Promise<string[]> {
      return (await gatewayCharges()).map(({ card_number: number }) => number)
    }

    /** Waits until the page says when the next charge is, beside the membership and beside its card. */
    async function seeNextCharge({ page }: Visit): Promise<void> {
      const [latest] = await shop().query<{ at: number }>(
        `SELECT extract(epoch FROM next_charge_at)::float8 AS at FROM toss_checkout_subscriptions
       ORDER BY created_at DESC LIMIT 1`,
      )
      const time = formatKst(latest?.at ?? 0, 'ko', true)
      await page.getByRole('definition').filter({ hasText: time }).waitFor()
      await page.getByText(`다음 결제 ${time}`).waitFor()
    }

    it.each(everyWay)('카드를 %s(으)로 등록해 시작하고, 다음 달 결제가 저절로 나타난다', async (way) => {
      const member = await visit(device)
      await becomeMember(member)
      await subscribe(member, way)
      await seeCharge(member, '1번째 결제', 1)
      await member.page.getByText('끝자리 6467').waitFor()
      await seeNextCharge(member)
      await passMonth(member)
      await seeCharge(member, '2번째 결제', 2)
      await seeNextCharge(member)
      expect(await chargedAtGateway()).toEqual(['1', '2'])
      // The shopkeeper reads when it was paid, not when it was scheduled a month before.
      const [last] = (await gatewayCharges()).slice(-1)
      const time = formatKst(last?.paid_at ?? 0, 'ko', true)
      await orderIn(await admin(), last?.merchant_uid ?? '')
        .getByText(`결제 ${time}`, { exact: true })
        .waitFor()
    })

    it('열두 달 결제하고, 가운데 한 번의 거절은 카드를 바꿔 이어 간다', async () => {
      const member = await visit(device)
      await becomeMember(member)
      await subscribe(member, 'form', cardForThree)
      for (let month = 2; month <= 3; month++) {
        await passMonth(member)
        await seeCharge(member, `${month}번째 결제`, month)
      }
      await passMonth(member)
      await seeState(member, '결제 실패')
      await seeCharge(member, '한도초과', 4)
      await openReplacing(member)
      await giveCard(member, 'window', goodCard, '새 카드 등록하고 19,900원 결제하기')
      await seeState(member, '이용 중')
      await seeCharge(member, '4번째 결제', 5)
      await member.page.getByText('끝자리 6467').waitFor()
      for (let month = 5; month <= year; month++) {
        await passMonth(member)
        await seeCharge(member, `${month}번째 결제`, month + 1)
      }
      expect(await member.page.getByText('결제 완료', { exact: true }).count()).toBe(year)
      expect(await chargedAtGateway()).toEqual(Array.from({ length: year }, (_, at) => String(at + 1)))
      const [parcels] = await shop().query<{ count: number }>(
        `SELECT count(*)::int FROM shop_parcel JOIN shop_membership_charge charge USING (merchant_uid)
         WHERE charge.subscription_id = (SELECT id FROM toss_checkout_subscriptions ORDER BY created_at DESC LIMIT 1)`,
      )
      expect(parcels?.count).toBe(year)
    }, 180_000)

    it('이용 중에 카드를 바꾸면 지금은 결제하지 않고, 다음 달부터 새 카드로 하고, 옛 카드는 없어진다', async () => {
      const member = await visit(device)
      const { page } = member
      await becomeMember(member)
      await subscribe(member, 'window')
      await openReplacing(member)
      await page.getByText('지금 결제되는 금액은 없어요').first().waitFor()
      await giveCard(member, 'form', cardForThree, '이 카드로 바꾸기')
      await page.getByRole('heading', { name: '결제할 카드' }).waitFor({ state: 'detached' })
      await page.getByText('끝자리 0341').waitFor()
      expect(await page.getByText('끝자리 6467').count()).toBe(0)
      expect(await charges(member).count()).toBe(1)
      await passMonth(member)
      await seeCharge(member, '2번째 결제', 2)
      const [first, second] = await chargedCards()
      expect([first, second]).toEqual([expect.stringMatching(/6467$/), expect.stringMatching(/0341$/)])
    })

    it('다른 멤버십을 고르면 그 금액에 다시 동의해야 하고, 누른 뒤에 고르면 누른 것으로 시작한다', async () => {
      const member = await visit(device)
      const { page, press } = member
      await becomeMember(member)
      const monthly = page.getByRole('radio', { name: /다달의 차/ })
      const yearly = page.getByRole('radio', { name: /한 해의 차/ })
      const agreement = page.getByRole('checkbox', { name: /자동 결제에 동의/ })
      await agreement.check()
      await yearly.check()
      expect(await agreement.isChecked()).toBe(false)
      await press(page.getByRole('button', { name: '연 89,000원으로 시작하기' }))
      await page.getByText('계속하려면 동의해 주세요').waitFor()
      expect(await cardWindow(member).locator('body').count()).toBe(0)

      await monthly.check()
      await page.getByRole('radio', { name: '여기에 카드 정보 입력' }).check()
      await agreement.check()
      await yearly.check()
      expect(await agreement.isChecked()).toBe(false)
      await monthly.check()
      let send = () => {}
      const sent = new Promise<void>((resolve) => {
        send = resolve
      })
      await page.route('**/register-billing-key', async (route) => {
        await sent
        await route.continue()
      })
      await giveCard(member, 'form', goodCard, '월 19,900원으로 시작하기')
      await page.getByRole('button', { name: '카드를 등록하고 있어요' }).waitFor()
      await yearly.check()
      send()
      await seeState(member, '이용 중')
      await page.getByRole('heading', { name: '다달의 차' }).waitFor()
      await seeCharge(member, '19,900원', 1)
      expect(await chargedAtGateway()).toEqual(['1'])
    })

    it('모두 거절되면 멈추고, 무엇을 할지 알려 주고, 다시 결제할 수 있다', async () => {
      const member = await visit(device)
      await becomeMember(member)
      await subscribe(member, 'form')
      await shop().control('PUT', 'faults', { faults: ['limit-exceeded'] })
      await passMonth(member)
      await seeState(member, '결제 실패')
      await passMonth(member)
      await seeCharge(member, '승인되지 않음', 3)
      await passMonth(member)
      await seeState(member, '결제 멈춤')
      await member.page.getByText(/3번 시도했지만 승인되지 않아 멈췄어요/).waitFor()
      await member.press(member.page.getByRole('button', { name: '지금 다시 결제하기' }))
      await seeCharge(member, '승인되지 않음', 5)
      await shop().control('PUT', 'faults', { faults: [] })
      await member.press(member.page.getByRole('button', { name: '지금 다시 결제하기' }))
      await seeState(member, '이용 중')
      await seeCharge(member, '2번째 결제', 6)
      expect(await chargedAtGateway()).toEqual(['1', '2'])
    })

    it('쉬는 달은 결제하지 않고, 다시 시작하면 돌아오는 날에 결제하고, 해지하면 끝난다', async () => {
      const member = await visit(device)
      const { page, press } = member
      await becomeMember(member)
      await subscribe(member, 'window')
      await press(page.getByRole('button', { name: '쉬어 가기' }))
      await seeState(member, '쉬는 중')
      await passMonth(member)
      await press(page.getByRole('button', { name: '다시 시작하기' }))
      await seeState(member, '이용 중')
      expect(await charges(member).count()).toBe(1)
      await passMonth(member)
      await seeCharge(member, '2번째 결제', 2)

      await press(page.getByRole('button', { name: '해지하기' }))
      // The harmless answer has the focus.
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('계속 이용하기')
      await press(page.getByRole('button', { name: '계속 이용하기' }))
      await seeState(member, '이용 중')
      await press(page.getByRole('button', { name: '해지하기' }))
      // The schedule cannot be taken back at once.
      await shop().control('PUT', 'faults', { faults: ['rest-error'] })
      await press(page.getByRole('button', { name: '정말 해지하기' }))
      await page.getByText('이미 요청한 결제를 취소하고 있어요').waitFor()
      expect(await page.getByText('더는 결제하지 않아요').count()).toBe(0)
      await shop().control('PUT', 'faults', { faults: [] })
      await shop().control('POST', 'clock', { advance: 60_000 })
      await page.getByText('더는 결제하지 않아요').waitFor()
      await passMonth(member)
      // Long enough for a charge to have come, were there one: the gateway's own look is once a second.
      const { clock } = await shop().control<{ clock: { now: number } }>('GET', 'state')
      await expect
        .poll(async () => (await shop().control<{ clock: { now: number } }>('GET', 'state')).clock.now, {
          timeout: 20_000,
        })
        .toBeGreaterThan(clock.now + 3_000)
      expect(await chargedAtGateway()).toEqual(['1', '2'])
    })

    it('카드 등록창을 그만두면 가입도 결제도 되지 않고, 새로 고쳐도 시작되지 않는다', async () => {
      const member = await visit(device)
      const { page, press } = member
      await becomeMember(member)
      await page.getByRole('checkbox', { name: /자동 결제에 동의/ }).check()
      await page.getByText('카드를 등록하면 바로 19,900원을 결제해요').waitFor()
      await press(page.getByRole('button', { name: '월 19,900원으로 시작하기' }))
      await cardWindow(member).getByText('19,900원').waitFor()
      await press(cardWindow(member).getByRole('button', { name: '취소' }))
      await page.getByText('등록된 카드는 없어요').first().waitFor()
      await page.reload()
      await page.getByRole('heading', { name: '멤버십 고르기' }).waitFor()
      await page.getByText('등록한 카드가 없어요').waitFor()
      expect(await page.evaluate(() => sessionStorage.getItem('storefront/card-for'))).toBeNull()
    })

    it('해지한 뒤 새로 고쳐도 지난 등록 때문에 다시 결제되지 않는다', async () => {
      const member = await visit(device, /409/)
      const { page, press } = member
      await becomeMember(member)
      await subscribe(member, 'window')
      await press(page.getByRole('button', { name: /끝자리 6467 삭제/ }))
      await press(page.getByRole('button', { name: '삭제하기' }))
      const inUse = page.getByText('먼저 다른 카드로 바꿔 주세요')
      await inUse.waitFor()
      await press(page.getByRole('button', { name: '해지하기' }))
      await press(page.getByRole('button', { name: '정말 해지하기' }))
      await page.getByText('더는 결제하지 않아요').waitFor()
      expect(await inUse.count()).toBe(0)
      await page.reload()
      await page.getByText('더는 결제하지 않아요').waitFor()
      await page.getByText('끝자리 6467').first().waitFor()
      await page.getByText('지금 19,900원을 결제하고, 매달 같은 날 자동으로 결제해요').waitFor()
      await press(page.getByRole('radio', { name: '결제사 창에서 새 카드 등록' }))
      // On a phone it remembers the registration it came back from, and is no statement about that one.
      await page.getByRole('button', { name: '월 19,900원으로 시작하기', disabled: false }).waitFor()
      expect(await charges(member).count()).toBe(1)
      expect(await chargedAtGateway()).toEqual(['1'])
    })

    it('카드를 바꾼 답이 사라지면 이어서 바꾸고, 새 카드도 거절되면 그렇다고 말하며 몇 번째 시도인지 적는다', async () => {
      const member = await visit(device, /ERR_FAILED/)
      const { page, press } = member
      await becomeMember(member)
      await subscribe(member, 'form')
      await openReplacing(member)
      // The first request is lost: nobody on this side can tell how far it came.
      await page.route('**/replace-billing-key', (route) => route.abort(), { times: 1 })
      await giveCard(member, 'form', cardForThree, '이 카드로 바꾸기')
      await page.getByText('다 바꿨는지 확인하지 못했어요').waitFor()
      await page.getByText('끝자리 6467').first().waitFor()
      await press(page.getByRole('button', { name: '이어서 바꾸기' }))
      await page.getByRole('heading', { name: '결제할 카드' }).waitFor({ state: 'detached' })
      await page.getByText('끝자리 0341').waitFor()
      expect(await page.getByText('끝자리 6467').count()).toBe(0)
      expect(await charges(member).count()).toBe(1)

      await shop().control('PUT', 'faults', { faults: ['declined'] })
      await passMonth(member)
      await seeState(member, '결제 실패')
      await openReplacing(member)
      await giveCard(member, 'form', goodCard, '새 카드 등록하고 19,900원 결제하기')
      await page.getByText('새 카드도 승인되지 않았어요. 결제된 금액은 없어요.').waitFor()
      await seeCharge(member, '2번째 결제 · 2번째 시도', 3)
      await shop().control('PUT', 'faults', { faults: [] })
      await press(page.getByRole('button', { name: '지금 다시 결제하기' }))
      await seeCharge(member, '2번째 결제 · 3번째 시도 결제 완료', 4)
      expect(await page.getByText('새 카드도 승인되지 않았어요').count()).toBe(0)
      expect(await chargedAtGateway()).toEqual(['1', '2'])
    })

    it('양식의 답이 사라지면 등록된 카드가 목록에 나오고, 그것을 쓰거나 지울 수 있다', async () => {
      const member = await visit(device, /ERR_FAILED/)
      const { page, press } = member
      await becomeMember(member)
      await page.route(
        '**/register-billing-key',
        async (route) => {
          await route.fetch()
          await route.abort()
        },
        { times: 1 },
      )
      await giveCard(member, 'form', goodCard, '월 19,900원으로 시작하기')
      // Read anew by itself, and nothing promises to begin what may be registered already.
      await page.getByRole('button', { name: /끝자리 6467 삭제/ }).waitFor()
      await page.getByRole('button', { name: '다시 등록하기' }).waitFor()
      expect(await page.getByRole('button', { name: '월 19,900원으로 시작하기' }).count()).toBe(0)
      await press(page.getByRole('button', { name: /끝자리 6467 삭제/ }))
      await press(page.getByRole('button', { name: '삭제하기' }))
      await page.getByText('등록한 카드가 없어요').waitFor()
      const cards = await shop().query<{ status: string; customer_uid: string }>(
        'SELECT status, customer_uid FROM toss_checkout_cards ORDER BY created_at DESC LIMIT 1',
      )
      expect(cards).toMatchObject([{ status: 'deleted' }])
      expect(await charges(member).count()).toBe(0)
    })
  })
}
