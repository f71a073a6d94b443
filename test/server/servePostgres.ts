import type { TestProject } from 'vitest/node'
import { startPostgres } from '../postgres.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a PostgreSQL that lives as long as the test run. */
    postgres: string
  }
}

/** One PostgreSQL for every database test; each makes a schema of its own. */
export default async function servePostgres(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres()
  project.provide('postgres', url)
  return stop
}
