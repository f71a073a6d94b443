import type { Page, Request } from 'playwright'
import { describe, expect, it } from 'vitest'
import { findLeaks, type Place } from './findLeaks.js'
import { becomeMember, everyWay, goodCard, seeCharge, subscribe } from './memberInBrowser.js'
import { everyDevice, visitStorefront } from './visitStorefront.js'

describe('카드 정보는 카드를 등록하는 요청 하나에만 있다', () => {
  const { shop, visit } = visitStorefront('PostgreSQL')

  it.each(everyDevice.flatMap((device) => everyWay.map((way) => ({ device, way }))))(
    '$device에서 $way(으)로 등록한 뒤',
    async ({ device, way }) => {
      const member = await visit(device)
      const { page } = member
      const requests: Request[] = []
      const said: string[] = []
      page.context().on('request', (request) => requests.push(request))
      page.context().on('console', (message) => said.push(message.text()))
      await becomeMember(member)
      await subscribe(member, way)
      await seeCharge(member, '1번째 결제', 1)

      const sent = requests.map((request) => ({
        name: `${request.method()} ${new URL(request.url()).pathname}`,
        text: `${request.url()}\n${JSON.stringify(request.headers())}\n${request.postData() ?? ''}`,
      }))
      const withCard = findLeaks(sent, goodCard)
      // Whatever is looked for is found where it has to be: the search itself works.
      expect(withCard.map((each) => each.split(': ')[1])).toEqual(['card number', 'birth', 'password'])
      const [place] = new Set(withCard.map((each) => each.split(': ')[0]))
      expect(place).toMatch(
        way === 'form'
          ? /^POST \/api\/checkout\/register-billing-key$/
          : /^POST \/sandbox\/payments\/imp_\d+\/approve$/,
      )
      expect(
        requests.filter((request) => request.postData()?.includes(goodCard.number.slice(-4))),
      ).toHaveLength(1)

      const places: Place[] = [
        { name: 'console', text: said.join('\n') },
        ...(await inPage(page)),
        ...(await inAnswers(requests)),
        ...(await inDatabase()),
        ...shop().servers.map((server) => ({ name: 'server output', text: server.said() })),
        { name: 'gateway output', text: shop().gateway.said() },
        { name: 'gateway payments', text: JSON.stringify(await shop().control('GET', 'payments')) },
        { name: 'gateway webhooks', text: JSON.stringify(await shop().control('GET', 'webhooks')) },
      ]
      expect(places.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['query cache', 'storage', 'document', 'table toss_checkout_cards']),
      )
      expect(findLeaks(places, goodCard)).toEqual([])
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
          await indexedDB.databases(),
          await caches.keys(),
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
