// A PostgreSQL of our own for a test run: a fresh cluster in a temporary folder, on loopback, gone afterwards.
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Folder of PostgreSQL's own programs, or null where it is not installed. */
export function postgresPrograms() {
  const debian = '/usr/lib/postgresql'
  const candidates = [
    process.env.POSTGRES_BIN,
    spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim(),
    ...(existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : []),
  ]
  return candidates.find((folder) => folder && existsSync(join(folder, 'initdb'))) ?? null
}

/**
 * Starts one and answers its address and how to end it. Durability is on, as in a shop: some tests kill servers.
 * PostgreSQL refuses to run as root, so root runs it as the user `postgres`.
 */
export async function startPostgres() {
  const programs = postgresPrograms()
  if (!programs)
    throw new Error('PostgreSQL is not installed: apt-get install postgresql, or set POSTGRES_BIN')
  const isRoot = process.getuid?.() === 0
  const as = isRoot ? ['runuser', '-u', 'postgres', '--'] : []
  const command = (program, ...args) => {
    const [file, ...rest] = [...as, join(programs, program), ...args]
    return [file, rest]
  }
  const folder = mkdtempSync(join(tmpdir(), 'react-toss-checkout-postgres-'))
  if (isRoot) {
    const id = (flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
    chownSync(folder, id('-u'), id('-g'))
  }
  const data = join(folder, 'data')
  const made = spawnSync(
    ...command('initdb', '-D', data, '-U', 'shop', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'),
    { encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  const port = await freePort()
  const [file, args] = command('postgres', '-D', data, '-p', String(port), '-k', folder)
  const server = spawn(
    file,
    [
      ...args,
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'max_connections=100',
      '-c',
      'log_min_messages=fatal',
    ],
    { stdio: 'ignore' },
  )
  const url = `postgres://shop@127.0.0.1:${port}/postgres`
  await untilReady(join(programs, 'pg_isready'), port, server)
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        server.once('exit', () => {
          rmSync(folder, { recursive: true, force: true })
          resolve()
        })
        // Through pg_ctl: a signal to runuser would not reach the server in time.
        spawnSync(...command('pg_ctl', 'stop', '-D', data, '-m', 'immediate'), { stdio: 'ignore' })
      }),
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

async function untilReady(pgIsReady, port, server) {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode}`)
    if (spawnSync(pgIsReady, ['-h', '127.0.0.1', '-p', String(port)]).status === 0) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('PostgreSQL did not become ready')
}
