// Builds what is missing or older than its sources: the kit, the shop's pages, the shop's server.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))

/** What was built from what. `made` is written last by its build. */
const kit = {
  made: join(root, 'dist/index.d.ts'),
  from: ['src', 'vite.config.ts'].map((name) => join(root, name)),
}
const shared = [join(here, 'shop'), kit.made]
const front = {
  made: join(here, 'dist/front/index.html'),
  from: [join(here, 'front'), join(here, 'index.html'), join(here, 'vite.config.ts'), ...shared],
}
const server = {
  made: join(here, 'dist/server.js'),
  from: [join(here, 'server'), join(here, 'vite.server.config.ts'), ...shared],
}

/** Brings everything up to date; says what it does through `say`. */
export async function buildStorefront(say) {
  if (isStale(kit)) {
    say('Building react-toss-checkout …')
    // Its chatter goes to stderr: stdout may be read by a program.
    const { status } = spawnSync('npm', ['run', 'build'], {
      cwd: root,
      // A test runner's would build the kit for React's other half.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    })
    if (status !== 0) throw new Error('react-toss-checkout could not be built; see above')
  }
  for (const [name, target, config] of [
    ['pages', front, 'vite.config.ts'],
    ['server', server, 'vite.server.config.ts'],
  ]) {
    if (!isStale(target)) continue
    say(`Building the shop's ${name} …`)
    await build({ configFile: join(here, config), logLevel: 'error' })
  }
}

function isStale({ made, from }) {
  return !existsSync(made) || newest(from) > statSync(made).mtimeMs
}

function newest(paths) {
  return Math.max(
    ...paths.map((path) => {
      const { mtimeMs } = statSync(path)
      if (!statSync(path).isDirectory()) return mtimeMs
      // A file that was taken away changes its folder's time.
      return Math.max(mtimeMs, newest(readdirSync(path).map((name) => join(path, name))))
    }),
  )
}
