import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { expect, it } from 'vitest'
import { launchOptions } from '../chromium.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Whether anybody answers there. */
const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  )

it('npm start serves the playground, where 55,000원 is paid with 신한카드 in 3 months and nothing leaves the machine', async () => {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const start = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), NODE_ENV: 'development', VITEST: '' },
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  /** Whether anything of it still runs: npm, its shell, the playground. */
  const runs = () => {
    try {
      return process.kill(-(start.pid as number), 0)
    } catch {
      return false
    }
  }
  let printed = ''
  start.stdout.on('data', (chunk) => {
    printed += chunk
  })
  const browser = await chromium.launch(launchOptions)
  try {
    await expect.poll(() => answers(`${origin}/index.json`), { timeout: 60_000, interval: 200 }).toBe(true)
    expect(printed).toContain(origin)
    const page = await browser.newPage({ locale: 'ko-KR' })
    const outside: string[] = []
    page.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) outside.push(url)
    })
    await page.goto(`${origin}/?path=/story/checkout--card`)
    const story = page.frameLocator('#storybook-preview-iframe')
    await story.getByRole('checkbox', { name: /동의/ }).check()
    await story.getByRole('button', { name: '55,000원 결제하기' }).click()
    const window = story.frameLocator('iframe[title="결제창"]')
    await window.getByRole('radio', { name: '신한카드' }).check()
    await window.getByRole('combobox', { name: '할부 기간' }).selectOption('3')
    await window.getByRole('checkbox', { name: /전체 동의/ }).check()
    await window.getByRole('button', { name: /^55,000원/ }).click()
    for (const text of ['신한카드', '3개월', '55,000원']) await story.getByText(text).first().waitFor()
    await story
      .getByText(/승인번호/)
      .first()
      .waitFor()
    expect(outside).toEqual([])

    // npm alone is told to end, as a process manager does: nothing of it stays behind.
    start.kill('SIGTERM')
    await expect.poll(() => answers(`${origin}/index.json`), { timeout: 20_000 }).toBe(false)
    await expect.poll(runs, { timeout: 20_000 }).toBe(false)
  } finally {
    await browser.close()
    if (runs()) process.kill(-(start.pid as number))
  }
})
