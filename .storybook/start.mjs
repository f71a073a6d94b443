// `npm start`: the playground, on the sandbox, on this machine alone.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ensureInstalled, root } from '../test/ensureInstalled.mjs'
import { whenNpmEnds } from '../test/whenNpmEnds.mjs'

ensureInstalled()
const manifest = createRequire(join(root, 'package.json')).resolve('storybook/package.json')
const { bin } = createRequire(import.meta.url)(manifest)
const port = process.env.PORT || '6006'
const quiet = process.env.CI || !process.stdout.isTTY ? ['--ci'] : []
console.log(`Playground: http://127.0.0.1:${port}`)
const storybook = spawn(
  process.execPath,
  [
    join(dirname(manifest), typeof bin === 'string' ? bin : bin.storybook),
    'dev',
    ...['--port', port, '--exact-port', '--no-version-updates', '--host', '127.0.0.1'],
    ...quiet,
  ],
  { cwd: root, stdio: 'inherit' },
)
// Whoever stops this stops the playground, and the port is free again.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => storybook.kill(signal))
whenNpmEnds(() => storybook.kill())
storybook.on('exit', (code) => process.exit(code ?? 0))
