import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { originGuards } from '../../routes/callerGuards.js'
import { RouteRefusal } from '../../routes/RouteRefusal.js'
import { toBillingKeyRecord } from '../cards/storedCardOf.js'
import type { Subscription } from '../subscription.js'
import { answerBillingRefusal, BillingRefusal, toRefusal } from './BillingRefusal.js'
import { readCardData, readRegistration, readTexts } from './billingRequest.js'
import type { BillingKeyOrderAnswer, BillingRoutesOptions } from './billingRoutes.types.js'
import { toSubscriptionView } from './billingViews.js'

/** What a route does for a customer who is signed in. */
type Answer = (customerId: string, context: Context) => Promise<Response>
type Settings = Required<Omit<BillingRoutesOptions, 'origins'>> & Pick<BillingRoutesOptions, 'origins'>

/** The routes as one Hono app that knows nothing of the path it is mounted at. */
export function billingApp(settings: Settings): Hono {
  const { origins, onError } = settings
  const app = new Hono({ getPath: (request) => `/${lastSegment(new URL(request.url).pathname)}` })
  app.use(async (context, next) => {
    await next()
    context.res.headers.set('Cache-Control', 'no-store')
  })
  if (origins) app.use(...originGuards(origins))
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (context, methods) => {
        context.header('Allow', methods.join(', '))
        return answerBillingRefusal(context, new RouteRefusal('METHOD_NOT_ALLOWED'))
      },
    }),
  )
  addRoutes(app, settings)
  app.notFound((context) => {
    const message = 'the last segment of the path names no route of createBillingRoutes'
    return answerBillingRefusal(context, new RouteRefusal('NO_ROUTE', { message }))
  })
  app.onError((error, context) => {
    const { refusal, own } = toRefusal(error)
    if (!own) onError(error, context.req.path.slice(1))
    return answerBillingRefusal(context, refusal)
  })
  return app
}

function addRoutes(
  app: Hono,
  { billing, customerOf, registrationName, bodyLimit: maxSize, onError }: Settings,
): void {
  const limited = bodyLimit({
    maxSize,
    onError: () => {
      throw new RouteRefusal('BODY_TOO_LARGE')
    },
  })
  const askMerchant = async (request: Request): Promise<string | null> => {
    try {
      return await customerOf(request)
    } catch (thrown) {
      onError(thrown, 'customerOf')
      throw new RouteRefusal('INTERNAL_ERROR')
    }
  }
  const forCustomer = (answer: Answer) => async (context: Context) => {
    if (context.req.raw.bodyUsed) throw new RouteRefusal('BODY_ALREADY_READ')
    const customerId = await askMerchant(context.req.raw)
    if (!customerId) throw new BillingRefusal('NOT_SIGNED_IN')
    return answer(customerId, context)
  }
  const get = (path: string, answer: Answer) => app.get(path, forCustomer(answer))
  const post = (path: string, answer: Answer) => app.post(path, limited, forCustomer(answer))

  post('/billing-key-order', async (customerId, context) => {
    // Only JSON, which no page of another site can send unasked.
    await readTexts(context, [])
    const order: BillingKeyOrderAnswer = {
      ...(await billing.beginRegistration(customerId)),
      name: registrationName,
      amount: 0,
    }
    return context.json(order, 201)
  })
  post('/complete-billing-key', async (customerId, context) => {
    const record = await billing.confirmRegistration(customerId, await readRegistration(context))
    if (!record) throw new BillingRefusal('NO_REGISTRATION')
    return context.json(record)
  })
  post('/register-billing-key', async (customerId, context) =>
    context.json(await billing.registerCard(customerId, await readCardData(context))),
  )
  get('/billing-keys', async (customerId, context) =>
    context.json((await billing.listCards(customerId)).map((card) => toBillingKeyRecord(card))),
  )
  post('/delete-billing-key', async (customerId, context) => {
    const { customerUid } = await readTexts(context, ['customerUid'])
    await billing.deleteCard(customerId, customerUid)
    return context.json({ customerUid })
  })
  post('/replace-billing-key', async (customerId, context) => {
    const moved = await billing.replaceCard(customerId, await readTexts(context, ['from', 'to']))
    return context.json(moved.map(toSubscriptionView))
  })
  get('/subscriptions', async (customerId, context) =>
    context.json((await billing.listSubscriptions(customerId)).map(toSubscriptionView)),
  )
  post('/subscribe', async (customerId, context) => {
    const choice = await readTexts(context, ['planId', 'customerUid'])
    return context.json(toSubscriptionView(await billing.subscribe(customerId, choice)), 201)
  })
  for (const [path, steer] of Object.entries(steering(billing))) {
    post(path, async (customerId, context) => {
      const { id } = await readTexts(context, ['id'])
      return context.json(toSubscriptionView(await steer(customerId, id)))
    })
  }
}

type Steer = (customerId: string, id: string) => Promise<Subscription>

function steering(billing: Settings['billing']): Record<string, Steer> {
  return {
    '/pause-subscription': billing.pause,
    '/resume-subscription': billing.resume,
    '/cancel-subscription': billing.cancel,
    '/retry-subscription': billing.retryNow,
  }
}

function lastSegment(path: string): string {
  return path.replace(/\/+$/, '').split('/').at(-1) ?? ''
}
