import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RequestPayParams } from '../../../src/portone/iamport.types.js'
import { installIamport } from '../../../src/sandbox/iamport/installIamport.js'
import { isPhoneUserAgent } from '../../../src/sandbox/iamport/isPhoneUserAgent.js'
import { leaveFor } from '../../../src/sandbox/iamport/leaveFor.js'
import type { SandboxOptions } from '../../../src/sandbox/sandbox.types.js'
import { showPhoneWindow } from '../../../src/sandbox/window/showPhoneWindow.js'
import { makeParts } from './iamportParts.js'

vi.mock('../../../src/sandbox/iamport/leaveFor.js', () => ({ leaveFor: vi.fn() }))
const left = vi.mocked(leaveFor)
const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148'

let uninstall = () => {}

function install(given: SandboxOptions = {}) {
  const parts = makeParts(given)
  uninstall = installIamport(window, parts)
  const imp = window.IMP
  if (!imp) throw new Error('no IMP')
  imp.init('imp00000000')
  return { parts, imp }
}

const order = (more: RequestPayParams = {}): RequestPayParams => ({
  merchant_uid: 'phone-order',
  name: '감귤',
  amount: 55000,
  m_redirect_url: 'https://shop.example/complete?cart=7#top',
  ...more,
})
const progress = () => document.body.classList.contains('imp-payment-progress')
const leftFor = async () => {
  await vi.waitFor(() => expect(left).toHaveBeenCalled())
  return left.mock.lastCall?.[1] ?? ''
}
const page = () => document.querySelector<HTMLIFrameElement>('#sandbox-phone-window iframe')?.contentDocument
const press = async (name: string) => {
  const find = () => [...(page()?.querySelectorAll('button') ?? [])].find((one) => one.textContent === name)
  await vi.waitFor(() => expect(find()).toBeTruthy())
  find()?.click()
}

beforeEach(() => {
  left.mockClear()
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(iPhone)
})
afterEach(() => {
  uninstall()
  document.getElementById('sandbox-phone-window')?.remove()
  history.replaceState(null, '', '/')
  vi.restoreAllMocks()
})

test.each([
  [iPhone, true],
  ['Mozilla/5.0 (Linux; Android 15; SM-S928N) AppleWebKit/537.36', true],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15',
    false,
  ],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36', false],
])('%s: 전화기 %s', (userAgent, phone) => {
  expect(isPhoneUserAgent(userAgent)).toBe(phone)
})

describe('전화기에서', () => {
  test('콜백 없이 결제 페이지로 떠나고, 남은 페이지는 다시 보인다', async () => {
    const { imp } = install()
    const callback = vi.fn()
    imp.request_pay(order(), callback)
    expect(await leftFor()).toMatch(/^http:\/\/localhost:3000\/#sandbox-pay=imp_\d+$/)
    expect(progress()).toBe(false)
    expect(callback).not.toHaveBeenCalled()
  })

  test('windowUrl을 주면 그 페이지로 간다', async () => {
    const { imp } = install({ windowUrl: '/pay.html?lang=ko' })
    imp.request_pay(order())
    expect(await leftFor()).toMatch(/^http:\/\/localhost:3000\/pay\.html\?lang=ko#sandbox-pay=imp_\d+$/)
  })

  test('창이 열리기 전의 거절은 콜백으로 온다', async () => {
    const { imp } = install()
    const callback = vi.fn()
    imp.request_pay(order({ m_redirect_url: undefined }), callback)
    await vi.waitFor(() => expect(callback).toHaveBeenCalled())
    expect(callback.mock.lastCall?.[0]).toMatchObject({ error_code: 'F400' })
    expect(left).not.toHaveBeenCalled()
    expect(progress()).toBe(false)
  })

  test.each([
    [
      'https://shop.example/c',
      'https://shop.example/c?imp_uid=null&merchant_uid=phone-order&imp_success=false&',
    ],
    ['https://shop.example/c?a=1', 'https://shop.example/c?a=1&imp_uid=null&'],
    ['https://shop.example/c?a=1&b=2', 'https://shop.example/c?a=1&b=2imp_uid=null&'],
    [undefined, 'https://service.iamport.kr/payments/fail?imp_uid=null&success=false&'],
  ])('구 SDK는 콜백이 없으면 거절을 %s 뒤에 서툴게 붙여 보낸다', async (m_redirect_url, start) => {
    const { imp } = install({ sdk: 'legacy', faults: ['order-number-used'] })
    imp.request_pay(order({ m_redirect_url }))
    const url = await leftFor()
    expect(url.slice(0, start.length)).toBe(start)
    expect(url).toContain('error_msg=%EC%9D%B4%EB%AF%B8')
    expect(url).not.toContain('error_code')
  })
})

describe('전화기의 결제 페이지', () => {
  const arrive = async (given?: SandboxOptions, more?: RequestPayParams) => {
    const { parts, imp } = install(given)
    imp.request_pay(order(more))
    const url = await leftFor()
    left.mockClear()
    history.replaceState(null, '', new URL(url).hash)
    expect(showPhoneWindow(window, parts)).toBe(true)
    return parts
  }

  test('다른 페이지에서는 아무것도 그리지 않는다', () => {
    const { parts } = install()
    expect(showPhoneWindow(window, parts)).toBe(false)
    expect(document.getElementById('sandbox-phone-window')).toBeNull()
  })

  test('두 번 불러도 한 번만 그린다', async () => {
    const parts = await arrive()
    expect(showPhoneWindow(window, parts)).toBe(true)
    expect(document.querySelectorAll('#sandbox-phone-window')).toHaveLength(1)
  })

  test('결제하면 상점의 쿼리를 지킨 채 돌아간다', async () => {
    await arrive()
    await vi.waitFor(() => expect(page()?.querySelector('form')).toBeTruthy())
    page()?.querySelector<HTMLElement>('input[value="366"]')?.click()
    page()?.querySelector<HTMLElement>('input[name=agreed]')?.click()
    await press('55,000원 결제하기')
    expect(await leftFor()).toMatch(
      /^https:\/\/shop\.example\/complete\?cart=7&imp_uid=imp_\d+&merchant_uid=phone-order#top$/,
    )
  })

  test('취소하면 취소 코드를 들고 돌아간다', async () => {
    await arrive()
    await press('취소')
    expect(await leftFor()).toContain('error_code=PAY_PROCESS_CANCELED')
  })

  test('콜백이 사라지는 사고에서는 돌아가지 못하고, 다시 결제하지 말라고 한다', async () => {
    await arrive({ faults: ['callback-lost'] })
    await press('취소')
    await vi.waitFor(() => expect(page()?.body.textContent).toContain('다시 결제하지 마세요'))
    expect(left).not.toHaveBeenCalled()
  })

  test('돌아갈 주소가 없으면 그렇다고 말한다', async () => {
    await arrive({ sdk: 'legacy' }, { m_redirect_url: undefined })
    await press('취소')
    await vi.waitFor(() => expect(page()?.body.textContent).toContain('돌아갈 주소'))
    expect(left).not.toHaveBeenCalled()
  })

  test('기억에 없는 결제이면 찾을 수 없다고 말한다', async () => {
    const { parts } = install()
    history.replaceState(null, '', '/?sandbox-pay=imp_000000000000')
    expect(showPhoneWindow(window, parts)).toBe(true)
    await vi.waitFor(() => expect(page()?.body.textContent).toContain('결제 정보를 찾을 수 없어요'))
  })
})
