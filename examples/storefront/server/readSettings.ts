import type { FrontSettings } from '../shop/order.types.js'

export interface Settings {
  host: string
  /** 0 picks a free one. */
  port: number
  /** PostgreSQL; without it the orders live in PGlite, in `dataFolder`. */
  databaseUrl?: string
  dataFolder: string
  /** Default: the real gateway. */
  portOneUrl?: string
  impKey: string
  impSecret: string
  mismatch: 'flag' | 'refund'
  /** Who makes a membership's charges: the gateway by schedules, or this server. */
  billingDrive: 'gateway' | 'worker'
  /** For cards that are typed into the shop's own form. */
  billingChannelKey?: string
  /** Without it the admin pages stay closed. */
  adminPassword?: string
  /** A proxy in front says in `X-Forwarded-For` who is calling. */
  behindProxy: boolean
  /** What the pages may know. */
  front: FrontSettings
}

/** Why the server cannot start as it was told to: its message is for the terminal, without a stack. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

const weakest = 12

/**
 * Reads the configuration from the environment.
 *
 * | name | meaning |
 * |---|---|
 * | `PORT`, `HOST` | where to listen; default 4020 on 127.0.0.1, port 0 picks a free one |
 * | `DATABASE_URL` | `postgres://…`; without it PGlite keeps the orders in `DATA_FOLDER` (default `.data`) |
 * | `PORTONE_URL` | address of a sandbox; without it the real gateway is asked |
 * | `IMP_KEY`, `IMP_SECRET` | REST API keys; on a sandbox default to the sandbox's own |
 * | `MERCHANT_CODE`, `PG`, `SDK_URL` | for the payment window; on a sandbox default to the sandbox's own |
 * | `CONFIRM_URL` | asked by the gateway just before it approves, if PortOne has switched that on |
 * | `MISMATCH` | `flag` (default) or `refund`: what happens to money that does not fit its order |
 * | `BILLING_DRIVE` | `gateway` (default): charges are scheduled there; `worker`: this server makes them when they are due |
 * | `BILLING_PG`, `BILLING_CHANNEL_KEY` | the billing channel, for the card window and for the card form; default `PG`, and none |
 * | `ADMIN_PASSWORD` | at least 12 characters; without it the admin pages stay closed |
 * | `BEHIND_PROXY` | `1` when a proxy in front writes `X-Forwarded-For`: passwords are limited by address; default `0` |
 *
 * @throws SettingsError with one line for each mistake; never quotes a secret
 */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  defaultFolder: string,
): Settings {
  const mistakes: string[] = []
  const given = (name: string): string | undefined => env[name]?.trim() || undefined
  const required = (name: string, onSandbox: string): string => {
    const value = given(name)
    if (value) return value
    if (!given('PORTONE_URL'))
      mistakes.push(`${name} is missing. Take it from the PortOne console, or set PORTONE_URL to a sandbox.`)
    return onSandbox
  }
  const address = (name: string, protocols: RegExp): string | undefined => {
    const value = given(name)
    if (value && !(URL.canParse(value) && protocols.test(new URL(value).protocol)))
      mistakes.push(
        `${name} is not an address that begins with ${protocols.source.replace(/[\\^$()?:]/g, '')}.`,
      )
    return value?.replace(/\/+$/, '')
  }

  const port = Number(given('PORT') ?? 4020)
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535))
    mistakes.push(`PORT is "${env.PORT}". Give a whole number from 0 (picks a free one) to 65535.`)
  const mismatch = given('MISMATCH') ?? 'flag'
  if (mismatch !== 'flag' && mismatch !== 'refund')
    mistakes.push(`MISMATCH is "${mismatch}". Give "flag" or "refund".`)
  const billingDrive = given('BILLING_DRIVE') ?? 'gateway'
  if (billingDrive !== 'gateway' && billingDrive !== 'worker')
    mistakes.push(`BILLING_DRIVE is "${billingDrive}". Give "gateway" or "worker".`)
  const adminPassword = given('ADMIN_PASSWORD')
  if (adminPassword && adminPassword.length < weakest)
    mistakes.push(`ADMIN_PASSWORD has ${adminPassword.length} characters. Give at least ${weakest}.`)

  const behindProxy = given('BEHIND_PROXY') ?? '0'
  if (behindProxy !== '0' && behindProxy !== '1')
    mistakes.push(`BEHIND_PROXY is "${behindProxy}". Give "0" or "1".`)

  const portOneUrl = address('PORTONE_URL', /^https?:$/)
  if (portOneUrl && isRealGateway(portOneUrl)) {
    mistakes.push(
      'PORTONE_URL is the real gateway, and stands for a sandbox, where test payments count. Leave it out.',
    )
  }
  const databaseUrl = address('DATABASE_URL', /^postgres(?:ql)?:$/)
  const sdkUrl = address('SDK_URL', /^https?:$/) ?? (portOneUrl && `${portOneUrl}/v1/iamport.js`)
  const confirmUrl = address('CONFIRM_URL', /^https?:$/)
  const settings: Settings = {
    host: given('HOST') ?? '127.0.0.1',
    port,
    databaseUrl,
    dataFolder: given('DATA_FOLDER') ?? defaultFolder,
    portOneUrl,
    impKey: required('IMP_KEY', 'sandbox_key'),
    impSecret: required('IMP_SECRET', 'sandbox_secret'),
    mismatch: mismatch === 'refund' ? 'refund' : 'flag',
    billingDrive: billingDrive === 'worker' ? 'worker' : 'gateway',
    billingChannelKey: given('BILLING_CHANNEL_KEY'),
    adminPassword,
    behindProxy: behindProxy === '1',
    front: {
      merchantCode: required('MERCHANT_CODE', 'imp00000000'),
      pg: given('PG') ?? 'tosspayments',
      billingPg: given('BILLING_PG') ?? given('PG') ?? 'tosspayments',
      sdkUrl,
      confirmUrl,
      sandbox: portOneUrl !== undefined,
    },
  }
  if (mistakes.length) throw new SettingsError(mistakes.join('\n'))
  return settings
}

function isRealGateway(address: string): boolean {
  return URL.canParse(address) && /(^|\.)(iamport\.(kr|co)|portone\.io)$/i.test(new URL(address).hostname)
}
