import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'
import { compile } from 'tailwindcss'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { kitSheet } from '../kitSheet.js'
import { findViolations } from './findViolations.js'
import { openPlayground, type Visit } from './openPlayground.js'

let visit: Visit
let page: Page
/** One of every component of the kit, as it stands in a page. */
let kit: string

beforeAll(async () => {
  visit = await openPlayground({ viewport: { width: 360, height: 740 } })
  page = visit.page
  await visit.show('components-reset--side-by-side')
  kit = await page.locator('.reset-side .kit-page').first().innerHTML()
})
beforeEach(() => page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' }))
afterAll(() => visit?.context.close())

/** A shop's page of its own, with nothing of the playground on it. */
async function openShop(sheet: string, body = kit): Promise<void> {
  await page.setContent(
    `<!doctype html><html lang="ko"><title>상점</title><style>${sheet}</style><style>${own}</style><body>${body}`,
  )
}
const own = 'body { margin: 0; font: 16px/1.5 sans-serif }'

const styleOf = (selector: string, property: string, pseudo?: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, [name, of]) => getComputedStyle(element, of).getPropertyValue(name), [
      property,
      pseudo,
    ] as [string, string | undefined])

const ink = { light: 'rgb(22, 32, 44)', dark: 'rgb(237, 241, 246)' }
const title = '[data-tc-part="title"]'

describe('밝고 어두운 상점에서', () => {
  it('밝기만 한 상점은 어두운 기기에서도 모든 글자를 읽을 수 있다', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await openShop(`${kitSheet} body { background: #fff }`)
    expect(await styleOf(title, 'color')).toBe(ink.light)
    expect(await styleOf('[data-tc] select', 'background-color')).toBe('rgb(255, 255, 255)')
    expect(await findViolations(page, { root: 'body', only: 'colours' })).toEqual([])
  })

  it('기기를 따라가는 상점에서는 키트도 따라가고, 고르는 칸과 동그라미까지 어둡다', async () => {
    await openShop(`${kitSheet} :root { color-scheme: light dark } body { background: Canvas }`)
    expect(await styleOf(title, 'color')).toBe(ink.light)
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await styleOf(title, 'color')).toBe(ink.dark)
    for (const box of ['[data-tc-part="option"] > input', '[data-tc-part="consent"] input'])
      expect(await styleOf(`${box}:enabled:not(:checked)`, 'background-color'), box).toBe('rgb(24, 29, 37)')
    expect(await findViolations(page, { root: 'body', only: 'colours' })).toEqual([])
  })

  it('data-theme은 감싼 곳의 키트만 바꾸고, 상점의 것에는 닿지 않는다', async () => {
    const shop = (theme: string, inside: string) =>
      `<section data-theme="${theme}" id="${theme}"><p>상점의 글</p><input aria-label="상점의 칸">${inside}</section>`
    await openShop(
      `${kitSheet} #dark { background: #181d25; color: #fff } #light { background: #fff; color: #000 }`,
      shop('dark', kit + shop('light', kit)),
    )
    expect(await styleOf(`#dark > * > ${title}`, 'color')).toBe(ink.dark)
    expect(await styleOf(`#light > * > ${title}`, 'color')).toBe(ink.light)
    expect(await styleOf('#dark > * > [data-tc-part="select"]', 'color-scheme')).toBe('dark')
    expect(await styleOf('#light > * > [data-tc-part="select"]', 'color-scheme')).toBe('light')
    for (const own of ['#dark > p', '#dark > input', '#light > input'])
      expect(await styleOf(own, 'color-scheme')).toBe('normal')
    expect(await findViolations(page, { root: 'body', only: 'colours' })).toEqual([])
  })

  it('data-theme은 컴포넌트 자신에 붙여도 된다', async () => {
    await openShop(kitSheet, '<button data-toss-checkout data-theme="dark">결제하기</button>')
    expect(await styleOf('button', 'background-color')).toBe('rgb(77, 148, 255)')
  })
})

