import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type FakeIamport, fakeIamport } from '../fakeIamport.js'

const settings = { merchantCode: 'imp00000000' }
const usual = 'https://cdn.iamport.kr/v1/iamport.js'
let loadIamport: typeof import('../../../src/portone/loadIamport.js')['loadIamport']
let readyIamport: typeof import('../../../src/portone/loadIamport.js')['readyIamport']
let imp: FakeIamport

beforeEach(async () => {
  vi.useFakeTimers()
  vi.resetModules()
  ;({ loadIamport, readyIamport } = await import('../../../src/portone/loadIamport.js'))
  imp = fakeIamport()
})
afterEach(() => {
  vi.useRealTimers()
  document.head.replaceChildren()
  delete window.IMP
})

const tags = () => [...document.querySelectorAll('script')]
const addresses = () => tags().map(({ src }) => src)
/** The script of the last tag runs. */
function arrives(sdk: FakeIamport | undefined = imp): void {
  window.IMP = sdk
  tags().at(-1)?.dispatchEvent(new Event('load'))
}
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'loaded',
    (error) => error.code,
  )

describe('결제 스크립트', () => {
  it('기본 주소는 새 SDK이고, 한 번 부르고 한 번 init 한다', async () => {
    const all = Promise.all([loadIamport(settings), loadIamport(settings), loadIamport(settings)])
    expect(addresses()).toEqual([usual])
    arrives()
    expect(await all).toEqual([imp, imp, imp])
    await loadIamport(settings)
    expect(imp.inits).toEqual([['imp00000000']])
    expect(tags()).toHaveLength(1)
  })

  it('sdkUrl과 nonce를 따른다', () => {
    const sdkUrl = 'https://cdn.iamport.kr/js/iamport.payment-1.2.0.js'
    loadIamport({ ...settings, sdkUrl, nonce: 'abc' })
    expect(addresses()).toEqual([sdkUrl])
    expect(tags()[0]?.nonce).toBe('abc')
  })

  it('상점이 이미 넣은 태그를 쓰고 하나 더 넣지 않는다', async () => {
    const theirs = document.createElement('script')
    theirs.src = 'https://cdn.iamport.kr/js/iamport.payment-1.1.8.js'
    document.head.append(theirs)
    const loading = loadIamport(settings)
    expect(tags()).toEqual([theirs])
    arrives()
    expect(await loading).toBe(imp)
  })

  it('이미 있는 window.IMP를 쓰고 태그를 넣지 않는다', async () => {
    window.IMP = imp
    expect(await loadIamport(settings)).toBe(imp)
    expect(tags()).toEqual([])
    expect(imp.inits).toEqual([['imp00000000']])
  })

  it('tierCode가 있으면 IMP.agency를 부른다', async () => {
    window.IMP = imp
    await loadIamport({ ...settings, tierCode: 'A01' })
    expect(imp.inits).toEqual([['imp00000000', 'A01']])
  })

  it('다른 가맹점 코드는 init을 다시 하지 않고 거절한다', async () => {
    window.IMP = imp
    await loadIamport(settings)
    expect(await codeOf(loadIamport({ merchantCode: 'imp99999999' }))).toBe('MERCHANT_CODE_CONFLICT')
    expect(await codeOf(loadIamport({ ...settings, tierCode: 'A01' }))).toBe('MERCHANT_CODE_CONFLICT')
    expect(imp.inits).toHaveLength(1)
    expect(await loadIamport(settings)).toBe(imp)
  })

  it('가맹점 코드가 없으면 init하지 않고 고칠 곳을 말한다', async () => {
    window.IMP = imp
    await expect(loadIamport({ merchantCode: '' })).rejects.toMatchObject({
      code: 'INVALID_PROVIDER',
      message: expect.stringContaining('merchantCode'),
    })
    expect(imp.inits).toEqual([])
  })
})

describe('스크립트가 오지 않을 때', () => {
  it('차단되면 잊고, 다음에는 새 태그로 다시 부른다', async () => {
    const first = codeOf(loadIamport(settings))
    tags()[0]?.dispatchEvent(new Event('error'))
    expect(await first).toBe('SDK_BLOCKED')
    expect(tags()).toEqual([])
    const second = loadIamport(settings)
    expect(addresses()).toEqual([usual])
    arrives()
    expect(await second).toBe(imp)
  })

  it('10초가 지나면 시간 초과이고, 다시 부를 때는 주소의 쿼리를 바꾼다', async () => {
    const first = codeOf(loadIamport(settings))
    await vi.advanceTimersByTimeAsync(9_999)
    expect(addresses()).toEqual([usual])
    await vi.advanceTimersByTimeAsync(1)
    expect(await first).toBe('SDK_TIMEOUT')
    const second = codeOf(loadIamport(settings))
    expect(addresses()).toEqual([`${usual}?retry=1`])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await second).toBe('SDK_TIMEOUT')
    loadIamport({ ...settings, sdkUrl: 'https://shop.kr/imp.js?v=2' })
    expect(addresses()).toEqual(['https://shop.kr/imp.js?v=2&retry=2'])
  })

  it('시간 초과로 버린 스크립트가 늦게라도 오면 다음 누름이 그것을 쓴다', async () => {
    const first = codeOf(loadIamport(settings))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await first).toBe('SDK_TIMEOUT')
    window.IMP = imp
    expect(readyIamport(settings)).toBe(imp)
  })

  it('왔는데 IMP가 없으면 그렇게 말하고, 다음에는 기다리지 않고 다시 부른다', async () => {
    const first = codeOf(loadIamport(settings))
    tags()[0]?.dispatchEvent(new Event('load'))
    expect(await first).toBe('SDK_ABSENT')
    // The tag that has run already will not say "load" again.
    expect(tags()).toEqual([])
    const second = loadIamport(settings)
    expect(addresses()).toEqual([usual])
    arrives()
    expect(await second).toBe(imp)
  })

  it('jQuery가 없는 1.x 스크립트는 jQuery를 넣으라고 말하고, 넣고 나면 init한다', async () => {
    let jQuery = false
    imp.init = (code) => {
      if (!jQuery) throw new ReferenceError('jQuery is not defined')
      imp.inits.push([code])
    }
    window.IMP = imp
    await expect(loadIamport(settings)).rejects.toMatchObject({
      code: 'JQUERY_MISSING',
      retryable: false,
      message: expect.stringContaining('Load jQuery'),
    })
    jQuery = true
    expect(await loadIamport(settings)).toBe(imp)
    expect(imp.inits).toEqual([['imp00000000']])
  })

  it('init이 던진 다른 오류는 SDK_THREW이고 원인을 남긴다', async () => {
    const cause = new Error('boom')
    imp.init = () => {
      throw cause
    }
    window.IMP = imp
    await expect(loadIamport(settings)).rejects.toMatchObject({ code: 'SDK_THREW', cause })
  })
})
