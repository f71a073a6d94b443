import { fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeShop, openShop, type Shop } from '../openShop.js'

const shinhan = {
  customerUid: 'member-7_1',
  merchantUid: null,
  impUid: null,
  status: 'registered',
  card: { code: '366', name: '신한카드', number: '4518-****-****-9012' },
}
const hyundai = {
  ...shinhan,
  customerUid: 'member-7_2',
  card: { code: '367', name: '현대카드', number: '9490-****-****-0003' },
}
let cards: object[]
let answers: Record<string, () => Response | Promise<Response>>
const asked: { route: string; body: unknown }[] = []

beforeEach(() => {
  cards = [shinhan, hyundai]
  answers = {}
  asked.length = 0
  vi.stubGlobal('fetch', async (address: string, request: RequestInit = {}) => {
    const route = address.split('/').at(-1) ?? ''
    asked.push({ route, body: request.body && JSON.parse(String(request.body)) })
    return answers[route]?.() ?? Response.json(route === 'billing-keys' ? cards : {})
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  closeShop()
})

async function show(shop: Shop, more: object = {}) {
  const { BillingKeyList, TossCheckoutProvider } = shop.kit
  const view = shop.show(
    <TossCheckoutProvider merchantCode="imp00000000" redirectUrl="/done" endpoint="/api/checkout">
      <BillingKeyList {...more} />
    </TossCheckoutProvider>,
  )
  await shop.pass(10)
  return view
}
const row = (name: RegExp) =>
  screen.getAllByRole('listitem').find((each) => name.test(each.textContent ?? ''))
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const said = () =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join('')

describe('등록한 카드 목록', () => {
  it('카드사와 끝자리로 카드를 알아보게 하고, 끝자리라는 말과 숫자는 줄이 바뀌어도 붙어 있다', async () => {
    await show(await openShop())
    const names = screen.getAllByRole('listitem').map((each) => each.querySelector('[data-tc-part="name"]'))
    expect(names.map((name) => name?.textContent)).toEqual([
      '신한카드 끝자리\u00a09012',
      '현대카드 끝자리\u00a00003',
    ])
  })

  it('영어 화면은 카드사를 코드로 찾아 영어로 부르고, 모르는 코드는 받은 이름을 그대로 쓴다', async () => {
    cards = [shinhan, { ...hyundai, card: { ...hyundai.card, code: '999', name: '새카드' } }]
    const shop = await openShop()
    const { BillingKeyList, TossCheckoutProvider, en } = shop.kit
    shop.show(
      <TossCheckoutProvider
        merchantCode="imp00000000"
        redirectUrl="/done"
        endpoint="/api/checkout"
        locale="en"
        messages={en}
      >
        <BillingKeyList />
      </TossCheckoutProvider>,
    )
    await shop.pass(10)
    const names = screen.getAllByRole('listitem').map((each) => each.querySelector('[data-tc-part="name"]'))
    expect(names.map((name) => name?.textContent)).toEqual([
      'Shinhan Card ending in\u00a09012',
      '새카드 ending in\u00a00003',
    ])
    expect(screen.getByRole('button', { name: 'Remove Shinhan Card ending in\u00a09012' })).toBeTruthy()
  })

  it('등록이 끝나지 않은 카드는 보이지 않고, 없으면 없다고 한다', async () => {
    cards = [{ ...shinhan, status: 'ready' }]
    await show(await openShop())
    expect(screen.queryByRole('listitem')).toBeNull()
    expect(screen.getByText('등록한 카드가 없어요.')).toBeTruthy()
  })

  it('삭제는 한 번 더 묻고, 그대로 두면 아무것도 보내지 않으며 초점이 돌아온다', async () => {
    const shop = await openShop()
    await show(shop)
    press('신한카드 끝자리\u00a09012 삭제')
    expect(within(row(/신한/) as HTMLElement).getByText('이 카드를 삭제할까요?')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '그대로 두기' }))
    press('그대로 두기')
    expect(asked.map(({ route }) => route)).toEqual(['billing-keys'])
    expect(document.activeElement).toBe(
      screen.getByRole('button', { name: '신한카드 끝자리\u00a09012 삭제' }),
    )
  })

  it('삭제하면 목록을 다시 읽어 보이고 말한다', async () => {
    const shop = await openShop()
    await show(shop)
    answers['delete-billing-key'] = () => {
      cards = [hyundai]
      return Response.json({ customerUid: shinhan.customerUid })
    }
    press('신한카드 끝자리\u00a09012 삭제')
    press('삭제하기')
    await shop.pass(10)
    expect(asked[1]).toEqual({ route: 'delete-billing-key', body: { customerUid: 'member-7_1' } })
    expect(screen.getAllByRole('listitem')).toHaveLength(1)
    expect(said()).toContain('카드를 삭제했어요.')
  })

  it.each([
    [
      '구독에 쓰는 카드면',
      () => Response.json({ code: 'CARD_IN_USE' }, { status: 409 }),
      /구독에서 다른 카드로 바꾼 뒤 삭제할 수 있어요/,
    ],
    ['서버가 거절하면', () => Response.json({ code: 'NOT_YOURS' }, { status: 403 }), /삭제하지 못했어요/],
    ['응답이 사라지면', () => Promise.reject(new TypeError('lost')), /삭제됐는지 확인하지 못했어요/],
  ])('%s 카드는 남고 까닭을 말한다', async (_, answer, words) => {
    const shop = await openShop()
    await show(shop)
    answers['delete-billing-key'] = answer
    press('신한카드 끝자리\u00a09012 삭제')
    press('삭제하기')
    await shop.pass(10)
    expect(screen.getAllByRole('listitem')).toHaveLength(2)
    expect(said()).toMatch(words)
  })

  it('카드를 바꾸는 버튼이 목록에 있으면 구독에 쓰는 카드는 먼저 바꾸라고 한다', async () => {
    const shop = await openShop()
    await show(shop, { onReplace: () => {} })
    answers['delete-billing-key'] = () => Response.json({ code: 'CARD_IN_USE' }, { status: 409 })
    press('신한카드 끝자리\u00a09012 삭제')
    press('삭제하기')
    await shop.pass(10)
    expect(said()).toBe('구독에 쓰고 있는 카드예요. 먼저 다른 카드로 바꿔 주세요.')
  })

  it('삭제됐는지 모르면 그 자리에서 목록을 다시 불러오고, 불러올 때까지 모른다고 말한다', async () => {
    const shop = await openShop()
    await show(shop)
    const down = () => Promise.reject(new TypeError('lost'))
    answers = { 'delete-billing-key': down, 'billing-keys': down }
    press('신한카드 끝자리\u00a09012 삭제')
    press('삭제하기')
    await shop.pass(20_000)
    const unsure = '삭제됐는지 확인하지 못했어요. 목록을 다시 불러와 확인해 주세요.'
    expect(said()).toBe(unsure)
    press('다시 불러오기')
    await shop.pass(20_000)
    expect(said()).toBe(unsure)
    answers = {}
    cards = [hyundai]
    const again = screen.getByRole('button', { name: '다시 불러오기' })
    again.focus()
    press('다시 불러오기')
    await shop.pass(10)
    expect(screen.getAllByRole('listitem')).toHaveLength(1)
    expect(said()).toBe('카드 목록을 새로 불러왔어요.')
    expect(screen.queryByRole('button', { name: '다시 불러오기' })).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: '등록한 카드' }))
  })

  it('목록을 못 읽으면 그렇게 말하고 다시 읽을 수 있다', async () => {
    const shop = await openShop()
    answers['billing-keys'] = () => Response.json({ code: 'NOT_SIGNED_IN' }, { status: 401 })
    await show(shop)
    await shop.pass(20_000)
    expect(screen.getByText('카드를 불러오지 못했어요.')).toBeTruthy()
    answers = {}
    press('다시 불러오기')
    await shop.pass(10)
    expect(screen.getAllByRole('listitem')).toHaveLength(2)
  })

  it('카드 바꾸기는 상점이 맡고, 바꾼 뒤 목록을 다시 읽는다', async () => {
    const shop = await openShop()
    const { useBillingKeys, BillingKeyList, TossCheckoutProvider } = shop.kit
    const outcomes: unknown[] = []
    function Page() {
      const keys = useBillingKeys()
      return (
        <BillingKeyList
          keys={keys}
          onReplace={async ({ customerUid }) =>
            outcomes.push(await keys.replace({ from: customerUid, to: 'member-7_3' }))
          }
        />
      )
    }
    shop.show(
      <TossCheckoutProvider merchantCode="imp00000000" redirectUrl="/done" endpoint="/api/checkout">
        <Page />
      </TossCheckoutProvider>,
    )
    await shop.pass(10)
    press('신한카드 끝자리\u00a09012 바꾸기')
    await shop.pass(10)
    expect(asked.slice(1)).toEqual([
      { route: 'replace-billing-key', body: { from: 'member-7_1', to: 'member-7_3' } },
      { route: 'billing-keys', body: undefined },
    ])
    expect(outcomes).toEqual(['done'])
  })
})