describe('구매자가 기기에 정해 둔 대로', () => {
  it('색을 줄인 화면에서도 고르는 칸의 화살표, 고른 것, 기다리는 고리가 보인다', async () => {
    await openShop(kitSheet)
    await page.emulateMedia({ forcedColors: 'active' })
    // What is drawn goes with every other picture and colour: the browser's own comes back.
    for (const drawn of ['[data-tc-part="select"]', 'input[type="radio"]', 'input[type="checkbox"]'])
      expect(await styleOf(`[data-tc] ${drawn}`, 'appearance'), drawn).toBe('auto')
    const option = (state: string) =>
      `[data-appearance="segments"] [data-tc-part="option"][data-state="${state}"]`
    expect(await styleOf(option('checked'), 'outline-style')).toBe('solid')
    expect(await styleOf(option('unchecked'), 'outline-style')).toBe('none')
    const chosen = await styleOf(option('checked'), 'border-top-color')
    expect(chosen).not.toBe(await styleOf(option('unchecked'), 'border-top-color'))
    const ring = '[data-toss-checkout][aria-busy="true"]'
    expect(await styleOf(ring, 'border-top-color', '::before')).toBe('rgba(0, 0, 0, 0)')
    expect(await styleOf(ring, 'border-left-color', '::before')).toBe(await styleOf(ring, 'color'))
    await page.locator(`${option('checked')} input`).focus()
    await page.keyboard.press('Shift')
    expect(await styleOf(option('checked'), 'outline-width')).toBe('3px')
    expect(await styleOf(option('checked'), 'outline-offset')).toBe('2px')
  })

  it('움직임을 줄이면 아무것도 움직이지 않고, 그렇지 않으면 고리가 돈다', async () => {
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await openShop(kitSheet)
    const moving = () =>
      page.evaluate(() => {
        const every = [...document.querySelectorAll('body *')].flatMap((element) => [
          getComputedStyle(element),
          getComputedStyle(element, '::before'),
        ])
        const turning = every.filter(({ animationName }) => animationName !== 'none')
        return [
          turning.length,
          every.filter(({ transitionDuration }) => /[1-9]/.test(transitionDuration)).length,
        ]
      })
    const [turning = 0, fading = 0] = await moving()
    expect(turning).toBeGreaterThan(0)
    expect(fading).toBeGreaterThan(5)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    expect(await moving()).toEqual([0, 0])
  })

  it('화면이 파이거나 둥근 휴대폰에서 결과와 계좌는 가려지지 않고, 안에 든 계좌는 두 번 비키지 않는다', async () => {
    await openShop(kitSheet)
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Emulation.setSafeAreaInsetsOverride', {
      insets: { left: 47, right: 47, bottom: 21 },
    })
    const paddings = (selector: string) =>
      Promise.all(['left', 'right', 'bottom'].map((side) => styleOf(selector, `padding-${side}`)))
    expect(await paddings('[data-tc="payment-result"]')).toEqual(['47px', '47px', '21px'])
    expect(await paddings('[data-tc] [data-tc="virtual-account"]')).toEqual(['16px', '16px', '16px'])
    await devtools.send('Emulation.setSafeAreaInsetsOverride', { insets: {} })
    await devtools.detach()
  })
})

