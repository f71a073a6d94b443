import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Frame, Page } from 'playwright'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const everything: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // Of WCAG 2.2, and off unless asked for.
  rules: {
    'target-size': { enabled: true },
    region: { enabled: false },
    'page-has-heading-one': { enabled: false },
  },
  resultTypes: ['violations'],
  // Sheets and media from elsewhere: there are none.
  preload: false,
}

const rules = (...values: string[]): RunOptions => ({
  runOnly: { type: 'rule', values },
  resultTypes: ['violations'],
  preload: false,
})

const some: Record<'colours' | 'layout', RunOptions> = {
  colours: rules('color-contrast', 'link-in-text-block'),
  // Every other rule reads elements and attributes alone.
  layout: rules('color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'),
}

export interface Search {
  /** Default: the story. */
  root?: string
  /**
   * What has changed since the last search: colours alone, or where things stand and how large, but no element, no
   * attribute, and nothing that has come or gone. Default: everything.
   */
  only?: 'colours' | 'layout'
}

/** What axe finds, one line each, with where. Landmarks are a page's affair, not a frame's. */
export async function findViolations(page: Page | Frame, search: Search = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const { violations } = await page.evaluate(
    ([where, given]) =>
      (window as unknown as { axe: { run(where: string, given: RunOptions): Promise<AxeResults> } }).axe.run(
        where,
        given,
      ),
    [search.root ?? '#storybook-root', search.only ? some[search.only] : everything] as const,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} (${failureSummary})`),
  )
}
