import { goods } from './goods.js'
import type { Queries } from './queries.js'

interface Wanted {
  id: string
  count: number
}

/** A new database starts with what the catalogue says; an old one keeps its own counts. */
export async function stockUp(tx: Queries): Promise<void> {
  for (const { id, stock } of goods) {
    await tx.query('INSERT INTO shop_stock (goods_id, count) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      id,
      stock,
    ])
  }
}

export async function readStock(queries: Queries): Promise<Map<string, number>> {
  const rows = await queries.query<{ goods_id: string; count: number }>(
    'SELECT goods_id, count FROM shop_stock',
  )
  return new Map(rows.map(({ goods_id, count }) => [goods_id, count]))
}

/** The first of these that there is not enough of. */
export async function findShort(queries: Queries, wanted: readonly Wanted[]): Promise<string | undefined> {
  const stock = await readStock(queries)
  return wanted.find(({ id, count }) => (stock.get(id) ?? 0) < count)?.id
}

/** Takes all of it, or nothing and false. Rows are locked in one order, so two parcels never wait for each other. */
export async function takeStock(tx: Queries, wanted: readonly Wanted[]): Promise<boolean> {
  await lockRows(tx, wanted)
  if (await findShort(tx, wanted)) return false
  for (const { id, count } of wanted) {
    await tx.query('UPDATE shop_stock SET count = count - $2 WHERE goods_id = $1', [id, count])
  }
  return true
}

export async function returnStock(tx: Queries, wanted: readonly Wanted[]): Promise<void> {
  await lockRows(tx, wanted)
  for (const { id, count } of wanted) {
    await tx.query('UPDATE shop_stock SET count = count + $2 WHERE goods_id = $1', [id, count])
  }
}

async function lockRows(tx: Queries, wanted: readonly Wanted[]): Promise<void> {
  await tx.query('SELECT 1 FROM shop_stock WHERE goods_id = ANY($1) ORDER BY goods_id FOR UPDATE', [
    wanted.map(({ id }) => id),
  ])
}
