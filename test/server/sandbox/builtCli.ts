import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Where the package is. */
export const root: string = fileURLToPath(new URL('../../..', import.meta.url))

/** A sandbox started from the command line. */
export interface RunningCli {
  child: ChildProcess
  /** The exit code. */
  ended: Promise<number | null>
  /** What its first line says. */
  ready: { url: string; port: number }
  /** Everything it has printed. */
  stdout(): string
  stderr(): string
}

/** The command line as an install has it. */
export interface BuiltCli {
  folder: string
  /** The file that `npx react-toss-checkout` runs. */
  cli: string
  /** Starts the sandbox on a free port and waits for its first line. */
  start(...args: string[]): Promise<RunningCli>
  /** Ends whatever was started last. */
  kill(): void
  remove(): void
}

/** Builds the package into a folder of its own from which the dependencies are found. */
export async function buildCli(): Promise<BuiltCli> {
  const folder = mkdtempSync(join(root, 'node_modules/.sandbox-cli-'))
  const outDir = join(folder, 'dist')
  for (const mode of ['production', 'page']) {
    await build({ root, mode, logLevel: 'error', build: { outDir } })
  }
  cpSync(join(root, 'package.json'), join(folder, 'package.json'))
  const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const cli = join(folder, bin['react-toss-checkout'])
  let running: ChildProcess | undefined
  return {
    folder,
    cli,
    start: (...args) => {
      running = spawn(process.execPath, [cli, 'sandbox', '--port', '0', ...args])
      return whenReady(running)
    },
    kill: () => void running?.kill('SIGKILL'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function whenReady(child: ChildProcess): Promise<RunningCli> {
  let stdout = ''
  let stderr = ''
  child.stderr?.on('data', (data) => {
    stderr += data
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (data) => {
      stdout += data
      if (stdout.includes('\n')) resolve()
    })
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${stderr}`)))
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, ended, ready: JSON.parse(stdout), stdout: () => stdout, stderr: () => stderr }
}
