import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Program, startProgram } from './startProgram.js'

describe('npm run storefront', () => {
  let folder: string
  let started: Program | undefined

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'react-toss-checkout-start-'))
  })
  afterEach(async () => {
    await started?.end()
    started = undefined
    rmSync(folder, { recursive: true, force: true })
  })

  const start = (env: Record<string, string>) =>
    startProgram('examples/storefront/start.mjs', ['--json'], { DATA_FOLDER: folder, ...env })
  const isThere = (url: string) =>
    fetch(url).then(
      () => true,
      () => false,
    )

  it('한 명령으로 상점과 샌드박스를 정한 포트에 띄우고 주소를 말하고, 끝내면 둘 다 끝난다', async () => {
    const port = await freePort()
    started = await start({ PORT: String(port) })
    expect(started.url).toBe(`http://127.0.0.1:${port}`)
    const { sandboxUrl, adminPassword } = JSON.parse(
      started
        .said()
        .split('\n')
        .findLast((line) => line.startsWith('{')) ?? '{}',
    )
    const page = await (await fetch(`${started.url}/membership`)).text()
    expect(page).toContain('name="storefront"')
    expect(page).toContain(`${sandboxUrl}/v1/iamport.js`)
    expect(adminPassword.length).toBeGreaterThanOrEqual(12)
    expect((await fetch(`${started.url}/api/goods`)).status).toBe(200)

    await started.end('SIGTERM')
    expect(await isThere(started.url)).toBe(false)
    expect(await isThere(sandboxUrl)).toBe(false)
  })

  it.each([
    [{ PORT: 'eighty' }, /PORT is "eighty"/],
    [{ PORT: '70000' }, /PORT is "70000"/],
    [{ PORT: '0', ADMIN_PASSWORD: 'short' }, /ADMIN_PASSWORD has 5 characters/],
    [{ PORT: '0', PORTONE_URL: 'https://api.iamport.kr' }, /PORTONE_URL is the real gateway/],
    [{ PORT: '0', BEHIND_PROXY: 'yes' }, /BEHIND_PROXY is "yes"/],
  ])('%j로는 시작하지 않고 까닭을 말한다', async (env, why) => {
    await expect(start(env)).rejects.toThrow(why)
  })
})

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
