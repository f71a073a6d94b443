import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A program of ours that runs in a process of its own. */
export interface Program {
  url: string
  /** What it said so far, on stdout and stderr. */
  said: () => string
  /** Asks it to end, or with SIGKILL ends it on the spot. */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** Starts it and waits for the JSON line in which it says that it is ready. */
export async function startProgram(
  file: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Program> {
  const child = spawn(process.execPath, [file, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk
    })
  }
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const message = line.startsWith('{') ? JSON.parse(line) : {}
      if (message.ready) resolve(message.url)
    })
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it was ready: ${said}`)))
  })
  return { url, said: () => said, end: (signal = 'SIGTERM') => endChild(child, signal) }
}

function endChild(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}
