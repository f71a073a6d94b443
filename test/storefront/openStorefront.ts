import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { Place } from './findLeaks.js'
import { recordRequests } from './recordRequests.js'
import { type Program, startProgram } from './startProgram.js'

export type DatabaseKind = 'PGlite' | 'PostgreSQL'

export interface StorefrontOptions {
  database: DatabaseKind
  /** Servers over the one database; more than one needs PostgreSQL. Default 1. */
  instances?: number
  mismatch?: 'flag' | 'refund'
  /** Who makes a membership's charges. Default `gateway`. */
  billingDrive?: 'gateway' | 'worker'
  /** Whether everything the gateway is sent is written down. Default false. */
  recorded?: boolean
}

/** The shop and its gateway, each in processes of their own, talking over real HTTP. */
export interface Storefront {
  /** The first server's address. */
  url: string
  servers: Program[]
  gateway: Program
  adminPassword: string
  /** Calls the sandbox's control API: `control('PUT', 'faults', { faults: ['declined'] })`. */
  control<Answer = unknown>(method: string, path: string, body?: unknown): Promise<Answer>
  /** Ends one server on the spot. */
  kill(index: number): Promise<void>
  /** Ends one server on the spot, if it still runs, and starts it again on the same database. */
  restart(index?: number): Promise<void>
  /** Every row, for looking at what is really stored. PostgreSQL only. */
  query<Row>(sql: string, params?: unknown[]): Promise<Row[]>
  /** Everything the gateway was sent, by the shop and by browsers; only where it is `recorded`. */
  sentToGateway(): Place[]
  /** Runs a statement in a transaction that stays open, and its locks with it, until the answer is called. PostgreSQL only. */
  hold(sql: string): Promise<() => Promise<void>>
  close(): Promise<void>
}

const adminPassword = 'only-for-this-test'
let made = 0

/** Starts everything on free ports of this machine. */
export async function openStorefront({
  database,
  instances = 1,
  mismatch = 'flag',
  billingDrive = 'gateway',
  recorded = false,
}: StorefrontOptions): Promise<Storefront> {
  const gateway = await startProgram('dist/sandbox/cli.js', ['sandbox', '--port', '0'])
  const recorder = recorded ? await recordRequests(gateway.url) : undefined
  const control = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${gateway.url}/sandbox/${path}`, {
      method,
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
    if (!response.ok)
      throw new Error(`${method} /sandbox/${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Answer
  }
  const folder = mkdtempSync(join(tmpdir(), 'react-toss-checkout-shop-'))
  const pool = database === 'PostgreSQL' ? await newDatabase() : undefined
  const start = (port = '0') =>
    startProgram('examples/storefront/dist/server.js', [], {
      PORT: port,
      PORTONE_URL: recorder?.url ?? gateway.url,
      DATA_FOLDER: folder,
      ADMIN_PASSWORD: adminPassword,
      MISMATCH: mismatch,
      BILLING_DRIVE: billingDrive,
      ...(pool && { DATABASE_URL: pool.options.connectionString ?? '' }),
    })
  const servers = [await start()]
  for (let more = 1; more < instances; more++) servers.push(await start())
  const url = servers[0]?.url ?? ''
  await control('PUT', 'settings', {
    webhookUrl: `${url}/api/checkout/webhook`,
    confirmUrl: `${url}/api/checkout/confirm`,
  })
  return {
    url,
    servers,
    gateway,
    adminPassword,
    sentToGateway: () => recorder?.requests() ?? [],
    control,
    kill: (index) => (servers[index] as Program).end('SIGKILL'),
    async restart(index = 0) {
      const before = servers[index] as Program
      await before.end('SIGKILL')
      servers[index] = await start(new URL(before.url).port)
    },
    async query<Row>(sql: string, params?: unknown[]) {
      if (!pool) throw new Error('only with PostgreSQL')
      return (await pool.query(sql, params)).rows as Row[]
    },
    async hold(sql) {
      if (!pool) throw new Error('only with PostgreSQL')
      const connection = await pool.connect()
      await connection.query(`BEGIN; ${sql}`)
      return async () => {
        await connection.query('ROLLBACK')
        connection.release()
      }
    },
    async close() {
      await Promise.all(servers.map((server) => server.end()))
      await recorder?.close()
      await gateway.end()
      await pool?.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function newDatabase(): Promise<pg.Pool> {
  const address = inject('postgres')
  const name = `shop_${process.pid}_${++made}`
  const admin = new pg.Client(address)
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  await admin.end()
  const pool = new pg.Pool({ connectionString: address.replace(/\/[^/]*$/, `/${name}`), max: 4 })
  // The cluster goes down with connections still idle.
  pool.on('error', () => {})
  return pool
}
