import { Hono } from 'hono'
import { unixSeconds } from '../clock.js'
import type { RestEscrowLogis } from '../gateway/restPayment.types.js'
import { findPayment } from '../gateway/sandboxPayment.js'
import type { GatewayParts } from '../gateway.js'
import type { SandboxState } from '../store.js'
import { respond } from './envelope.js'
import { missingFields } from './missingFields.js'
import { badRequest, isRefused, notFound, type Refused } from './outcome.js'
import { type RequestBody, readBody, unreadable } from './readBody.js'

/** Courier codes of PortOne's table; any other is kept as `ETC`. */
const couriers = [
  'HYUNDAI',
  'HANARO',
  'SAGAWA',
  'KGB',
  'YELLOWCAP',
  'DONGBU',
  'EPOST',
  'CJGLS',
  'HANJIN',
  'DAESIN',
  'ETC',
]

/**
 * Deliveries of escrow orders. PortOne's definition lists neither Toss module today, so a real shop may hear HTTP 400
 * for an unsupported PG; the sandbox takes them for payments made with `escrow: true`, so that the calls can be written.
 */
export function escrowRoutes({ store, clock }: GatewayParts): Hono {
  const app = new Hono()

  app.get('/:impUid', (context) => {
    const state = store.read()
    const impUid = context.req.param('impUid')
    return respond(
      context,
      escrowRefusal(state, impUid) ??
        answer(deliveryOf(state, impUid)) ?? { refused: '등록된 배송정보가 없습니다.', status: 409 },
    )
  })

  for (const verb of ['POST', 'PUT'] as const) {
    app.on(verb, '/:impUid', async (context) => {
      const body = await readBody(context.req.raw)
      const impUid = context.req.param('impUid') ?? ''
      const outcome =
        body && store.transact((state) => save(state, { verb, impUid, body }, unixSeconds(clock)))
      return respond(context, outcome ?? unreadable)
    })
  }

  return app
}

type Delivery = SandboxState['deliveries'][number]

function save(
  state: SandboxState,
  { verb, impUid, body }: { verb: 'POST' | 'PUT'; impUid: string; body: RequestBody },
  now: number,
): RestEscrowLogis | Refused {
  const logis = readLogis(body)
  if (isRefused(logis)) return logis
  const refused = escrowRefusal(state, impUid)
  if (refused) return refused
  const former = deliveryOf(state, impUid)
  if (verb === 'POST' && former) return { refused: '이미 배송정보가 등록되어 있습니다.', status: 409 }
  if (verb === 'PUT' && !former) return { refused: '등록된 배송정보가 없습니다.', status: 409 }
  const delivery: Delivery = { impUid, ...logis, applied_at: now }
  state.deliveries = [...state.deliveries.filter((each) => each !== former), delivery]
  return answer(delivery)
}

function readLogis(body: RequestBody): Omit<RestEscrowLogis, 'applied_at'> | Refused {
  const missing = ['sender', 'receiver', 'logis'].filter((name) => !body.object(name))
  const logis = body.object('logis')
  if (missing.length > 0 || !logis) {
    return badRequest(`필수 파라미터가 누락되었습니다: ${missing.join(', ')}`)
  }
  const incomplete = missingFields(logis, ['company', 'invoice', 'sent_at'])
  if (incomplete) return incomplete
  const company = logis.text('company') ?? ''
  const sentAt = logis.number('sent_at') ?? Number.NaN
  return Number.isSafeInteger(sentAt)
    ? {
        company: couriers.includes(company) ? company : 'ETC',
        invoice: logis.text('invoice') ?? '',
        sent_at: sentAt,
      }
    : badRequest('logis.sent_at은 UNIX 초 단위의 정수여야 합니다.')
}

function escrowRefusal(state: SandboxState, impUid: string): Refused | null {
  const payment = findPayment(state, impUid)
  if (!payment) return notFound('존재하지 않는 결제정보입니다.')
  const { escrow, paid_at } = payment.record
  return escrow && paid_at > 0 ? null : badRequest('결제가 완료된 에스크로 거래가 아닙니다.')
}

function deliveryOf(state: SandboxState, impUid: string): Delivery | undefined {
  return state.deliveries.find((delivery) => delivery.impUid === impUid)
}

function answer(delivery: Delivery): RestEscrowLogis
function answer(delivery: Delivery | undefined): RestEscrowLogis | undefined
function answer(delivery: Delivery | undefined): RestEscrowLogis | undefined {
  if (!delivery) return undefined
  const { impUid: _, ...logis } = delivery
  return logis
}
