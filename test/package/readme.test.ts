import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

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
