import type { Frame, Page } from 'playwright'

/** Text of the story that leaves the screen or its box, is cut off, or lies on other text; one line each. */
export function findSpills(page: Page | Frame, within = '#storybook-root'): Promise<string[]> {
  return page.evaluate(look, within)
}

/** Runs in the page. */
function look(within: string): string[] {
  const found: string[] = []
  const root = document.querySelector(within) as HTMLElement
  const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
  const lines: { text: string; rect: DOMRect; element: HTMLElement; pane: HTMLElement | undefined }[] = []

  const { scrollWidth } = document.documentElement
  if (scrollWidth > innerWidth) found.push(`the page scrolls sideways: ${scrollWidth}px`)
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (!element.checkVisibility() || element.closest('[data-toss-checkout-announcer]')) continue
    if (element instanceof HTMLSelectElement) lookIntoList(element)
    else if (element instanceof HTMLInputElement) lookIntoField(element)
    else for (const node of element.childNodes) lookAtText(element, node)
  }
  lookForOverlaps()
  return found

  function room(box: HTMLElement): number {
    const { paddingLeft, paddingRight } = getComputedStyle(box)
    return box.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
  }

  // The shorthand is empty where it cannot say all, such as digits of one width.
  function fontOf({ fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): string {
    return `${fontWeight} ${fontSize} ${fontFamily}`
  }

  function lookIntoList(list: HTMLSelectElement): void {
    const { whiteSpace } = getComputedStyle(list)
    const text = list.selectedOptions[0]?.text ?? ''
    pen.font = fontOf(getComputedStyle(list))
    const { width, fontBoundingBoxAscent } = pen.measureText(text)
    const rows = whiteSpace === 'normal' ? Math.floor(list.clientHeight / fontBoundingBoxAscent) : 1
    if (width > room(list) * rows + 1) found.push(`"${text}" does not fit its list`)
  }

  // What is typed can be scrolled through; what says what to type cannot.
  function lookIntoField(field: HTMLInputElement): void {
    if (field.value || !field.placeholder) return
    pen.font = fontOf(getComputedStyle(field, '::placeholder'))
    if (pen.measureText(field.placeholder).width > room(field) + 1)
      found.push(`"${field.placeholder}" does not fit its field`)
  }

  function lookAtText(element: HTMLElement, node: ChildNode): void {
    const text = node.textContent?.trim()
    if (node.nodeType !== Node.TEXT_NODE || !text || element.closest('option')) return
    const range = document.createRange()
    range.selectNodeContents(node)
    const whole = range.getBoundingClientRect()
    if (whole.width === 0) return
    // The letters' own height is more than the line's in some fonts.
    const slack = Number.parseFloat(getComputedStyle(element).fontSize) / 4
    let floats = false
    let pane: HTMLElement | undefined
    for (let box: HTMLElement | null = element; box && box !== root; box = box.parentElement) {
      const { clipPath, overflowX, overflowY, display, position } = getComputedStyle(box)
      // For screen readers alone.
      if (clipPath !== 'none') return
      floats ||= position === 'fixed' || position === 'sticky'
      if (/auto|scroll/.test(overflowY)) pane ??= box
      const edge = box.getBoundingClientRect()
      const own = box === element && !/^inline$|^contents$/.test(display)
      const past = Math.max(whole.right - edge.right, edge.left - whole.left)
      // Code keeps its lines and is scrolled through, both ways.
      if (box.matches('pre') && /auto|scroll/.test(overflowX)) return
      if ((own || overflowX !== 'visible') && past > 1)
        found.push(`"${text}" leaves its ${box.tagName} by ${Math.round(past)}px`)
      const below = Math.max(whole.bottom - edge.bottom, edge.top - whole.top)
      if ((own || /hidden|clip/.test(overflowY)) && below > slack)
        found.push(`"${text}" is ${Math.round(below)}px taller than its ${box.tagName}`)
    }
    // What stays in sight while the page scrolls lies on it on purpose.
    if (!floats) for (const rect of range.getClientRects()) lines.push({ text, rect, element, pane })
  }

  function isIn(pane: HTMLElement | undefined, rect: DOMRect): boolean {
    const edge = pane?.getBoundingClientRect()
    return !edge || (rect.bottom <= edge.bottom + 1 && rect.top >= edge.top - 1)
  }

  function lookForOverlaps(): void {
    lines.sort((one, other) => one.rect.top - other.rect.top)
    for (const [at, { text, rect, element, pane }] of lines.entries()) {
      for (const other of lines.slice(at + 1)) {
        if (other.rect.top >= rect.bottom) break
        if (other.element === element) continue
        // What has been scrolled out of its pane is not drawn where something else is.
        if (other.pane !== pane && !(isIn(pane, rect) && isIn(other.pane, other.rect))) continue
        const across = Math.min(rect.right, other.rect.right) - Math.max(rect.left, other.rect.left)
        const down = Math.min(rect.bottom, other.rect.bottom) - other.rect.top
        const lies = across > 2 && down > Math.min(rect.height, other.rect.height) * 0.4
        if (lies) found.push(`"${text}" and "${other.text}" lie on each other`)
      }
    }
  }
}
