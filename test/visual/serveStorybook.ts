import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built playground is served, without a slash at the end. */
    playground: string
    /** `vitest --update`: what is seen now is right. */
    accepts: boolean
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const built = join(root, 'storybook-static')

/** A folder two levels down, as a design review is published: nothing in the build may count on the root. */
const subPath = '/design/review'

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Serves the built playground on loopback below a sub-path; builds it first when it is missing or older than its sources. */
export default async function serveStorybook(project: TestProject): Promise<() => Promise<void>> {
  if (isStale()) build()
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const inside = pathname.startsWith(`${subPath}/`)
    const path = join(built, decodeURIComponent(pathname.slice(subPath.length)).replace(/\/$/, '/index.html'))
    if (!inside || !path.startsWith(built) || !existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' })
    response.end(readFileSync(path))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('the playground has no address')
  project.provide('playground', `http://127.0.0.1:${address.port}${subPath}`)
  project.provide('accepts', project.config.snapshotOptions.updateSnapshot === 'all')
  return () =>
    new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
}

function isStale(): boolean {
  const index = join(built, 'index.json')
  if (!existsSync(index)) return true
  const since = statSync(index).mtimeMs
  return ['src', 'stories', '.storybook'].some((folder) =>
    readdirSync(join(root, folder), { recursive: true }).some(
      (path) => statSync(join(root, folder, path as string)).mtimeMs > since,
    ),
  )
}

function build(): void {
  const { status, stdout, stderr } = spawnSync('npx', ['storybook', 'build', '--quiet'], {
    cwd: root,
    encoding: 'utf8',
    // Vitest's own would build React's development half.
    env: { ...process.env, NODE_ENV: 'production', VITEST: '' },
  })
  if (status !== 0) throw new Error(`storybook build: ${stdout}\n${stderr}`)
}
