import type { Page, Request } from 'playwright'
import { describe, expect, it } from 'vitest'
import { findLeaks, type Place } from './findLeaks.js'
import {
  becomeMember,
  everyWay,
  giveCard,
  goodCard,
  seeCharge,
  seeState,
  type TypedCard,
  typeCard,
} from './memberInBrowser.js'
import { everyDevice, visitStorefront } from './visitStorefront.js'

/** The card company refuses it. */
const lostCard: TypedCard = { number: '4000000000009987', expiry: '11/38', birth: '710928', pwd: '64' }
/** Typed, and never sent. */
const leftCard: TypedCard = { number: '5105105105105100', expiry: '10/37', birth: '930416', pwd: '85' }

describe('카드 정보는 카드를 등록하는 요청 하나에만 있다', () => {
  const { shop, visit } = visitStorefront('PostgreSQL', { recorded: true })

  it.each(everyDevice.flatMap((device) => everyWay.map((way) => ({ device, way }))))(
    '$device에서 $way(으)로: 거절된 뒤, 입력하다 떠난 뒤, 등록한 뒤',
    async ({ device, way }) => {
      const member = await visit(device, /422/)
      const { page } = member
      const requests: Request[] = []
      const said: string[] = []
      const before = shop().sentToGateway().length
      page.context().on('request', (request) => requests.push(request))
      page.context().on('console', (message) => said.push(message.text()))
      const sent = () => requests.map(asPlace)
      const received = () => shop().sentToGateway().slice(before)
      const look = async (): Promise<Place[]> => [
        { name: 'console', text: said.join('\n') },
        ...(await inPage(page)),
        ...(await inAnswers(requests)),
        ...(await inDatabase()),
        ...shop().servers.map((server) => ({ name: 'server output', text: server.said() })),
        { name: 'gateway output', text: shop().gateway.said() },
        { name: 'gateway payments', text: JSON.stringify(await shop().control('GET', 'payments')) },
        { name: 'gateway webhooks', text: JSON.stringify(await shop().control('GET', 'webhooks')) },
      ]
      await becomeMember(member)

      await giveCard(member, way, lostCard, '월 19,900원으로 시작하기')
      await page
        .getByText(/카드 정보가 맞지 않아요|카드사가 등록을 승인하지 않았어요|등록할 수 없어요/)
        .first()
        .waitFor()
      await page.getByRole('radio', { name: '여기에 카드 정보 입력' }).check()
      await typeCard(page, leftCard, '생년월일')
      // Another way is chosen: the form goes.
      await page.getByRole('radio', { name: '결제사 창에서 새 카드 등록' }).check()
      const places = await look()
      expect(findLeaks(places, lostCard)).toEqual([])
      expect(findLeaks([...places, ...sent(), ...received()], leftCard)).toEqual([])

      // A window that failed once offers another try in its own words.
      await giveCard(member, way, goodCard, /시작하기$|다시 등록하기/)
      await seeState(member, '이용 중')
      await seeCharge(member, '1번째 결제', 1)
      const after = await look()
      expect(after.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['query cache', 'storage', 'document', 'table toss_checkout_cards']),
      )
      for (const card of [goodCard, lostCard, leftCard]) expect(findLeaks(after, card)).toEqual([])

      // Whatever is looked for is found where it has to be, once: the search itself works.
      for (const card of [goodCard, lostCard]) {
        const [browser, gateway] = [findLeaks(sent(), card), findLeaks(received(), card)]
        const all = [
          expect.stringMatching(/: card number$/),
          expect.stringMatching(/: birth$/),
          expect.stringMatching(/: password$/),
        ]
        expect(browser).toEqual(all)
        expect(gateway).toEqual(all)
        const approval = /^POST \/sandbox\/payments\/imp_\d+\/approve: /
        expect(browser[0]).toMatch(
          way === 'form' ? /^POST \/api\/checkout\/register-billing-key: / : approval,
        )
        expect(gateway[0]).toMatch(way === 'form' ? /^POST \/subscribe\/customers\/[\w-]+: / : approval)
      }
    },
  )

  /** Every row of every table, as text. */
  async function inDatabase(): Promise<Place[]> {
    const tables = await shop().query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    )
    return Promise.all(
      tables.map(async ({ name }) => {
        const rows = await shop().query<{ text: string }>(
          `SELECT (SELECT string_agg(value, E'\\t') FROM jsonb_each_text(to_jsonb(each))) AS text FROM ${name} each`,
        )
        return {
          name: `table ${name.replace(/^public\./, '')}`,
          text: rows.map(({ text }) => text).join('\n'),
        }
      }),
    )
  }
})

function asPlace(request: Request): Place {
  return {
    name: `${request.method()} ${new URL(request.url()).pathname}`,
    text: `${request.url()}\n${JSON.stringify(request.headers())}\n${request.postData() ?? ''}`,
  }
}

async function inPage(page: Page): Promise<Place[]> {
  return page.evaluate(async () => {
    const { __TANSTACK_QUERY_CLIENT__: client } = window as unknown as {
      __TANSTACK_QUERY_CLIENT__: {
        getQueryCache(): { getAll(): { queryKey: unknown; state: unknown }[] }
        getMutationCache(): { getAll(): { state: unknown }[] }
      }
    }
    const values = (root: Document): string[] =>
      [...root.querySelectorAll('input')].map(({ value }) => `"${value}"`)
    const asked = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const inIndexedDb = async (): Promise<unknown[]> => {
      const found: unknown[] = []
      for (const { name = '' } of await indexedDB.databases()) {
        const database = await asked(indexedDB.open(name))
        for (const store of database.objectStoreNames) {
          const rows = database.transaction(store).objectStore(store)
          found.push(name, store, await asked(rows.getAllKeys()), await asked(rows.getAll()))
        }
        database.close()
      }
      return found
    }
    const inCaches = async (): Promise<unknown[]> => {
      const found: unknown[] = []
      for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        for (const request of await cache.keys()) {
          found.push(name, request.url, await (await cache.match(request))?.text())
        }
      }
      return found
    }
    const frames = [...document.querySelectorAll('iframe')].flatMap(({ contentDocument }) =>
      contentDocument ? [contentDocument] : [],
    )
    return [
      {
        name: 'query cache',
        text: JSON.stringify([
          client
            .getQueryCache()
            .getAll()
            .map(({ queryKey, state }) => [queryKey, state]),
          client
            .getMutationCache()
            .getAll()
            .map(({ state }) => state),
        ]),
      },
      {
        name: 'storage',
        text: JSON.stringify([
          Object.entries(localStorage),
          Object.entries(sessionStorage),
          document.cookie,
          await inIndexedDb(),
          await inCaches(),
          history.state,
        ]),
      },
      {
        name: 'document',
        text: [document, ...frames]
          .flatMap((root) => [root.documentElement.outerHTML, ...values(root)])
          .join('\n'),
      },
      {
        name: 'addresses',
        text: [location.href, ...performance.getEntries().map(({ name }) => name)].join('\n'),
      },
    ]
  })
}

/** What came back. The shop's own files are no answers. */
async function inAnswers(requests: readonly Request[]): Promise<Place[]> {
  const asked = requests.filter((request) => /\/(api|sandbox)\//.test(request.url()))
  return Promise.all(
    asked.map(async (request) => ({
      name: `answer to ${request.url()}`,
      text: await request
        .response()
        .then((response) => response?.text())
        .then(
          (text) => text ?? '',
          // A page that was left took it along.
          () => '',
        ),
    })),
  )
}
