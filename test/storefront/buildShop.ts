import type { TestProject } from 'vitest/node'
import { buildStorefront } from '../../examples/storefront/build.mjs'
import servePostgres from '../server/servePostgres.js'

/** Builds the kit and the shop as `npm run storefront` does, and starts a PostgreSQL for the suite. */
export default async function buildShop(project: TestProject): Promise<() => Promise<void>> {
  await buildStorefront(() => {})
  return servePostgres(project)
}