describe('버튼의 모양', () => {
  const button = (attributes: string, words = '결제', style = '') =>
    `<button data-toss-checkout ${attributes} style="${style}">${words}</button>`

  it('더 누를 것이 없는 끝은 테두리 없이 표시와 함께 말하고, 다시 물어볼 수 있는 끝은 테두리가 있는 버튼이다', async () => {
    const looks = async (attributes: string) => {
      await openShop(kitSheet, button(attributes))
      const edge = await styleOf('button', 'border-top-color')
      return {
        edge: edge === (await styleOf('button', 'color')),
        mark: (await styleOf('button', 'content', '::before')) !== 'none',
        ground: await styleOf('button', 'background-color'),
      }
    }
    const primary = 'rgb(0, 100, 255)'
    for (const said of ['paid', 'registered', 'awaiting-deposit', 'failed']) {
      const look = await looks(`data-state="${said}"`)
      expect(look, said).toMatchObject({ edge: false, mark: true })
      expect(look.ground, said).not.toBe(primary)
    }
    for (const asks of ['data-state="unconfirmed"', 'data-state="failed" data-charged']) {
      expect(await looks(asks), asks).toEqual({ edge: true, mark: false, ground: 'rgb(255, 255, 255)' })
    }
    for (const pays of ['idle', 'dismissed', 'failed" data-retryable="']) {
      expect(await looks(`data-state="${pays}"`), pays).toEqual({ edge: false, mark: false, ground: primary })
    }
  })

  it('다시 확인하는 버튼은 어디에서나 같은 색이고, 결제하는 버튼의 색이 아니다', async () => {
    await openShop(kitSheet)
    const asks = '[data-toss-checkout][data-state="unconfirmed"]'
    const action = '[data-tc="payment-result"][data-state="unconfirmed"] [data-tc-part="action"]'
    for (const property of ['color', 'border-top-color', 'background-color'])
      expect(await styleOf(action, property), property).toBe(await styleOf(asks, property))
    const pays = '[data-tc="payment-result"][data-state="failed"] [data-tc-part="action"]'
    expect(await styleOf(pays, 'background-color')).toBe('rgb(0, 100, 255)')
  })

  it('고리 옆에 다 들어가지 않는 말은 고리 아래 가운데에 선다', async () => {
    /** How far the words stand below the button's top, and beside its middle; in letters. */
    const words = () =>
      page.locator('button').evaluate((element) => {
        const range = document.createRange()
        range.selectNodeContents(element)
        const [text, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()]
        const letter = Number.parseFloat(getComputedStyle(element).fontSize)
        return {
          down: (text.top - box.top) / letter,
          beside: (text.left + text.right - box.left - box.right) / 2 / letter,
        }
      })
    await openShop(kitSheet, button('aria-busy="true"', '결제를 확인하고 있어요', 'width: 300px'))
    const short = await words()
    expect(short.down).toBeLessThan(1.28)
    expect(short.beside).toBeGreaterThan(0.5)
    await openShop(
      kitSheet,
      button('aria-busy="true"', '결제창에서 결제를 마치고 돌아와 주세요. 여기서 기다릴게요', 'width: 180px'),
    )
    const long = await words()
    expect(long.down).toBeGreaterThan(1.28)
    expect(Math.abs(long.beside)).toBeLessThan(0.1)
  })

  it('누르고 있는 것은 눌린 것으로 보이고, 움직임을 줄이면 움직이지는 않는다', async () => {
    const label = (part: string, box: string) => `<label data-tc-part="${part}"><input ${box}>고르기</label>`
    const pressable = [
      button('data-state="idle"'),
      button('data-state="unconfirmed"'),
      '<button data-tc-part="action">영수증</button>',
      label('option', 'type="radio"'),
      `<div data-tc-part="consent">${label('', 'type="checkbox"')}</div>`,
    ]
    const resting = [
      button('disabled'),
      button('aria-busy="true" aria-disabled="true"'),
      button('data-state="paid" aria-disabled="true"'),
      '<button data-tc-part="action" disabled>영수증</button>',
      label('option', 'type="radio" disabled'),
    ]
    const pressed = async (part: string) => {
      await openShop(kitSheet, `<div data-tc>${part}</div>`)
      const look = () =>
        page.evaluate(() => {
          const pressed = [...document.querySelectorAll('[data-tc] button, [data-tc] label')].at(-1)
          const { boxShadow = '', scale = '' } = pressed ? getComputedStyle(pressed) : {}
          return { boxShadow, scale }
        })
      const before = await look()
      await page.mouse.move(20, 20)
      await page.mouse.down()
      const after = await look()
      await page.mouse.up()
      return [after.boxShadow !== before.boxShadow, after.scale !== before.scale]
    }
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    for (const part of pressable) expect(await pressed(part), part).toEqual([true, true])
    for (const part of resting) expect(await pressed(part), part).toEqual([false, false])
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const part of pressable) expect(await pressed(part), part).toEqual([true, false])
  })
})

