import type { Page } from 'playwright'

/**
 * Fonts of this machine that the letters of some elements fell back to, each with the letters: another machine has
 * others. The elements have to stand still.
 */
export async function fallbackFonts(page: Page, selector: string): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
  const { root } = await devtools.send('DOM.getDocument', { depth: 0 })
  const { nodeIds } = await devtools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector })
  const found = new Set<string>()
  const look = async (nodeId: number) => {
    const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
    const fallbacks = fonts.filter(({ isCustomFont }) => !isCustomFont)
    if (!fallbacks.length) return
    const { object } = await devtools.send('DOM.resolveNode', { nodeId })
    const { result } = await devtools.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: 'function () { return this.textContent }',
    })
    for (const { familyName } of fallbacks) found.add(`${familyName} in "${result.value}"`)
  }
  // All at once: one after the other, most of the time would go into waiting.
  await Promise.all(nodeIds.map(look))
  await devtools.detach()
  return [...found]
}
