import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CallbackResponse, RequestPayParams } from '../../../src/portone/iamport.types.js'
import { installIamport } from '../../../src/sandbox/iamport/installIamport.js'
import type { SandboxOptions } from '../../../src/sandbox/sandbox.types.js'
import { makeParts } from './iamportParts.js'

let uninstall = () => {}

function install(given?: SandboxOptions) {
  const parts = makeParts(given)
  const open = vi.spyOn(parts.gateway, 'open')
  uninstall = installIamport(window, parts)
  if (!window.IMP) throw new Error('no IMP')
  return { parts, open, imp: window.IMP }
}

let orders = 0
const order = (more: RequestPayParams = {}): RequestPayParams => ({
  merchant_uid: `order-${++orders}`,
  name: '감귤',
  amount: 55000,
  ...more,
})
const dialog = () => document.querySelector<HTMLElement>('body > .imp-dialog')
const frame = () => document.querySelector<HTMLIFrameElement>('.imp-frame')
const inside = () => frame()?.contentDocument?.body
const shown = () => dialog()?.style.display === 'block'
const windowOpen = () => vi.waitFor(() => expect(inside()?.querySelector('h1')).toBeTruthy())
const frameLoaded = () => vi.waitFor(() => expect(inside()?.querySelector('#root')).toBeTruthy())
const press = (name: string) => {
  const button = [...(inside()?.querySelectorAll('button') ?? [])].find((one) => one.textContent === name)
  if (!button) throw new Error(`no button ${name} in: ${inside()?.textContent}`)
  button.click()
}
const pay = () => {
  inside()?.querySelector<HTMLElement>('input[name=cardCode][value="366"]')?.click()
  inside()?.querySelector<HTMLElement>('input[name=agreed]')?.click()
  press('55,000원 결제하기')
}
const later = (ms = 60) => new Promise((resolve) => setTimeout(resolve, ms))

