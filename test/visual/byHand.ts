import type { Page } from 'playwright'

/** The accessible name of what has the focus, inside the payment window too. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let active = document.activeElement
    while (active?.tagName === 'IFRAME')
      active = (active as HTMLIFrameElement).contentDocument?.activeElement ?? null
    if (!active || active.tagName === 'BODY') return ''
    const labels = [...((active as HTMLInputElement).labels ?? [])].map(({ textContent }) => textContent)
    return (active.getAttribute('aria-label') ?? (labels.join(' ') || active.textContent) ?? '').trim()
  })
}

/** Presses Tab until this has the focus; a buyer who has to press thirty times is stuck. */
export function tabTo(page: Page, wanted: string): Promise<void> {
  return pressTo(page, 'Tab', wanted)
}

/** Walks a group of radio buttons until this one has the focus. */
export function arrowTo(page: Page, wanted: string): Promise<void> {
  return pressTo(page, 'ArrowDown', wanted)
}

async function pressTo(page: Page, key: string, wanted: string): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press(key)
    passed.push(await focused(page))
    if (passed.at(-1)?.includes(wanted)) return
  }
  throw new Error(`"${wanted}" is never reached; passed ${passed.join(' | ')}`)
}

/** Waits until what has this name has the focus, by itself. */
export async function expectFocus(page: Page, wanted: string | RegExp): Promise<void> {
  const until = Date.now() + 30_000
  const is = (name: string) => (typeof wanted === 'string' ? name === wanted : wanted.test(name))
  while (!is(await focused(page))) {
    if (Date.now() > until) throw new Error(`${wanted} expected, "${await focused(page)}" has the focus`)
    await page.waitForTimeout(50)
  }
}
