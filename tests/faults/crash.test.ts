import {spawn} from 'node:child_process'
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {openJournal} from '../../pipeline/run/journal.ts'
import {startWarraq, warraq} from '../support/command.ts'
import {editionOfTwo, writeSources} from '../support/edition.ts'
import {digestsOf, newFolder} from '../support/files.ts'
import {
  cacheOf,
  changesOf,
  createStand,
  faultAfter,
  faultAfterTime,
  leftovers,
  millisecondsOf,
  pointsOf,
  ways
} from './stand.ts'

const sources = editionOfTwo()

function built(): {out: string; digests: Record<string, string>} {
  const out = join(newFolder(), 'dist')
  expect(warraq(['build', sources, '--out', out, '--quiet']).status).toBe(0)
  return {out, digests: digestsOf(out)}
}

const {'made by threads': byThreads, ...byOne} = ways

describe.each(Object.entries(byOne))('making an edition that is %s', (_how, way) => {
  const stand = createStand(way)
  const most = Math.min(changesOf(stand), changesOf(stand))

  test.each([
    ...pointsOf(20_251_126, 3, most).map((point) => `${point}:kill`),
    ...pointsOf(20_251_127, 1, most).map((point) => `${point}:torn`),
    `${most - 2}:kill`,
    ...pointsOf(20_251_128, 1, most).map((point) => `${point}:ENOSPC`),
    `${most - 2}:EIO`
  ])(
    'that meets %s leaves an edition that is whole, and the next is as if nothing had happened',
    (fault) => expect(faultAfter(stand, fault)).toBeNull()
  )
})

test('threads that are killed with their build leave an edition that is whole', () => {
  const stand = createStand(byThreads)
  const whole = millisecondsOf(stand)
  for (const share of [0.4, 0.7, 0.9])
    expect(faultAfterTime(stand, whole * share)).toBeNull()
})

test('a journal that is cut anywhere in its last line gives all lines before it', () => {
  const path = join(newFolder(), 'progress')
  const place = {
    pack: 'pack',
    offset: 0,
    headBytes: 1,
    treeBytes: 1,
    indexBytes: 1,
    bodyBytes: 1,
    digest: 'a'
  }
  const done = ['one', 'two', 'three'].map((slug) => ({
    ...{
      slug,
      around: '',
      place,
      names: 'index.html',
      made: 'b',
      from: 'c',
      sizeBytes: 1,
      counts: '0 0 0'
    }
  }))
  openJournal(path, 'head').noteDone(done)
  const whole = readFileSync(path)
  const last = whole.lastIndexOf('\n', whole.length - 2) + 1
  for (let end = last; end <= whole.length; end++) {
    writeFileSync(path, whole.subarray(0, end))
    const isWhole = end >= whole.length - 1
    const read = openJournal(path, 'head')
    expect([...read.done.keys()]).toEqual(
      isWhole ? ['one', 'two', 'three'] : ['one', 'two']
    )
    read.noteDone(done.slice(2))
    expect([...openJournal(path, 'head').done.values()]).toEqual(done)
  }
})

test('what a killed build began to write counts as nothing', () => {
  const {out, digests} = built()
  const cache = cacheOf(out)
  for (const name of ['manifest.new', 'manifest.next', 'messages.next', 'patch.new'])
    writeFileSync(join(cache, name), 'warraq mani')
  writeFileSync(join(cache, 'scratch-0-1'), 'half a li')
  writeFileSync(join(cache, 'lock.4194303'), '4194303')
  mkdirSync(join(cache, 'staging/articles/ghost'), {recursive: true})
  writeFileSync(join(cache, 'staging/articles/ghost/index.html'), '<!doct')
  expect(warraq(['build', sources, '--out', out, '--quiet']).status).toBe(0)
  expect(digestsOf(out)).toEqual(digests)
  expect(leftovers(out)).toEqual([])
})

test('two builds begun at once give one edition: one is refused, or comes after the other', async () => {
  const {out, digests} = built()
  const runs = [1, 2, 3].map(() => {
    const child = startWarraq(['build', sources, '--out', out, '--fresh', '--quiet'])
    return new Promise<number | null>((done) => child.on('exit', done))
  })
  const statuses = await Promise.all(runs)
  expect(statuses).toContain(0)
  expect(statuses.filter((status) => status !== 0 && status !== 2)).toEqual([])
  expect(digestsOf(out)).toEqual(digests)
  expect(leftovers(out)).toEqual([])
})

test('a source that is written while it is read is published as it was at one moment', async () => {
  const textOf = (time: string): string =>
    `A ship comes home\n5 March 2024\n\n${`The ship came at ${time}. `.repeat(500)}\n`
  const texts = ['noon', 'dusk'].map(textOf)
  const root = writeSources({'press/ship.txt': texts[0] ?? ''})
  const out = join(newFolder(), 'dist')
  const writer = spawn(process.execPath, [
    '-e',
    `const {writeFileSync} = require('node:fs'); const textOf = ${textOf}; for (let n = 0; ; n++) writeFileSync(process.argv[1], textOf(n % 2 ? 'noon' : 'dusk'), {flag: 'r+'})`,
    join(root, 'press/ship.txt')
  ])
  const {stdout} = warraq(['build', root, '--out', out, '--json'])
  const ended = new Promise((done) => writer.on('exit', done))
  writer.kill('SIGKILL')
  await ended
  const article = join(out, 'articles/ship/article.txt')
  if (existsSync(article)) {
    const text = readFileSync(article, 'utf8')
    expect(texts.some((each) => text.includes(each.slice(each.indexOf('The'), -2)))).toBe(
      true
    )
  } else expect(stdout).toContain('it changes while it is read')
  writeFileSync(join(root, 'press/ship.txt'), texts[1] ?? '')
  expect(warraq(['build', root, '--out', out, '--quiet']).status).toBe(0)
  expect(readFileSync(article, 'utf8')).not.toContain('noon')
})

describe('a build that is told to stop', () => {
  const {out, digests} = built()

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
