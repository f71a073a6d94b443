import { inspect } from 'node:util'
import { expect, inject, it, vi } from 'vitest'
import { createSandbox } from '../../../src/sandbox/index.js'
import { createBillingRoutes } from '../../../src/server/billing/routes/createBillingRoutes.js'
import type { CardData } from '../../../src/server/rest/subscribe/cardData.js'
import { cards, DAY, MINUTE, member, openMembership } from './openMembership.js'
import { openStores, type Stores } from './openStores.js'

/** Digits nobody else in these tests has, so that finding them is finding the card. */
const typed = { expiry: '2087-11', birth: '730419', pwd2digit: '93' }
const secrets = (cardNumber: string) => [
  cardNumber,
  cardNumber.replaceAll('-', ''),
  cardNumber.replaceAll('-', ' '),
  typed.expiry,
  typed.birth,
]
/** A few digits are in many a number of the gateway's: only where they stand alone. */
const alone = (digits: string) => new RegExp(`(?<![\\w:.+-])${digits}(?![\\w:.+-])`)
const shortForms = [typed.birth, '1187', '8711'].map(alone)
const asPassword = new RegExp(`${alone(typed.pwd2digit).source}|pwd`)

/** Everything the database holds in this schema, as text. */
async function dump({ sql, schema }: Stores): Promise<string> {
  const tables = await sql?.('select table_name from information_schema.tables where table_schema = $1', [
    schema,
  ])
  expect(tables?.length).toBeGreaterThan(4)
  const rows: unknown[] = []
  for (const { table_name } of tables ?? []) {
    // Without the counters: one of them is sure to reach any two digits.
    const kept = `to_jsonb(kept) - 'id' - 'version'`
    rows.push(...((await sql?.(`select ${kept} as row from "${schema}"."${table_name}" as kept`)) ?? []))
  }
  return rows.map((row) => JSON.stringify(row)).join('\n')
}

it('카드번호, 유효기간, 생년월일, 비밀번호는 게이트웨이로 가는 한 번의 요청에만 있다', async () => {
  const console = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
    vi.spyOn(globalThis.console, name).mockImplementation(() => {}),
  )
  const stores = openStores('postgres', inject('postgres'))
  /** What reached the gateway, what it answered, and all it keeps. */
  const sent: { to: string; text: string }[] = []
  const answered: string[] = []
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  }
  let mishap: 'none' | 'answer lost' | 'request lost' | 'echoed' | 'unmasked' = 'none'
  const shop = openMembership({
    ...stores,
    sandbox: createSandbox({ storage }),
    retry: { days: [] },
    // Left to the kit's own default, which writes to the console.
    onError: undefined,
    fetch: async (request, sandbox) => {
      const body = await request.clone().text()
      const to = `${request.method} ${new URL(request.url).pathname}`
      sent.push({ to, text: `${request.url} ${inspect([...request.headers])} ${body}` })
      const registers = request.method === 'POST' && request.url.includes('/customers/')
      if (registers && mishap === 'request lost') throw new TypeError(`could not send ${body}`)
      const answer = await sandbox.fetch(request)
      answered.push(await answer.clone().text())
      if (registers && mishap === 'answer lost') throw new TypeError(`lost: ${body}`)
      if (registers && mishap === 'echoed') {
        return Response.json({ code: 1, message: `거절: ${body}`, response: null })
      }
      if (registers && mishap === 'unmasked') {
        const envelope = await answer.json()
        const card_number = JSON.parse(body).card_number
        return Response.json({ ...envelope, response: { ...envelope.response, card_number } })
      }
      return answer
    },
  })
  const routes = createBillingRoutes({ billing: shop.billing, customerOf: () => member })
  const answers: string[] = []
  const post = async (path: string, body: object) => {
    const answer = await routes(
      new Request(`https://shop.example/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    )
    answers.push(await answer.text(), inspect([...answer.headers]))
    return JSON.parse(answers.at(-2) ?? '{}')
  }

  const numbers = Object.values(cards).map(({ cardNumber }) => cardNumber)
  const thrown: unknown[] = []
  for (const cardNumber of numbers) {
    for (const kind of ['none', 'answer lost', 'request lost', 'echoed', 'unmasked'] as const) {
      mishap = kind
      const card: CardData = { ...typed, cardNumber }
      const { customerUid } = await post('register-billing-key', card)
      if (customerUid) {
        const { id } = await post('subscribe', { planId: 'weekly', customerUid })
        if (id) await post('cancel-subscription', { id })
      }
      await shop.billing
        .registerCard(member, { ...card, expiry: '11/87' })
        .catch((error) => thrown.push(error))
      await shop.billing.registerCard(member, card).catch((error) => thrown.push(error))
      await post('register-billing-key', { ...card, birth: `${typed.birth}0` })
    }
  }
  mishap = 'none'
  for (const { customerUid } of await shop.billing.listCards(member)) {
    await shop.billing
      .subscribe(member, { planId: 'monthly', customerUid })
      .catch((error) => thrown.push(error))
  }
  await shop.pass(DAY)
  await shop.pass(31 * DAY)
  await shop.pass(MINUTE)
  answers.push(await (await routes(new Request('https://shop.example/billing-keys'))).text())
  answers.push(await (await routes(new Request('https://shop.example/subscriptions'))).text())

  const withCard = sent.filter(({ text }) =>
    numbers.flatMap((number) => secrets(number).slice(0, -1)).some((secret) => text.includes(secret)),
  )
  expect(withCard.length).toBeGreaterThan(40)
  // Each card is in one request, the one that registers it, and that is sent once.
  expect(withCard.every(({ to }) => /^POST \/subscribe\/customers\/[^/]+$/.test(to))).toBe(true)
  expect(new Set(withCard.map(({ to }) => to)).size).toBe(withCard.length)
  expect(thrown.length).toBeGreaterThan(20)

  const places = {
    database: await dump(stores),
    answers: answers.join('\n'),
    "the gateway's answers": answered.join('\n'),
    "the gateway's books": [...kept.values()].join('\n'),
    errors:
      inspect(thrown, { depth: 20 }) +
      thrown.map((each) => JSON.stringify(each) + (each as Error).stack).join(),
    heard: inspect(shop.errors, { depth: 20 }),
    console: console.map((spy) => inspect(spy.mock.calls, { depth: 20 })).join('\n'),
  }
  expect(places.database).toContain('424242')
  expect(places["the gateway's books"]).toContain('424242')
  for (const [place, text] of Object.entries(places)) {
    for (const cardNumber of numbers) {
      for (const secret of secrets(cardNumber)) {
        if (secret !== typed.birth) expect(text.includes(secret), `${secret} in ${place}`).toBe(false)
      }
    }
    for (const short of shortForms) expect(short.test(text), `${short} in ${place}`).toBe(false)
    if (place !== 'database') continue
    expect(asPassword.test(text), `${asPassword} in ${place}`).toBe(false)
  }
  await stores.close()
})
