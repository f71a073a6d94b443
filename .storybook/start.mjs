// `npm start`: the playground, on the sandbox, on this machine alone.
import { ensureInstalled, run } from '../test/ensureInstalled.mjs'

ensureInstalled()
const port = process.env.PORT || '6006'
const quiet = process.env.CI || !process.stdout.isTTY ? ['--ci'] : []
console.log(`Playground: http://127.0.0.1:${port}`)
run('npx', [
  'storybook',
  'dev',
  '--port',
  port,
  '--exact-port',
  '--no-version-updates',
  '--host',
  '127.0.0.1',
  ...quiet,
])