describe('고르는 칸의 모양', () => {
  const option = (name: string, extra = '') =>
    `<label data-tc-part="option"><input type="radio"><span data-tc-part="mark">신</span><span data-tc-part="text"><span data-tc-part="name">${name}</span> ${extra && `<span data-tc-part="extra">${extra}</span>`}</span></label>`
  const companies = (appearance: string, width: number, ...options: string[]) =>
    `<div style="width: ${width}px"><div data-tc="card-company-select" data-appearance="${appearance}"><div data-tc-part="options">${options.join('')}</div></div></div>`

  it('여러 칸으로 보여도 카드사 이름은 한 줄이다', async () => {
    for (const size of ['small', 'usual', 'large'])
      for (const width of [240, 328, 480, 600]) {
        await openShop(
          kitSheet,
          `<div data-tc-size="${size}">${companies('grid', width, option('해외다이너스카드'), option('KDB산업은행카드'))}</div>`,
        )
        const lines = await page
          .locator('[data-tc-part="name"]')
          .evaluateAll((names) =>
            names.map((each) =>
              Math.round(
                each.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(each).lineHeight),
              ),
            ),
          )
        expect(lines, `${size} ${width}`).toEqual([1, 1])
      }
  })

  it('이름에 딸린 말은 한 목록에서 모두 옆에 있거나 모두 아래에 있다', async () => {
    const seen = new Set<boolean>()
    for (const width of [240, 280, 300, 320, 328, 340, 360, 400, 600]) {
      const named = ['신한카드', 'KB국민카드', '해외다이너스카드']
      await openShop(
        kitSheet,
        companies('list', width, ...named.map((name) => option(name, '12개월까지 무이자'))),
      )
      const beside = await page.locator('[data-tc-part="text"]').evaluateAll((texts) =>
        texts.map((each) => {
          const [name, extra] = [...each.children].map((child) => child.getBoundingClientRect())
          return !!name && !!extra && extra.top < name.bottom
        }),
      )
      expect(new Set(beside).size, String(width)).toBe(1)
      seen.add(beside[0] === true)
    }
    expect(seen.size).toBe(2)
  })

  it('고를 수 없는 목록은 고를 수 없는 칸과 같은 바탕이다', async () => {
    await openShop(
      kitSheet,
      `<div data-tc="installment-select" data-disabled><select data-tc-part="select" disabled></select>${option('일시불')}</div>`,
    )
    expect(await styleOf('select', 'background-color')).toBe('rgb(240, 243, 247)')
    expect(await styleOf('[data-tc-part="option"]', 'background-color')).toBe('rgb(240, 243, 247)')
  })

  it('동의 상자는 첫 줄 옆에 있고, 내용 보기는 글이 몇 줄이든 같은 거리에 있다', async () => {
    const measure = async (words: string) => {
      await openShop(
        kitSheet,
        `<div style="width: 240px"><form data-tc="billing-key-form"><div data-tc-part="consent"><label><input type="checkbox"><span>${words}</span></label><a href="#">내용 보기</a></div></form></div>`,
      )
      return page.locator('[data-tc-part="consent"]').evaluate((consent) => {
        const box = (selector: string) => {
          const { top, bottom, height } =
            consent.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
          return { top, bottom, height }
        }
        const range = document.createRange()
        range.selectNodeContents(consent.querySelector('a') as Node)
        const line = Number.parseFloat(getComputedStyle(consent).lineHeight)
        return {
          lines: Math.round(box('span').height / line),
          offMiddle: (box('input').top + box('input').bottom) / 2 - (box('span').top + line / 2),
          away: Math.round(range.getBoundingClientRect().top - box('span').bottom),
          target: box('label').height,
        }
      })
    }
    const [one, many] = [
      await measure('자동결제에 동의해요 (필수)'),
      await measure('자동결제 이용약관과 개인정보 제3자 제공에 모두 동의해요. '.repeat(2)),
    ]
    expect([one.lines, one.target]).toEqual([1, 44])
    expect(many.lines).toBeGreaterThan(2)
    expect(many.away).toBe(one.away)
    for (const { offMiddle } of [one, many]) expect(Math.abs(offMiddle)).toBeLessThan(1)
  })

  it('안내 끝에 한 낱말만 남지 않는다', async () => {
    await openShop(
      kitSheet,
      '<div style="width: 250px"><div data-tc="payment-result"><p data-tc-part="note">결제가 끝났는지 아직 몰라요. 다시 결제하지 말고 잠시 뒤에 확인해 주세요.</p></div></div>',
    )
    const last = await page.locator('[data-tc-part="note"]').evaluate((note) => {
      const text = note.firstChild as Text
      const range = document.createRange()
      range.setStart(text, text.data.lastIndexOf(' ') + 1)
      range.setEnd(text, text.data.length)
      const word = range.getBoundingClientRect()
      return word.left - note.getBoundingClientRect().left
    })
    expect(last).toBeGreaterThan(10)
  })
})

