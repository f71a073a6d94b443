import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PageSettings } from './page.js'

/** The name the bundle of `page.ts` gives to what it exports. */
export const PAGE_GLOBAL = 'sandboxPage'

// The same place from `src` and from `dist`. Not `new URL(…, import.meta.url)`: Vite would take it for an asset.
const built = join(dirname(fileURLToPath(import.meta.url)), '../../../dist/sandbox/http/page.js')

/** The script half of a sandbox page, or why there is none. */
export type PageScript =
  | { missing: null; write(start: keyof typeof import('./page.js'), settings: PageSettings): string }
  | { missing: string }

/** Reads the built bundle; again only after it was built again. `file`: another bundle than the package's own. */
export function createPageScript(file: string = built): () => PageScript {
  let seen: { at: number; bundle: string } | undefined
  return () => {
    if (!existsSync(file)) {
      return { missing: 'The sandbox page script is not built. Run `npm run build` in react-toss-checkout.' }
    }
    const at = statSync(file).mtimeMs
    if (seen?.at !== at) seen = { at, bundle: readFileSync(file, 'utf8') }
    const { bundle } = seen
    return {
      missing: null,
      // In a function of its own, so that the page's globals stay as they are.
      write: (start, settings) =>
        `(function(){${bundle}\n;${PAGE_GLOBAL}.${start}(${JSON.stringify(settings)})})()\n`,
    }
  }
}