beforeEach(() => {
  vi.spyOn(window, 'alert').mockImplementation(() => {})
})
afterEach(() => {
  uninstall()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('설치', () => {
  test('먼저 있던 IMP를 바꾸지 않고, 치울 때도 건드리지 않는다', () => {
    const { imp } = install()
    installIamport(window, makeParts())()
    expect(window.IMP).toBe(imp)
  })

  test('치우면 IMP와 결제창이 페이지에서 모두 사라진다', async () => {
    const { imp } = install()
    imp.init('imp00000000')
    await frameLoaded()
    uninstall()
    expect(window.IMP).toBeUndefined()
    expect(document.querySelector('.imp-dialog, style')).toBeNull()
  })

  test('구 SDK에만 close가 있다', () => {
    expect(install().imp.close).toBeUndefined()
    uninstall()
    expect(install({ sdk: 'legacy' }).imp.close).toBeTypeOf('function')
  })
})

describe('요청', () => {
  test('init 없이 부르면 알림만 뜨고 콜백은 오지 않는다', async () => {
    const { imp, open } = install()
    const callback = vi.fn()
    expect(imp.request_pay(order(), callback)).toBeUndefined()
    await later()
    expect(window.alert).toHaveBeenCalledWith(
      '판매자 코드가 설정되지 않았습니다. IMP.init()함수를 먼저 호출하세요.',
    )
    expect(callback).not.toHaveBeenCalled()
    expect(open).not.toHaveBeenCalled()
  })

  test('파라미터가 없으면 알림이 뜨고 false를 돌려준다', () => {
    const { imp } = install()
    imp.init('imp00000000')
    expect((imp.request_pay as () => unknown)()).toBe(false)
    expect(window.alert).toHaveBeenCalledWith('결제요청 파라메터가 누락되었습니다.')
  })

  test('준비되기 전의 요청은 마지막 하나만 남는다', async () => {
    const { imp, open } = install()
    const lost = vi.fn()
    imp.init('imp00000000')
    imp.request_pay(order({ merchant_uid: 'first-order' }), lost)
    imp.request_pay(order({ merchant_uid: 'second-order' }))
    await windowOpen()
    expect(open.mock.calls.map(([params]) => params.merchant_uid)).toEqual(['second-order'])
    expect(lost).not.toHaveBeenCalled()
  })

  test('준비된 뒤에야 받은 객체에 값을 써 넣는다', async () => {
    const { imp } = install()
    imp.init('imp00000000')
    const params: RequestPayParams = { name: '감귤', amount: 55000 }
    imp.request_pay(params)
    expect(params).toEqual({ name: '감귤', amount: 55000 })
    await windowOpen()
    expect(params.merchant_uid).toMatch(/^nobody_\d+$/)
    expect(params).toMatchObject({ pay_method: 'card', request_id: expect.stringMatching(/^req_\d+$/) })
    expect(Object.keys(params)).toContain('tier_code')
  })

  test('agency로 시작하면 하위 상점 코드가 실린다', async () => {
    const { imp } = install()
    imp.agency?.('imp00000000', 'ABC')
    const params = order()
    imp.request_pay(params)
    await windowOpen()
    expect(params.tier_code).toBe('ABC')
  })

  test('JSON으로 옮겨지므로 함수는 사라지고 Date는 글자가 된다', async () => {
    const { imp, open } = install()
    imp.init('imp00000000')
    imp.request_pay(order({ custom_data: { when: new Date(0), run() {} } }))
    await windowOpen()
    expect(open.mock.lastCall?.[0].custom_data).toEqual({ when: '1970-01-01T00:00:00.000Z' })
  })

  test.each([
    ['null', () => null],
    [
      '자기 자신을 담은 객체',
      () => {
        const cyclic = order()
        cyclic.custom_data = cyclic
        return cyclic
      },
    ],
  ])('%s이면 오류 알림만 뜨고 창은 닫혀 있다', async (_, make) => {
    const { imp } = install()
    imp.init('imp00000000')
    await frameLoaded()
    await later()
    imp.request_pay(make() as RequestPayParams)
    expect(window.alert).toHaveBeenCalledWith(
      '결제모듈 구동 중에 오류가 발생하였습니다. 페이지 새로고침 후 다시 시도해주세요.\nundefined',
    )
    expect(shown()).toBe(false)
  })
})

describe('결제창', () => {
  test('body 바로 아래 한 겹의 dialog 안에, SDK의 클래스 이름으로 열린다', async () => {
    const { imp } = install()
    imp.init('imp00000000')
    imp.init('imp00000000')
    imp.request_pay(order({ pg: 'uplus.tlgdacomxpay' }))
    await windowOpen()
    expect(document.querySelectorAll('.imp-dialog')).toHaveLength(1)
    expect(dialog()?.className).toBe('imp-dialog customizable payment-uplus pc')
    expect(dialog()?.querySelector('.imp-header .imp-close')).toBeTruthy()
    expect(frame()?.classList).toContain('imp-frame-pc')
    expect(frame()?.title).toBe('결제창')
    expect(shown()).toBe(true)
  })

  test('콜백은 this가 빈 객체인 채, 창이 닫히기 전에, 한 번 온다', async () => {
    const { imp } = install()
    imp.init('imp00000000')
    const seen: unknown[] = []
    const params = order()
    imp.request_pay(params, function (this: unknown, response: CallbackResponse) {
      seen.push({ me: this, response, shown: shown() })
    } as (response: CallbackResponse) => void)
    await windowOpen()
    pay()
    await vi.waitFor(() => expect(shown()).toBe(false))
    await later()
    expect(seen).toEqual([
      {
        me: {},
        response: { imp_uid: expect.stringMatching(/^imp_\d+$/), merchant_uid: params.merchant_uid },
        shown: true,
      },
    ])
  })

  test('콜백이 던진 오류는 삼켜지고 창은 닫힌다', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {})
    const { imp } = install()
    imp.init('imp00000000')
    const oops = new Error('상점 코드의 오류')
    imp.request_pay(order(), () => {
      throw oops
    })
    await windowOpen()
    press('취소')
    await vi.waitFor(() => expect(shown()).toBe(false))
    expect(log).toHaveBeenCalledWith(oops)
  })

  test('취소하면 그 코드로 콜백이 오고, 다시 결제할 수 있다', async () => {
    const { imp } = install()
    imp.init('imp00000000')
    const callback = vi.fn()
    imp.request_pay(order(), callback)
    await windowOpen()
    press('취소')
    await vi.waitFor(() =>
      expect(callback).toHaveBeenCalledWith(expect.objectContaining({ error_code: 'PAY_PROCESS_CANCELED' })),
    )
    imp.request_pay(order(), callback)
    await windowOpen()
    pay()
    await vi.waitFor(() => expect(callback).toHaveBeenCalledTimes(2))
    expect(callback.mock.lastCall?.[0]).not.toHaveProperty('error_code')
  })

  test('콜백 안에서 한 요청은 창과 함께 사라진다', async () => {
    const { imp, open } = install()
    imp.init('imp00000000')
    const second = vi.fn()
    imp.request_pay(order(), () => imp.request_pay(order(), second))
    await windowOpen()
    press('취소')
    await vi.waitFor(() => expect(shown()).toBe(false))
    await later()
    expect(open).toHaveBeenCalledTimes(1)
    expect(shown()).toBe(false)
    expect(second).not.toHaveBeenCalled()
  })

  test('머리의 닫기 표시는 콜백 없이 창만 닫는다', async () => {
    const { imp } = install()
    imp.init('imp00000000')
    const callback = vi.fn()
    imp.request_pay(order(), callback)
    await windowOpen()
    dialog()?.querySelector<HTMLElement>('.imp-close')?.click()
    expect(shown()).toBe(false)
    await later()
    expect(callback).not.toHaveBeenCalled()
  })

  test('구 SDK의 close도 콜백 없이 닫는다', async () => {
    const { imp } = install({ sdk: 'legacy' })
    imp.init('imp00000000')
    const callback = vi.fn()
    imp.request_pay(order(), callback)
    await windowOpen()
    imp.close?.()
    await later()
    expect(shown()).toBe(false)
    expect(callback).not.toHaveBeenCalled()
  })

  test('창이 열린 채 init을 다시 부르면 빈 창이 남는다', async () => {
    const { imp } = install()
    imp.init('imp00000000')
    imp.request_pay(order())
    await windowOpen()
    imp.init('imp00000000')
    await frameLoaded()
    expect(shown()).toBe(true)
    expect(inside()?.querySelector('h1')).toBeNull()
  })

  test('창이 열리기 전에 거절되면 콜백으로 알리고 창을 치운다', async () => {
    const { imp } = install()
    imp.init('imp00000000')
    const callback = vi.fn()
    imp.request_pay(order({ amount: '55000' as unknown as number }), callback)
    await vi.waitFor(() =>
      expect(callback).toHaveBeenCalledWith(expect.objectContaining({ error_code: 'F400' })),
    )
    expect(shown()).toBe(false)
  })

  test('모르는 가맹점 식별코드는 콘솔에 알리고 채널 없음으로 답한다', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { imp } = install({ sdk: 'legacy' })
    imp.init('imp99999999')
    const callback = vi.fn()
    imp.request_pay(order(), callback)
    await vi.waitFor(() =>
      expect(callback).toHaveBeenCalledWith(
        expect.objectContaining({ success: false, error_code: 'NOT_READY' }),
      ),
    )
    expect(error).toHaveBeenCalled()
  })
})

