import { Hono } from 'hono'
import { BILLING_MID } from '../gateway/resolveChannel.js'
import { sandboxBanks } from '../rules/sandboxBanks.js'
import { sandboxCardCompanies } from '../rules/sandboxCardCompanies.js'
import { ok, refuse } from './envelope.js'

/** A code and its Korean name, as lists of card companies and banks answer them. */
interface Named {
  code: string
  nameKo: string
}

/** `GET /cards` and `GET /cards/{card_standard_code}`: every card company of PortOne's table. */
export function cardCodeRoutes(): Hono {
  return codeRoutes(sandboxCardCompanies)
}

/** `GET /banks` and `GET /banks/{bank_standard_code}`: every bank of Toss's table. */
export function bankCodeRoutes(): Hono {
  return codeRoutes(sandboxBanks)
}

function codeRoutes(table: readonly Named[]): Hono {
  const app = new Hono()
  const answer = ({ code, nameKo }: Named) => ({ code, name: nameKo })
  app.get('/', (context) => ok(context, table.map(answer)))
  app.get('/:code', (context) => {
    const found = table.find(({ code }) => code === context.req.param('code'))
    return found ? ok(context, answer(found)) : refuse(context, 404, '존재하지 않는 코드입니다.')
  })
  return app
}

const channel = (pg_provider: string, pg_id: string, channel_name: string, key: string) => ({
  pg_provider,
  pg_id,
  sandbox: true,
  type: 'payment',
  channel_name,
  channel_key: `channel-key-${key}`,
})

/** What `GET /users/pg` answers: the channels a sandbox stands for. Any other `channel-key-…` works too. */
export const pgSettings: readonly ReturnType<typeof channel>[] = [
  channel('tosspayments', 'iamporttest_3', '(신) 토스페이먼츠', 'tosspayments'),
  channel('tosspayments', BILLING_MID, '(신) 토스페이먼츠 빌링', 'tosspayments-billing'),
  channel('uplus', 'tlgdacomxpay', '(구) 토스페이먼츠', 'uplus'),
]
