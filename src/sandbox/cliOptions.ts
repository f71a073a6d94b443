import { parseArgs } from 'node:util'
import { allFaults } from './faults.js'
import type { SandboxServerOptions } from './http/startSandboxServer.js'
import type { Fault } from './sandbox.types.js'

/** Flags that cannot be meant; its message goes to the terminal as it is. */
export class CliUsageError extends Error {
  override readonly name = 'CliUsageError'
}

/** What the command line asks for. */
export type CliRequest =
  | { run: 'help' }
  | { run: 'version' }
  | { run: 'sandbox'; options: SandboxServerOptions }

const flags = {
  port: { type: 'string', default: '4010' },
  host: { type: 'string' },
  'merchant-code': { type: 'string' },
  'merchant-name': { type: 'string' },
  'imp-key': { type: 'string' },
  'imp-secret': { type: 'string' },
  'webhook-url': { type: 'string' },
  'confirm-url': { type: 'string' },
  'webhook-type': { type: 'string' },
  'webhook-retries': { type: 'string' },
  'webhook-retry-delay': { type: 'string' },
  sdk: { type: 'string' },
  module: { type: 'string' },
  latency: { type: 'string' },
  fault: { type: 'string', multiple: true },
  state: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const

/** Reads the arguments after the program's name. Raises a `CliUsageError`. */
export function readCliOptions(args: string[]): CliRequest {
  const { values, positionals } = parse(args)
  if (values.help) return { run: 'help' }
  if (values.version) return { run: 'version' }
  const [command, ...more] = positionals
  if (command !== 'sandbox') {
    throw new CliUsageError(
      command ? `There is no command "${command}". There is: sandbox` : 'Name a command: sandbox',
    )
  }
  if (more.length > 0) throw new CliUsageError(`"${more.join(' ')}" is too much. Options begin with --`)
  const text = (name: Exclude<keyof typeof values, 'fault' | 'help' | 'version'>) => {
    const value = values[name]
    if (value === '') throw new CliUsageError(`--${name} is empty. Give it a value, or leave it out.`)
    return value
  }
  const retries = text('webhook-retries')
  const delay = text('webhook-retry-delay')
  const latency = text('latency')
  return {
    run: 'sandbox',
    options: {
      port: wholeNumber('port', text('port') ?? '4010', 65_535),
      host: text('host'),
      merchantCode: text('merchant-code'),
      merchantName: text('merchant-name'),
      impKey: text('imp-key'),
      impSecret: text('imp-secret'),
      webhookUrl: address('webhook-url', text('webhook-url')),
      confirmUrl: address('confirm-url', text('confirm-url')),
      webhookType: oneOf('webhook-type', ['json', 'form'], text('webhook-type')),
      webhookRetries: retries === undefined ? undefined : wholeNumber('webhook-retries', retries, 5),
      webhookRetryDelay:
        delay === undefined ? undefined : wholeNumber('webhook-retry-delay', delay, 3_600_000),
      sdk: oneOf('sdk', ['new', 'legacy'], text('sdk')),
      defaultModule: oneOf('module', ['tosspayments', 'uplus'], text('module')),
      latency: latency === undefined ? undefined : wholeNumber('latency', latency, 600_000),
      faults: values.fault?.map((fault) => oneOf('fault', allFaults, fault) as Fault),
      stateFile: text('state'),
    },
  }
}

function parse(args: string[]): ReturnType<typeof parseStrictly> {
  try {
    return parseStrictly(args)
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split('. ')
    throw new CliUsageError(sentence)
  }
}

function parseStrictly(args: string[]) {
  return parseArgs({ args, options: flags, allowPositionals: true, strict: true })
}

function wholeNumber(flag: string, value: string, most: number): number {
  const number = Number(value)
  if (/^\d+$/.test(value) && number <= most) return number
  throw new CliUsageError(`--${flag} is "${value}". Give it a whole number from 0 to ${most}.`)
}

function oneOf<Word extends string>(
  flag: string,
  words: readonly Word[],
  value: string | undefined,
): Word | undefined {
  const word = words.find((one) => one === value)
  if (value === undefined || word !== undefined) return word
  throw new CliUsageError(`--${flag} is "${value}". Give it one of ${words.join(', ')}.`)
}

function address(flag: string, value: string | undefined): string | undefined {
  if (value === undefined || (URL.canParse(value) && /^https?:\/\//.test(value))) return value
  throw new CliUsageError(
    `--${flag} is "${value}". Give it an address like http://127.0.0.1:3000/api/webhook.`,
  )
}
