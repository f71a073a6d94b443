import { type Context, Hono } from 'hono'
import type { CallbackResponse } from '../../portone/iamport.types.js'
import type { SandboxCoreParts } from '../createSandboxCore.js'
import { findPayment } from '../gateway/sandboxPayment.js'
import {
  ControlInputError,
  isObject,
  readAmount,
  readChoice,
  readInput,
  readSdk,
  readText,
  readWord,
} from './controlInput.js'

/**
 * Payments by remote control: what a buyer does in the window, a bank with a deposit, a merchant in the console. A
 * refusal of the bank or the gateway is answered 409, an unknown payment 404, both with the reason as `error`.
 */
export function controlPayments({ core, desk, store, options }: SandboxCoreParts): Hono {
  const { gateway } = core
  const app = new Hono()
  const find = (context: Context) => findPayment(store.read(), context.req.param('impUid') ?? '')

  const show = (impUid: string) => {
    const payment = findPayment(store.read(), impUid)
    if (!payment) return null
    const { record, offer, answer } = payment
    return {
      payment: record,
      offer,
      response: answer,
      returnUrl: answer && gateway.returnUrl(impUid, answer),
    }
  }
  const unknown = (context: Context, response?: CallbackResponse) =>
    context.json({ error: `There is no payment ${context.req.param('impUid')}.`, response }, 404)
  const decided = (context: Context, impUid: string, response: CallbackResponse) => {
    const shown = show(impUid)
    return shown ? context.json({ ...shown, response }) : unknown(context, response)
  }
  const moved = (context: Context, result: { accepted: boolean; reason?: string }) => {
    const impUid = context.req.param('impUid') ?? ''
    if (!result.accepted) return context.json({ error: result.reason, accepted: false }, 409)
    return context.json({ ...result, ...show(impUid) })
  }

  app.get('/', (context) => context.json({ payments: store.read().payments.map(({ record }) => record) }))

  app.post('/', async (context) => {
    const input = await readInput(context)
    const { params } = input
    if (!isObject(params)) throw new ControlInputError('params is missing: pass what request_pay takes.')
    const opened = await desk.open(params, {
      channel: readWord(input, 'channel', ['pc', 'mobile'], 'pc'),
      sdk: readSdk(input, options.sdk),
      userAgent: readText(input, 'userAgent'),
      merchantCode: readText(input, 'merchantCode'),
    })
    return context.json(opened)
  })

  app.get('/:impUid', (context) => {
    const shown = show(context.req.param('impUid'))
    return shown ? context.json(shown) : unknown(context)
  })

  app.post('/:impUid/approve', async (context) => {
    const choice = readChoice(await readInput(context))
    const impUid = context.req.param('impUid')
    return decided(context, impUid, await desk.approve(impUid, choice))
  })

  app.post('/:impUid/give-up', async (context) => {
    const impUid = context.req.param('impUid')
    return decided(context, impUid, await desk.giveUp(impUid))
  })

  app.post('/:impUid/deposit', async (context) => {
    const input = await readInput(context)
    const [amount, depositor] = [readAmount(input), readText(input, 'depositor')]
    if (!find(context)) return unknown(context)
    return moved(context, gateway.deposit(context.req.param('impUid'), amount, depositor))
  })

  app.post('/:impUid/deposit/rollback', (context) => {
    if (!find(context)) return unknown(context)
    return moved(context, gateway.rollBackDeposit(context.req.param('impUid')))
  })

  app.post('/:impUid/cancel', async (context) => {
    const input = await readInput(context)
    const refund = { amount: readAmount(input), reason: readText(input, 'reason') }
    if (!find(context)) return unknown(context)
    return moved(context, gateway.cancel(context.req.param('impUid'), refund))
  })

  return app
}
