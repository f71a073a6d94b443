import { fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { BillingKeyOutcome, BillingKeyRecord } from '../../../src/index.js'
import { fakeIamport } from '../fakeIamport.js'
import { closeShop, openShop, type Shop } from '../openShop.js'

afterEach(() => closeShop())

const customerUid = 'member-7_c0ffee0123456789'
const order = { merchantUid: 'card-0001', name: '정기구독 카드 등록' }
const ids = { imp_uid: 'imp_1', merchant_uid: order.merchantUid }
const registered: BillingKeyRecord = {
  customerUid,
  merchantUid: order.merchantUid,
  impUid: 'imp_1',
  status: 'registered',
  card: { code: '366', name: '신한카드', number: '4518-****-****-1234' },
}
const button = () => screen.getByRole('button')
const state = () => button().dataset.state

/** What the server was asked, and what it answers from now on. */
function serve(answer: (times: number) => unknown) {
  const asked: object[] = []
  return { asked, confirm: async (query: object) => answer(asked.push(query)) as never }
}

function show(shop: Shop, more: object = {}) {
  const ends: BillingKeyOutcome[] = []
  const { BillingKeyRegister } = shop.kit
  const view = shop.show(
    <BillingKeyRegister
      method="window"
      pg="tosspayments"
      customerUid={customerUid}
      order={order}
      onSettled={(end) => ends.push(end)}
      {...more}
    />,
  )
  return { ...view, ends }
}

describe('카드 등록 (빌링키 발급)', () => {
  it('포트원 2022년 문서의 요청과 같은 객체를 SDK에 넘긴다', async () => {
    const shop = await openShop()
    const { confirm } = serve(() => null)
    show(shop, {
      confirm,
      customerUid: 'your-customer-unique-id',
      customerId: 'matthew',
      redirectUrl: 'https://shop.kr/done',
      order: {
        merchantUid: 'order_monthly_0001',
        name: '최초인증결제',
        buyer: { email: 'iamport@siot.do', name: '아임포트', tel: '02-1234-1234' },
      },
    })
    fireEvent.click(button())
    const { request_id: _, ...sent } = shop.imp.calls[0] as object & { request_id?: string }
    expect(JSON.stringify(sent)).toBe(
      JSON.stringify({
        pg: 'tosspayments',
        pay_method: 'card',
        merchant_uid: 'order_monthly_0001',
        name: '최초인증결제',
        amount: 0,
        customer_uid: 'your-customer-unique-id',
        buyer_email: 'iamport@siot.do',
        buyer_name: '아임포트',
        buyer_tel: '02-1234-1234',
        m_redirect_url: 'https://shop.kr/done',
        customer_id: 'matthew',
      }),
    )
  })

  it('지금 결제되는 금액은 없다고 버튼 아래에 말하고, 버튼의 설명으로도 읽어 준다', async () => {
    const shop = await openShop()
    show(shop, { confirm: serve(() => null).confirm })
    expect(button()).toHaveProperty('textContent', '카드 등록하기')
    const note = document.getElementById(button().getAttribute('aria-describedby') ?? '')
    expect(note?.textContent).toBe('카드만 등록해요. 지금 결제되는 금액은 없어요.')
  })

  it.each([
    ['그 말이 사라지고', undefined, undefined],
    ['상점이 적은 말은 남고', '첫 결제는 12월 1일이에요.', '첫 결제는 12월 1일이에요.'],
  ])('등록한 뒤에는 %s, 없는 말을 설명으로 읽지 않는다', async (_, note, left) => {
    const shop = await openShop()
    show(shop, { confirm: serve(() => registered).confirm, note })
    fireEvent.click(button())
    shop.imp.answer(ids)
    await shop.pass(10_000)
    expect(state()).toBe('registered')
    expect(screen.queryByText(/지금 결제되는 금액은 없어요/)).toBeNull()
    const described = button().getAttribute('aria-describedby')
    expect(described === null ? undefined : document.getElementById(described)?.textContent).toBe(left)
  })

  it('같은 순간의 두 번째 클릭은 등록창을 또 열지 않는다', async () => {
    const shop = await openShop()
    show(shop, { confirm: serve(() => null).confirm })
    fireEvent.click(button())
    fireEvent.click(button())
    expect(shop.imp.calls).toHaveLength(1)
  })

  it('서버가 키를 읽어 온 뒤에만 등록됐다고 한다', async () => {
    const shop = await openShop()
    const server = serve((times) => (times === 1 ? { ...registered, status: 'ready' } : registered))
    const { ends } = show(shop, { confirm: server.confirm })
    fireEvent.click(button())
    shop.imp.answer(ids)
    await shop.pass(0)
    expect(state()).toBe('confirming')
    await shop.pass(10_000)
    expect(state()).toBe('registered')
    expect(server.asked[0]).toEqual({ customerUid, merchantUid: order.merchantUid, impUid: 'imp_1' })
    expect(ends).toEqual([{ status: 'registered', merchantUid: order.merchantUid, billingKey: registered }])
    fireEvent.click(button())
    expect(shop.imp.calls).toHaveLength(1)
    // A card is no payment: the provider's onSettled hears payments only.
    expect(shop.ends).toEqual([])
  })

  it('게이트웨이는 됐다는데 서버가 모르면 확인 중으로 남고, 다시 누르면 창 대신 서버에 묻는다', async () => {
    const shop = await openShop()
    let answer: BillingKeyRecord | null = null
    show(shop, { confirm: serve(() => answer).confirm })
    fireEvent.click(button())
    shop.imp.answer(ids)
    await shop.pass(60_000)
    expect(state()).toBe('unconfirmed')
    expect(screen.getByRole('alert').textContent).toBe(
      '카드가 등록됐을 수 있어요. 아직 확인하지 못했으니 잠시 뒤 확인해 주세요.',
    )
    answer = registered
    fireEvent.click(button())
    await shop.pass(0)
    expect(state()).toBe('registered')
    expect(shop.imp.calls).toHaveLength(1)
  })

  it.each([
    ['그만두면', { ...ids, error_code: 'USER_CANCEL' }, 'dismissed', /그만뒀어요/],
    [
      '거절되면',
      { ...ids, error_code: 'REJECT_CARD_COMPANY', error_msg: '거절' },
      'failed',
      /승인하지 않았어요/,
    ],
  ])('%s 결제가 아니라 카드 등록의 말로 알린다', async (_, response, status, words) => {
    const shop = await openShop()
    show(shop, { confirm: serve(() => null).confirm })
    fireEvent.click(button())
    shop.imp.answer(response)
    await shop.pass(60_000)
    // The table of gateway codes is fetched when something has failed.
    await vi.dynamicImportSettled()
    await shop.pass()
    expect(state()).toBe(status)
    const said = `${screen.getByRole('status').textContent}${screen.getByRole('alert').textContent}`
    expect(said).toMatch(words)
    expect(said).not.toMatch(/결제하지 못했|결제를 그만/)
  })

  it('다른 카드 이름의 답은 등록으로 치지 않는다', async () => {
    const shop = await openShop()
    const { ends } = show(shop, { confirm: serve(() => ({ ...registered, customerUid: 'else' })).confirm })
    fireEvent.click(button())
    shop.imp.answer(ids)
    await shop.pass(60_000)
    expect(ends).toMatchObject([{ status: 'failed', error: { code: 'ORDER_MISMATCH', charged: 'no' } }])
  })

  it('등록창이 열린 채 새로고침해도 그 카드 이름으로 서버에 묻고 이어 간다', async () => {
    const before = await openShop()
    show(before, { confirm: serve(() => null).confirm })
    fireEvent.click(button())
    const shop = await openShop({ clean: false })
    const server = serve(() => registered)
    const { ends } = show(shop, { confirm: server.confirm, customerUid: 'minted-anew-on-this-load' })
    await shop.pass(10_000)
    expect(server.asked[0]).toMatchObject({ customerUid, merchantUid: order.merchantUid })
    expect(state()).toBe('registered')
    expect(ends).toMatchObject([{ status: 'registered' }])
  })

  it('휴대폰에서 돌아온 주소를 집어 들고, 결제로 오해하지 않는다', async () => {
    const before = await openShop()
    show(before, { confirm: serve(() => null).confirm })
    fireEvent.click(button())
    history.replaceState(null, '', `/done?imp_uid=imp_1&merchant_uid=${order.merchantUid}&plan=yearly`)
    const shop = await openShop({ clean: false })
    const server = serve(() => registered)
    show(shop, { confirm: server.confirm })
    await shop.pass(10_000)
    expect(state()).toBe('registered')
    expect(location.search).toBe('?plan=yearly')
    expect(shop.asked).toEqual([])
  })

  it('서버가 주문과 함께 만든 카드 이름으로 등록한다', async () => {
    const shop = await openShop()
    const server = serve(() => ({ ...registered, customerUid: 'minted-by-server' }))
    show(shop, {
      confirm: server.confirm,
      customerUid: undefined,
      order: async () => ({ ...order, customerUid: 'minted-by-server' }),
    })
    fireEvent.click(button())
    await shop.pass()
    expect(shop.imp.calls[0]).toMatchObject({ customer_uid: 'minted-by-server', amount: 0 })
    shop.imp.answer(ids)
    await shop.pass(10_000)
    expect(server.asked[0]).toMatchObject({ customerUid: 'minted-by-server' })
    expect(state()).toBe('registered')
  })

  it('카드 이름이 어디에도 없으면 결제창을 여는 대신 거절한다', async () => {
    const shop = await openShop()
    const { ends } = show(shop, { confirm: serve(() => null).confirm, customerUid: undefined })
    fireEvent.click(button())
    expect(shop.imp.calls).toHaveLength(0)
    expect(ends).toMatchObject([{ status: 'failed', error: { code: 'INVALID_OPTIONS', charged: 'no' } }])
  })

  it('서버에 물을 길이 없으면 창을 열지 않고 개발자에게 고칠 곳을 말한다', async () => {
    const shop = await openShop()
    const { ends } = show(shop)
    fireEvent.click(button())
    expect(shop.imp.calls).toHaveLength(0)
    expect(ends).toMatchObject([{ status: 'failed', error: { code: 'INVALID_PROVIDER', charged: 'no' } }])
  })

  it('endpoint를 주면 complete-billing-key에 묻는다', async () => {
    const fetched = vi.fn(async () => Response.json(registered))
    vi.stubGlobal('fetch', fetched)
    const shop = await openShop()
    const { BillingKeyRegister, TossCheckoutProvider } = shop.kit
    shop.show(
      <TossCheckoutProvider merchantCode="imp00000000" redirectUrl="/done" endpoint="/api/checkout/">
        <BillingKeyRegister method="window" customerUid={customerUid} order={order} />
      </TossCheckoutProvider>,
    )
    fireEvent.click(button())
    shop.imp.answer(ids)
    await shop.pass(10_000)
    expect(state()).toBe('registered')
    expect(fetched).toHaveBeenCalledWith('/api/checkout/complete-billing-key', expect.anything())
    vi.unstubAllGlobals()
  })

  it('결제가 진행 중이면 등록창을 함께 열지 않는다', async () => {
    const shop = await openShop({ imp: fakeIamport() })
    const { BillingKeyRegister, TossCheckoutButton } = shop.kit
    const ends: BillingKeyOutcome[] = []
    shop.show(
      <>
        <TossCheckoutButton order={{ merchantUid: 'order-1', name: '니트', amount: 1_000 }}>
          결제
        </TossCheckoutButton>
        <BillingKeyRegister
          method="window"
          confirm={serve(() => null).confirm}
          customerUid={customerUid}
          order={order}
          onSettled={(end) => ends.push(end)}
        />
      </>,
    )
    fireEvent.click(screen.getByRole('button', { name: '결제' }))
    fireEvent.click(screen.getByRole('button', { name: '카드 등록하기' }))
    expect(shop.imp.calls).toHaveLength(1)
    expect(ends).toMatchObject([{ error: { code: 'PAYMENT_IN_PROGRESS' } }])
  })
})

describe('등록창에서 아무 답이 없어도 버튼이 죽지 않는다', () => {
  async function pressed(answer: (times: number) => unknown, opens = true) {
    const shop = await openShop({ imp: fakeIamport({ opens }) })
    const server = serve(answer)
    const { ends } = show(shop, { confirm: server.confirm })
    fireEvent.click(button())
    await shop.pass(500)
    return { shop, ends, asked: server.asked }
  }

  it('창이 사라지면 서버에 물어, 등록됐으면 등록이다', async () => {
    const { shop, ends, asked } = await pressed(() => registered)
    shop.imp.closeFrame()
    await shop.pass(2_000)
    expect(state()).toBe('registered')
    expect(asked).toEqual([{ customerUid, merchantUid: order.merchantUid, impUid: undefined }])
    expect(ends).toMatchObject([{ status: 'registered' }])
  })

  it('창이 사라졌고 등록도 없으면, 조금 더 물어본 뒤 그만둔 것이고, 다시 누를 수 있다', async () => {
    const { shop } = await pressed(() => ({ ...registered, status: 'ready' }))
    shop.imp.closeFrame()
    await shop.pass(7_000)
    expect(state()).toBe('dismissed')
    fireEvent.click(button())
    await shop.pass(500)
    expect(shop.imp.calls).toHaveLength(2)
  })

  it('30초가 지나도 창이 없고 서버도 그런 등록을 모르면 열리지 않은 것이다', async () => {
    const { shop, ends } = await pressed(() => null, false)
    await shop.pass(30_000)
    expect(ends).toMatchObject([{ status: 'failed', error: { code: 'WINDOW_NOT_OPENED', retryable: true } }])
  })
})
