import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { lockFolder } from '../../examples/storefront/server/lockFolder.js'

let folder: string
const realPid = process.pid
/** Numbers that no process has now. */
const [one, other, killed] = [4_194_301, 4_194_302, 4_194_303]
let alive: Set<number>
/** Happens in the middle of somebody's look at the others. */
let meanwhile: (() => void) | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'react-toss-checkout-lock-'))
  alive = new Set([one, other])
  meanwhile = undefined
  vi.spyOn(process, 'kill').mockImplementation((pid) => {
    const happening = meanwhile
    meanwhile = undefined
    happening?.()
    if (alive.has(pid)) return true
    throw Object.assign(new Error('no such process'), { code: 'ESRCH' })
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

/** Takes the folder as the process with this number would. */
function takeAs(pid: number): () => void {
  Object.defineProperty(process, 'pid', { value: pid, configurable: true })
  try {
    return lockFolder(folder)
  } finally {
    Object.defineProperty(process, 'pid', { value: realPid, configurable: true })
  }
}

/** A server that was killed with the folder in its hands. */
function dieHolding(): void {
  takeAs(killed)
  expect(readdirSync(folder)).toHaveLength(1)
}

it('쓰는 서버가 있으면 다른 서버는 시작하지 않고, 끝내면 시작한다', () => {
  takeAs(one)
  expect(() => takeAs(other)).toThrow(`in use by process ${one}`)
  // Nor does having tried stand in anybody's way.
  alive.delete(one)
  const unlock = takeAs(other)
  Object.defineProperty(process, 'pid', { value: other, configurable: true })
  unlock()
  Object.defineProperty(process, 'pid', { value: realPid, configurable: true })
  expect(readdirSync(folder)).toEqual([])
})

it('죽은 서버의 폴더는 다음 서버가 쓴다', () => {
  dieHolding()
  takeAs(one)
  expect(() => takeAs(other)).toThrow(`in use by process ${one}`)
})

it('죽은 서버가 쓰던 번호를 다시 받은 서버도 시작한다', () => {
  dieHolding()
  expect(takeAs(killed)).toBeTypeOf('function')
})

it('죽은 서버의 폴더를 두 서버가 한꺼번에 집어도 둘 다 갖지는 못한다', () => {
  dieHolding()
  let second: unknown
  meanwhile = () => {
    const looking = process.pid
    try {
      takeAs(other)
      second = 'has it'
    } catch (refused) {
      second = refused
    }
    Object.defineProperty(process, 'pid', { value: looking, configurable: true })
  }
  let first: unknown = 'has it'
  try {
    takeAs(one)
  } catch (refused) {
    first = refused
  }
  expect([first, second].filter((end) => end === 'has it').length).toBeLessThan(2)
  expect(second).toBeDefined()
})

it('폴더의 다른 파일은 건드리지 않는다', () => {
  writeFileSync(join(folder, 'sandbox.json'), '{}')
  takeAs(one)
  expect(readdirSync(folder)).toContain('sandbox.json')
})
