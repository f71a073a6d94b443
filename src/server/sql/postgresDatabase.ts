import { type Places, places } from '../places.js'
import { type CallScope, callScope } from './callScope.js'
import { type OpenTransaction, openTransaction } from './openTransaction.js'
import type { SqlDatabase } from './sqlDatabase.js'

/** One connection of a pool, as `pg` has it. */
export interface PostgresConnection {
  query(sql: string, params?: unknown[]): Promise<{ rows: unknown[] }>
  /** With an error, the connection is closed instead of being used again. */
  release(error?: Error): void
  on(event: 'error', listener: (error: Error) => void): unknown
  off(event: 'error', listener: (error: Error) => void): unknown
}

/** A pool of connections: `new pg.Pool(…)`, or anything like it. */
export interface PostgresPool {
  query(sql: string, params?: unknown[]): Promise<{ rows: unknown[] }>
  connect(): Promise<PostgresConnection>
  /** `max`: the most connections it opens. Where a pool does not say, events are handed out one after the other. */
  readonly options?: { readonly max?: number }
}

interface Sharing {
  scope: CallScope<OpenTransaction>
  /** In line here, a burst does not run into the pool's own time limit, which is for a database that does not answer. */
  statements: Places
  deliveries: Places
}

/** By pool, since several stores over one share its connections. */
const sharings = new WeakMap<PostgresPool, Sharing>()

/** A pool as the stores use it: a transaction for their tables, single statements for everything else. */
export function postgresDatabase(pool: PostgresPool): SqlDatabase {
  // From an environment variable it comes as text, and `'1'` is one connection, too.
  const max = Number(pool.options?.max) || 0
  const sharing = sharings.get(pool) ?? {
    scope: callScope(),
    statements: places(max || Number.POSITIVE_INFINITY),
    deliveries: places(deliveriesOf(max)),
  }
  sharings.set(pool, sharing)
  const { scope, statements, deliveries } = sharing
  const isInHandler = () => scope.current()?.isOpen() ?? false
  const transaction = <T>(work: (tx: OpenTransaction) => Promise<T>) => onConnection(pool, work, scope)
  const noWaitForItself = () => {
    if (max !== 1 || !isInHandler()) return
    const what = 'the pool has one connection (max: 1), and the delivery that this handler runs in holds it'
    throw new Error(`${what}. Give the pool at least 2, or write through the handler's tx only.`)
  }
  return {
    query: async <Row>(sql: string, params: readonly unknown[] = []) => {
      noWaitForItself()
      const run = async () => (await pool.query(sql, [...params])).rows as Row[]
      // A handler holds a connection that those in line may be waiting for.
      return isInHandler() ? run() : statements.run(run)
    },
    transaction: async (work) => {
      noWaitForItself()
      return transaction(work)
    },
    delivery: (work) => {
      const delivering = () => transaction(work)
      return isInHandler() ? deliveries.runAtOnce(delivering) : deliveries.run(delivering)
    },
    inTransaction: () => false,
  }
}

/** For each delivery a connection and one more that its handler may take, and one that is left for what they all ask. */
function deliveriesOf(max: number): number {
  return max >= 5 ? Math.floor((max - 1) / 2) : 1
}

async function onConnection<T>(
  pool: PostgresPool,
  work: (tx: OpenTransaction) => Promise<T>,
  scope: CallScope<OpenTransaction>,
): Promise<T> {
  const connection = await pool.connect()
  let broken: Error | undefined
  // Without a listener, a connection that is cut while a handler thinks would end the whole process.
  const notice = (error: Error) => {
    broken = error
  }
  connection.on('error', notice)
  try {
    await connection.query('begin')
    const result = await openTransaction((sql, params) => connection.query(sql, params), work, scope)
    await connection.query('commit')
    return result
  } catch (thrown) {
    await connection.query('rollback').catch((error: Error) => {
      broken ??= error
    })
    throw thrown
  } finally {
    connection.off('error', notice)
    connection.release(broken)
  }
}
