import { Hono } from 'hono'
import { cors } from 'hono/cors'
import type { SandboxCoreParts } from '../createSandboxCore.js'
import { allFaults } from '../faults.js'
import type { Fault } from '../sandbox.types.js'
import { ControlInputError, readInput } from './controlInput.js'
import { controlPayments } from './controlPayments.js'

/**
 * The sandbox by remote control, under `/sandbox`. The served SDK and window use it from the shop's origin, so it is
 * open to every page: it holds nothing but play money. Each answer tells the faults and the clock in its headers.
 */
export function createControlApi(parts: SandboxCoreParts): Hono {
  const { core, store, options } = parts
  const { faults, clock, settings, webhooks } = core
  const app = new Hono()

  app.use(cors({ origin: '*', exposeHeaders: ['sandbox-faults', 'sandbox-time'] }))
  app.use(async (context, next) => {
    await next()
    context.header('sandbox-faults', faults.active.join(','))
    context.header('sandbox-time', String(clock.now()))
    context.header('cache-control', 'no-store')
  })
  app.onError((error, context) => {
    if (error instanceof ControlInputError) return context.json({ error: error.message }, 400)
    console.error(error)
    return context.json({ error: `The sandbox itself failed: ${error.message}` }, 500)
  })

  const describe = () => ({
    merchantCode: options.merchantCode,
    sdk: options.sdk,
    faults: faults.active,
    clock: { now: clock.now(), ahead: store.read().clockOffset },
    settings: settings.current,
    payments: store.read().payments.length,
    webhooks: webhooks.log.length,
  })
  /** What a setter of the sandbox refuses is the caller's mistake here. */
  const apply = (change: () => void) => {
    try {
      change()
    } catch (error) {
      throw error instanceof TypeError || error instanceof RangeError
        ? new ControlInputError(error.message)
        : error
    }
  }

  app.get('/state', (context) => context.json(describe()))

  app.put('/faults', async (context) => {
    const { faults: next } = await readInput(context)
    if (!Array.isArray(next)) {
      throw new ControlInputError(`faults is no list. Pass any of ${allFaults.join(', ')}, or [] for none.`)
    }
    apply(() => faults.set(...(next as Fault[])))
    return context.json(describe())
  })

  app.post('/clock', async (context) => {
    const { advance } = await readInput(context)
    if (typeof advance !== 'number') {
      throw new ControlInputError(`advance is ${JSON.stringify(advance)}. Pass a number of milliseconds.`)
    }
    apply(() => clock.advance(advance))
    return context.json(describe())
  })

  app.put('/settings', async (context) => {
    const input = await readInput(context)
    const stranger = Object.keys(input).find((name) => !Object.hasOwn(settings.current, name))
    if (stranger !== undefined) {
      const names = Object.keys(settings.current).join(', ')
      throw new ControlInputError(`${JSON.stringify(stranger)} is no setting. There are: ${names}.`)
    }
    apply(() => settings.set(input))
    return context.json(describe())
  })

  app.get('/webhooks', (context) => context.json({ webhooks: webhooks.log }))

  app.post('/webhooks', async (context) => {
    const body = await readInput(context)
    if (!settings.current.webhookUrl) {
      throw new ControlInputError(
        'There is nowhere to send it: PUT /sandbox/settings {"webhookUrl": …} first.',
      )
    }
    return context.json(await webhooks.forge(body))
  })

  app.post('/webhooks/:id/resend', async (context) => {
    const id = context.req.param('id')
    if (!webhooks.log.some((delivery) => delivery.id === id)) {
      return context.json({ error: `There is no webhook ${id}.` }, 404)
    }
    return context.json(await webhooks.resend(id))
  })

  app.route('/payments', controlPayments(parts))
  app.notFound((context) =>
    context.json({ error: `There is no ${context.req.method} /sandbox${context.req.path}.` }, 404),
  )
  return app
}
