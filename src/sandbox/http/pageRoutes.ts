import { type Context, Hono } from 'hono'
import type { SandboxCoreParts } from '../createSandboxCore.js'
import type { SdkGeneration } from '../sandbox.types.js'
import type { PageSettings } from './page.js'
import { createPageScript } from './pageScript.js'

const PAY_PAGE = `<!doctype html>
<html lang="ko"><head><meta charset="utf-8"><title>결제창</title>
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<link rel="icon" href="data:,"></head>
<body><script src="/sandbox/pay.js"></script></body></html>
`

/**
 * What browsers load: the SDK under the gateway's own paths, and the payment page of a phone.
 *
 * 1.3.0 and `v1` behave like the new SDK, older versions like the legacy one ("the new SDK equals 1.3.0", PortOne V1
 * docs). `script-blocked` answers 503, which a script tag hears as `error`.
 */
export function createPageRoutes(parts: SandboxCoreParts, scriptFile: string | undefined): Hono {
  const app = new Hono()
  const readScript = createPageScript(scriptFile)

  const serve = (context: Context, start: 'install' | 'showPayPage', sdk: SdkGeneration) => {
    context.header('cache-control', 'no-store')
    const script = readScript()
    if (script.missing !== null) return context.text(script.missing, 503)
    // The address the script was asked for at, so that it finds its way back from behind a test's stand-in host too.
    const { origin } = new URL(context.req.url)
    context.header('content-type', 'text/javascript; charset=utf-8')
    return context.body(script.write(start, settingsFor(origin, sdk, parts)))
  }
  const serveSdk = (context: Context, sdk: SdkGeneration) =>
    parts.core.faults.active.includes('script-blocked')
      ? context.text('script-blocked', 503)
      : serve(context, 'install', sdk)

  app.get('/v1/iamport.js', (context) => serveSdk(context, 'new'))
  app.get('/js/:file{iamport\\.payment-1\\.[0-9]+\\.[0-9]+\\.js}', (context) => {
    const minor = Number(context.req.param('file').split('.')[2])
    return serveSdk(context, minor >= 3 ? 'new' : 'legacy')
  })
  app.get('/sandbox/pay.js', (context) => serve(context, 'showPayPage', parts.options.sdk))
  app.get('/pay', (context) => {
    context.header('cache-control', 'no-store')
    return context.html(PAY_PAGE)
  })
  return app
}

function settingsFor(origin: string, sdk: SdkGeneration, { core, options }: SandboxCoreParts): PageSettings {
  const { merchantCode, defaultModule, latency } = options
  return {
    origin,
    options: { merchantCode, defaultModule, latency, sdk, payPage: `${origin}/pay` },
    faults: core.faults.active,
    now: core.clock.now(),
  }
}
