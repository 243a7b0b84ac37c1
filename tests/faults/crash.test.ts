import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {startWarraq, warraq} from '../support/command.ts'
import {editionOfTwo} from '../support/edition.ts'
import {digestsOf, newFolder} from '../support/files.ts'

const sources = editionOfTwo()

function built(): {out: string; digests: Record<string, string>} {
  const out = join(newFolder(), 'dist')
  expect(warraq(['build', sources, '--out', out, '--quiet']).status).toBe(0)
  return {out, digests: digestsOf(out)}
}

/** The folder beside an edition in which a build keeps what the next one needs. */
const cacheOf = (out: string): string => join(dirname(out), '.dist.cache')

/** What lies beside an edition and in that folder, and should not when no build is at work. */
const leftovers = (out: string): string[] => [
  ...readdirSync(dirname(out)).filter((name) => !['dist', '.dist.cache'].includes(name)),
  ...readdirSync(cacheOf(out)).filter(
    (name) => !/^(?:manifest|messages|pack-.+)$/u.test(name)
  )
]

describe('a build that is killed', () => {
  const {out, digests} = built()

  test.each([20, 60, 120, 200, 300, 400, 500, 650, 800])(
    'after %i ms leaves an edition that is whole, and the next build is as if nothing had happened',
    async (milliseconds) => {
      const child = startWarraq(['build', sources, '--out', out, '--fresh'])
      const ended = new Promise((done) => child.on('exit', done))
      setTimeout(() => child.kill('SIGKILL'), milliseconds)
      await ended
      if (existsSync(out)) expect(digestsOf(out)).toEqual(digests)
      expect(warraq(['build', sources, '--out', out, '--quiet']).status).toBe(0)
      expect(digestsOf(out)).toEqual(digests)
      expect(leftovers(out)).toEqual([])
    }
  )

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143]
  ] as const)(
    'by %s exits with %i, and the next build leaves nothing behind',
    async (signal, code) => {
      const child = startWarraq(['build', sources, '--out', out, '--fresh'])
      const ended = new Promise<number | null>((done) => child.on('exit', done))
      const waiting = setInterval(() => {
        if (existsSync(join(cacheOf(out), 'lock'))) child.kill(signal)
      }, 2)
      const status = await ended
      clearInterval(waiting)
      expect([code, 0]).toContain(status)
      expect(digestsOf(out)).toEqual(digests)
      expect(warraq(['build', sources, '--out', out, '--quiet']).status).toBe(0)
      expect(digestsOf(out)).toEqual(digests)
      expect(leftovers(out)).toEqual([])
    }
  )
})

test('an edition that was moved away by a killed build is put back', () => {
  const {out, digests} = built()
  const previous = join(cacheOf(out), 'previous')
  mkdirSync(previous)
  writeFileSync(join(previous, 'old'), 'old')
  expect(warraq(['build', sources, '--out', out, '--quiet']).status).toBe(0)
  expect(digestsOf(out)).toEqual(digests)
  expect(leftovers(out)).toEqual([])
})

test('a second build of the same edition is refused while the first is at work', () => {
  const {out, digests} = built()
  writeFileSync(join(cacheOf(out), 'lock'), String(process.pid))
  const second = warraq(['build', sources, '--out', out])
  expect(second.status).toBe(2)
  expect(second.stderr).toContain('Another build')
  expect(digestsOf(out)).toEqual(digests)
})

test('a lock whose process is gone does not count', () => {
  const {out, digests} = built()
  writeFileSync(join(cacheOf(out), 'lock'), '4194303')
  expect(warraq(['build', sources, '--out', out, '--quiet']).status).toBe(0)
  expect(digestsOf(out)).toEqual(digests)
})

test('a folder that is no edition is never replaced', () => {
  const out = join(newFolder(), 'thesis')
  mkdirSync(out)
  writeFileSync(join(out, 'chapter-1.txt'), 'three years of work')
  const refused = warraq(['build', sources, '--out', out])
  expect(refused.status).toBe(2)
  expect(refused.stderr).toContain('other files in it')
  expect(readFileSync(join(out, 'chapter-1.txt'), 'utf8')).toBe('three years of work')
})

test('an edition is not written over its sources', () => {
  const before = digestsOf(sources)
  for (const out of [sources, join(sources, 'dist'), dirname(sources)])
    expect(warraq(['build', sources, '--out', out]).status).toBe(2)
  expect(digestsOf(sources)).toEqual(before)
})

test('an edition stays as it was when a source cannot be processed: the others are published', () => {
  const root = editionOfTwo()
  writeFileSync(
    join(root, 'harbour-post/broken.txt'),
    Buffer.from([0x41, 0xff, 0xfe, 0x41])
  )
  const out = join(newFolder(), 'dist')
  const result = warraq(['build', root, '--out', out])
  expect(result.status).toBe(1)
  expect(result.stderr).toContain('read/invalid-bytes')
  expect(readdirSync(join(out, 'articles')).sort()).toEqual([
    'harbour-talks',
    'witkoff-ushakov-call'
  ])
  const report = readFileSync(join(out, 'report/report.json'), 'utf8')
  expect(report).toContain('harbour-post/broken.txt')
  expect(readFileSync(join(out, 'report/index.html'), 'utf8')).toContain('broken.txt')
})