describe('사고', () => {
  test('콜백이 사라지면 창은 닫히지만 콜백은 오지 않는다', async () => {
    const { imp, parts } = install({ faults: ['callback-lost'] })
    const approve = vi.spyOn(parts.gateway, 'approve')
    imp.init('imp00000000')
    const callback = vi.fn()
    imp.request_pay(order(), callback)
    await windowOpen()
    pay()
    await vi.waitFor(() => expect(shown()).toBe(false))
    await later()
    expect(approve).toHaveBeenCalledTimes(1)
    expect(callback).not.toHaveBeenCalled()
  })

  test('콜백이 두 번 온다', async () => {
    const { imp } = install({ faults: ['callback-twice'] })
    imp.init('imp00000000')
    const callback = vi.fn()
    imp.request_pay(order(), callback)
    await windowOpen()
    pay()
    await vi.waitFor(() => expect(callback).toHaveBeenCalledTimes(2))
    expect(callback.mock.calls[0]).toEqual(callback.mock.calls[1])
  })

  test('응답이 없으면 아무것도 열리지 않고, 풀린 뒤의 결제가 옛 요청을 되살리지 않는다', async () => {
    const { imp, parts, open } = install({ faults: ['never-answers'] })
    imp.init('imp00000000')
    imp.request_pay(order({ merchant_uid: 'silent-order' }))
    await frameLoaded()
    await later()
    expect(open).not.toHaveBeenCalled()
    expect(shown()).toBe(false)

    parts.faults.clear()
    imp.request_pay(order({ merchant_uid: 'later-order' }))
    await windowOpen()
    press('취소')
    await vi.waitFor(() => expect(shown()).toBe(false))
    await frameLoaded()
    await later()
    expect(open.mock.calls.map(([params]) => params.merchant_uid)).toEqual(['later-order'])
  })
})
