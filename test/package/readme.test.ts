import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, devices } from 'playwright'
import { expect, it } from 'vitest'
import { launchOptions } from '../chromium.mjs'
import { serveReadmePages } from './serveReadmePages.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, 'node_modules/.readme')
const snippets = (readme: string) =>
  [...readFileSync(join(root, readme), 'utf8').matchAll(/```(tsx?|css)\n(.*?)```/gs)].map(
    ([, ending, code]) => ({
      ending,
      code,
    }),
  )

it('every snippet of both readmes compiles against the package as built', () => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const files: string[] = []
  for (const readme of ['README.md', 'README.ko.md']) {
    for (const { ending, code } of snippets(readme)) {
      if (ending === 'css') continue
      const file = `${readme.replace('.md', '')}-${files.length}.${ending}`
      writeFileSync(join(folder, file), code ?? '')
      files.push(file)
    }
  }
  expect(files.length).toBeGreaterThan(9)
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../tsconfig.json',
      compilerOptions: { paths: {}, types: ['node', 'react', 'vite/client'], rootDir: '../..' },
      include: [],
      files,
    }),
  )
  try {
    execFileSync('npx', ['tsc', '-p', folder], { cwd: root, encoding: 'utf8' })
  } catch (error) {
    expect.fail(String((error as { stdout: string }).stdout))
  }
})

it('both readmes carry the same code', () => {
  const plain = (readme: string) => snippets(readme).map(({ code }) => code?.replace(/\/\/.*/g, ''))
  expect(plain('README.ko.md')).toEqual(plain('README.md'))
})

const everyDevice = { desktop: { viewport: { width: 1280, height: 800 } }, phone: devices['iPhone 13'] }

it('the trial pays and the membership begins and changes its card, as pasted, on a desktop and on a phone', async () => {
  const find = (name: string) =>
    snippets('README.md').find(({ code }) => code?.includes(`export ${name}`))?.code ?? ''
  const pages = await serveReadmePages(find('const Trial'), find('function Membership'))
  const browser = await chromium.launch(launchOptions)
  try {
    for (const [device, options] of Object.entries(everyDevice)) {
      const context = await browser.newContext({ ...options, locale: 'ko-KR', baseURL: pages.url })
      context.setDefaultTimeout(20_000)
      await context.addCookies([{ name: 'member', value: device, url: pages.url }])
      const page = await context.newPage()

      await page.goto('/')
      const window = page.frameLocator('iframe[title="결제창"]')
      await page.getByRole('button', { name: '55,000원 결제하기' }).click()
      await window.getByRole('button', { name: '취소' }).click()
      await page.getByRole('heading', { name: '결제를 그만뒀어요' }).waitFor()
      await page.getByRole('button', { name: /결제하기/ }).click()
      if (device === 'phone') await page.getByRole('button', { name: '55,000원 결제하기' }).click()
      await window.getByRole('radio', { name: '신한카드' }).check()
      await window.getByRole('checkbox', { name: '전체 동의' }).check()
      await window.getByRole('button', { name: '55,000원 결제하기' }).click()
      await page.getByRole('heading', { name: '결제가 완료됐어요' }).waitFor()
      expect(await page.getByRole('button', { name: '55,000원 결제하기' }).count()).toBe(0)

      await page.goto('/membership')
      const card = page.frameLocator('iframe[title="카드 등록창"]')
      const register = async (name: string, number: string) => {
        await page.getByRole('button', { name }).click()
        await card.getByLabel('카드 번호', { exact: true }).fill(number)
        await card.getByLabel('유효기간', { exact: true }).fill('12/39')
        await card.getByLabel('생년월일 또는 사업자등록번호', { exact: true }).fill('2208162517')
        await card.getByLabel('비밀번호 앞 두 자리', { exact: true }).fill('73')
        await card.getByRole('checkbox', { name: '전체 동의' }).check()
        await card.getByRole('button', { name: '카드 등록하기' }).click()
      }
      await register('카드 등록하기', '4539148803436467')
      await page.getByText('첫 달 19,900원을 결제했어요.').waitFor()
      for (const digits of ['0341', '6467']) {
        await page.getByRole('button', { name: /바꾸기$/ }).click()
        await register('새 카드 등록하기', digits === '0341' ? '4000000000000341' : '4539148803436467')
        await page.getByText('카드를 바꿨어요.').waitFor()
        await page.getByText(`끝자리 ${digits}`).waitFor()
      }
      // A changed card is not taken for the next change, and who is a member is not offered to begin again.
      expect(await page.getByRole('button', { name: /등록/ }).count()).toBe(0)
      expect(await pages.charged(device)).toEqual([19_900])
      await context.close()
    }
  } finally {
    await browser.close()
    await pages.close()
  }
})