describe('손끝과 키보드로', () => {
  it('작게 하면 버튼과 고르는 줄은 44px이다', async () => {
    const row = '<div data-tc><button data-tc-part="action">영수증</button></div>'
    await openShop(kitSheet, `<div data-tc-size="small"><button data-toss-checkout>결제</button>${row}</div>`)
    for (const pressed of ['[data-toss-checkout]', '[data-tc-part="action"]'])
      expect(await styleOf(pressed, 'height'), pressed).toBe('44px')
  })

  const targets =
    '[data-toss-checkout], [data-tc] :is(a, button, select, label:has(input)), [data-tc] input:not(label input, [type="hidden"])'

  for (const variant of ['', 'data-tc-density="compact"', 'data-tc-size="small"', 'data-tc-size="large"']) {
    it(`누르는 곳은 모든 컴포넌트에서 가로세로 44px보다 작지 않다: ${variant || '기본'}`, async () => {
      await openShop(kitSheet, `<div ${variant}>${kit}</div>`)
      const boxes = await page.locator(targets).evaluateAll((elements) =>
        elements.map((element) => {
          const { width, height } = element.getBoundingClientRect()
          const component = element.closest('[data-tc]')?.getAttribute('data-tc') ?? 'button'
          return { component, what: element.outerHTML.slice(0, 90), width, height }
        }),
      )
      expect([...new Set(boxes.map(({ component }) => component))].sort()).toEqual([
        'billing-key-form',
        'billing-key-list',
        'button',
        'card-company-select',
        'installment-select',
        'payment-method-select',
        'payment-result',
        'virtual-account',
      ])
      expect(boxes.filter(({ width, height }) => Math.min(width, height) < 44)).toEqual([])
    })
  }

  it('키보드가 어디에 있는지 모든 곳에서 테두리로 보인다', async () => {
    await openShop(kitSheet)
    const stops = new Set<string>()
    const unseen: string[] = []
    for (;;) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate(() => {
        const active = document.activeElement
        if (!active || active === document.body) return null
        const drawn = active.closest('[data-tc-part="option"]') ?? active
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(drawn)
        const every = [...document.querySelectorAll('*')]
        return {
          at: every.indexOf(active),
          what: drawn.outerHTML.slice(0, 90),
          ring: [outlineWidth, outlineStyle, outlineColor].join(' '),
        }
      })
      if (!stop || stops.has(String(stop.at))) break
      stops.add(String(stop.at))
      if (stop.ring !== '3px solid rgb(0, 100, 255)') unseen.push(`${stop.what}: ${stop.ring}`)
    }
    expect(stops.size).toBeGreaterThan(20)
    expect(unseen).toEqual([])
  })
})

