import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { FrontSettings } from '../shop/order.types.js'

/**
 * The built front. Every address that is not a file is the one page: the front's router reads the rest. What the page
 * may know of the settings is written into it, so that the payment script is on its way before anything was asked.
 */
export function frontPages(folder: string, settings: FrontSettings): Hono {
  const app = new Hono()
  const content = JSON.stringify(settings).replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  // By a function: a `$` in the text would stand for something else.
  const page = readFileSync(join(folder, 'index.html'), 'utf8').replace(
    '<!--settings-->',
    () => `<meta name="storefront" content="${content}" />`,
  )

  app.use(
    '/assets/*',
    serveStatic({
      root: folder,
      onFound: (_, context) => context.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
  app.get('/assets/*', (context) => context.text('not found', 404))
  app.get('*', (context) => context.html(page, 200, { 'cache-control': 'no-cache' }))
  return app
}
