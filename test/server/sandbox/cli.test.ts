import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type BuiltCli, buildCli, root } from './builtCli.js'

let built: BuiltCli
const start = (...args: string[]) => built.start(...args)

beforeAll(async () => {
  built = await buildCli()
})
afterEach(() => built.kill())
afterAll(() => built.remove())

interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

function run(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [built.cli, ...args], (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

describe('npx react-toss-checkout sandbox', () => {
  test('빈 포트를 골라 주소 한 줄만 말하고, 비밀은 말하지 않는다', async () => {
    const { ready, stdout } = await start('--imp-secret', 'very-secret', '--merchant-code', 'imp12345678')
    expect(ready).toMatchObject({
      ready: true,
      url: `http://127.0.0.1:${ready.port}`,
      sdkUrl: `${ready.url}/v1/iamport.js`,
      merchantCode: 'imp12345678',
    })
    expect(ready.port).toBeGreaterThan(0)
    const state = await (await fetch(`${ready.url}/sandbox/state`)).json()
    expect(state.merchantCode).toBe('imp12345678')
    const token = await fetch(`${ready.url}/users/getToken`, {
      method: 'POST',
      body: new URLSearchParams({ imp_key: 'sandbox_key', imp_secret: 'very-secret' }),
    })
    expect(token.status).toBe(200)
    expect(stdout().trim().split('\n')).toHaveLength(1)
    expect(stdout()).not.toContain('secret')
  })

  test('받은 설정대로 시작하고, 지어진 SDK를 준다', async () => {
    const { ready } = await start(
      ...['--webhook-url', 'http://127.0.0.1:9/hook', '--confirm-url', 'http://127.0.0.1:9/ok'],
      ...['--webhook-type', 'form', '--webhook-retries', '5', '--sdk', 'legacy', '--fault', 'declined'],
    )
    expect(await (await fetch(`${ready.url}/sandbox/state`)).json()).toMatchObject({
      sdk: 'legacy',
      faults: ['declined'],
      settings: {
        webhookUrl: 'http://127.0.0.1:9/hook',
        confirmUrl: 'http://127.0.0.1:9/ok',
        webhookType: 'form',
        webhookRetries: 5,
      },
    })
    const script = await fetch(`${ready.url}/v1/iamport.js`)
    expect([script.status, script.headers.get('content-type')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ])
  })

  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s에, 답을 기다리는 요청이 있어도 0으로 끝난다',
    async (signal) => {
      const { child, ended, ready } = await start('--fault', 'rest-timeout')
      const hanging = fetch(`${ready.url}/users/getToken`, { method: 'POST' }).catch(() => 'cut')
      await fetch(`${ready.url}/sandbox/state`)
      child.kill(signal)
      expect(await ended).toBe(0)
      expect(await hanging).toBe('cut')
    },
  )

  test('상태 파일이 있으면 다시 켜도 결제를 기억한다', async () => {
    const file = join(built.folder, 'state.json')
    const first = await start('--state', file)
    await fetch(`${first.ready.url}/sandbox/payments`, {
      method: 'POST',
      body: JSON.stringify({ params: { merchant_uid: 'kept', amount: 1_000 } }),
    })
    // Not even asked to end.
    first.child.kill('SIGKILL')
    await first.ended
    expect(existsSync(file)).toBe(true)
    const second = await start('--state', file)
    const { payments } = await (await fetch(`${second.ready.url}/sandbox/payments`)).json()
    expect(payments).toMatchObject([{ merchant_uid: 'kept' }])
  })

  test.each([
    [['sandbox', '--prot', '4010'], /--prot/],
    [['sandbox', '--port', 'http'], /--port is "http".*0 to 65535/],
    [['sandbox', '--webhook-url', 'localhost:3000'], /--webhook-url is "localhost:3000".*http:\/\//],
    [['sandbox', '--webhook-type', 'xml'], /--webhook-type is "xml".*json, form/],
    [['sandbox', '--webhook-retries', '6'], /--webhook-retries is "6".*0 to 5/],
    [['sandbox', '--fault', 'oops'], /--fault is "oops".*declined/],
    [['sandbox', '--state', ''], /--state is empty/],
    [['sandbox', 'now'], /"now" is too much/],
    [['serve'], /no command "serve".*sandbox/],
    [[], /Name a command: sandbox/],
  ])('%j는 2로 끝나고 무엇이 잘못인지 한 문장으로 말한다', async (args, message) => {
    const { code, stdout, stderr } = await run(...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
    expect(stderr).toContain('--help')
    expect(stderr).not.toContain('    at ')
  })

  test('쓰는 중인 포트이면 그렇다고 말하고 1로 끝난다', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as { port: number }
    const { code, stderr } = await run('sandbox', '--port', String(port))
    taken.close()
    expect(code).toBe(1)
    expect(stderr).toContain(`port ${port}: it is in use`)
  })

  test('--help와 --version', async () => {
    const help = await run('sandbox', '--help')
    expect([help.code, help.stderr]).toEqual([0, ''])
    for (const flag of ['--port', '--webhook-url', '--state', 'webhook-lost'])
      expect(help.stdout).toContain(flag)
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(await run('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })

  test('--help가 말하는 주소는 모두 있다', async () => {
    const [help, { ready }] = await Promise.all([run('sandbox', '--help'), start()])
    const named = [...help.stdout.matchAll(/(GET|PUT|POST) +(\/sandbox\S*?)[;\s]/g)]
    expect(named.length).toBeGreaterThan(8)
    for (const [, method, path = ''] of named) {
      const response = await fetch(ready.url + path.replace(/\{\w+\}/, 'nobody'), { method })
      // What is not there at all is "no GET /sandbox…"; a payment that is not there has a word of its own.
      expect(await response.text(), `${method} ${path}`).not.toContain(`There is no ${method} `)
    }
  })
})