describe('Tailwind 4 옆에서, README에 적힌 순서로', () => {
  const recipe = (readme: string) =>
    /```css\n(\/\* Tailwind 4[\s\S]*?)```/.exec(
      readFileSync(new URL(`../../${readme}`, import.meta.url), 'utf8'),
    )?.[1] ?? ''

  /** What Tailwind makes of a shop's sheet for a page with these classes. */
  async function withTailwind(sheet: string, classes: string[] = []): Promise<string> {
    const tailwind = createRequire(import.meta.url).resolve('tailwindcss/index.css')
    const loadStylesheet = async (id: string) => ({
      path: id,
      base: '/',
      content: id === 'tailwindcss' ? readFileSync(tailwind, 'utf8') : kitSheet,
    })
    return (await compile(sheet, { base: '/', loadStylesheet })).build(classes)
  }

  /** What a buyer sees of every element: a line for each property. */
  const drawn = () =>
    page.locator('[data-tc], [data-tc] :not(option), [data-toss-checkout]').evaluateAll((elements) =>
      elements.flatMap((element, at) => {
        const { width, height } = element.getBoundingClientRect()
        const name = `${at} ${element.getAttribute('data-tc-part') ?? element.tagName}`
        // The browser draws these itself, in no colour of the page's.
        const drawnByBrowser = element.matches('[type="radio"], [type="checkbox"]')
        const own = drawnByBrowser || element.tagName === 'SELECT' ? ['appearance'] : []
        const coloured = drawnByBrowser ? [] : ['color', 'border-top-color']
        const styles = [undefined, '::before'].flatMap((pseudo) => {
          const style = getComputedStyle(element, pseudo)
          if (pseudo && style.content === 'none') return []
          return [
            ...[
              ...own,
              ...coloured,
              'display',
              'background-color',
              'background-image',
              'box-shadow',
              'cursor',
            ],
            ...['border-top-width', 'border-left-width', 'border-top-left-radius', 'list-style-type'],
            ...['padding-left', 'padding-top', 'margin-left', 'margin-top', 'margin-bottom'],
            ...[
              'font-family',
              'font-size',
              'font-weight',
              'line-height',
              'text-align',
              'text-decoration-line',
            ],
          ].map((property) => `${name}${pseudo ?? ''} ${property}: ${style.getPropertyValue(property)}`)
        })
        return [...styles, `${name}: ${width} × ${height}`]
      }),
    )
  const differences = (one: string[], other: string[]) => one.filter((line, at) => line !== other[at])

  it('키트는 Tailwind가 없을 때와 똑같이 그려진다', async () => {
    await openShop(kitSheet)
    const alone = await drawn()
    expect(alone.length).toBeGreaterThan(4_000)
    await openShop(await withTailwind(recipe('README.md')))
    expect(differences(await drawn(), alone)).toEqual([])
    // Taken from JavaScript before Tailwind, the kit would lose its borders: the order is what helps.
    await openShop(kitSheet + (await withTailwind("@import 'tailwindcss';")))
    expect(differences(await drawn(), alone).length).toBeGreaterThan(100)
  })

  it('상점의 유틸리티 클래스 하나가 키트를 이긴다', async () => {
    expect(recipe('README.ko.md')).toBe(recipe('README.md'))
    await openShop(await withTailwind(recipe('README.md'), ['bg-red-600', 'rounded-none', 'p-1']))
    for (const selector of ['[data-toss-checkout]', '[data-tc-part="option"]', '[data-tc-part="select"]']) {
      const element = page.locator(selector).first()
      await element.evaluate((each) => each.classList.add('bg-red-600', 'rounded-none', 'p-1'))
      expect(await styleOf(selector, 'background-color'), selector).toMatch(/^oklch\(0\.577 0\.245/)
      expect(await styleOf(selector, 'border-top-left-radius'), selector).toBe('0px')
      expect(await styleOf(selector, 'padding-left'), selector).toBe('4px')
    }
  })
})
