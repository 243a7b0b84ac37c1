import {
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import {dirname, join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {buildEdition} from '../../pipeline/run/build.ts'
import type {BuildOptions, BuildReport} from '../../pipeline/run/unchanged.ts'
import {isWhole, verifyFiles} from '../../pipeline/run/verify.ts'
import {writeSources} from '../support/edition.ts'
import {digestsOf, newFolder} from '../support/files.ts'

const talk = (day: number, answer: string): string =>
  `A talk\n${day} March 2024\n\nAnna Lind: What happened at the harbour on that day, and who was there?\nBo Ek: ${answer}\n`

const settings = 'baseUrl: https://press.example/\npictures: false\n'

/** An edition of three articles that was built. */
async function built(options: Partial<BuildOptions> = {}) {
  const sources = writeSources({
    'edition.yaml': settings,
    'press/first.txt': talk(1, 'One.'),
    'press/second.txt': talk(2, 'Two.'),
    'press/third.txt': talk(3, 'Three.')
  })
  const out = join(newFolder(), 'dist')
  const rebuild = (more: Partial<BuildOptions> = {}): Promise<BuildReport> =>
    buildEdition({sources, out, ...options, ...more})
  await rebuild()
  const anew = async (): Promise<Record<string, string>> => {
    const other = join(newFolder(), 'dist')
    await buildEdition({sources, out: other})
    return digestsOf(other)
  }
  return {sources, out, rebuild, anew, cache: join(dirname(out), '.dist.cache')}
}

test('of an article whose words changed nothing but itself is made again', async () => {
  const {sources, out, rebuild, anew} = await built()
  const stamps = stampsOf(out)
  writeFileSync(join(sources, 'press/second.txt'), talk(2, 'Two and a half.'))
  expect(await rebuild()).toMatchObject({made: 1, articles: 3})
  expect(digestsOf(out)).toEqual(await anew())
  const now = stampsOf(out)
  const kept = Object.keys(stamps).filter((path) => stamps[path] === now[path])
  expect(kept).toEqual(
    expect.arrayContaining([
      'articles/first/index.html',
      'articles/third/article.tei.xml',
      'assets/style.css',
      'about/index.html',
      'collections/press/index.html',
      'sitemap.xml',
      'feed.xml'
    ])
  )
})

/** When and as what each file was written: one that is kept has the same. */
function stampsOf(out: string): Record<string, string> {
  return Object.fromEntries(
    Object.keys(digestsOf(out)).map((path) => {
      const {ino, mtimeMs} = statSync(join(out, path))
      return [path, `${ino} ${mtimeMs}`]
    })
  )
}

test('a text of the same size and date, with other words, is seen', async () => {
  const {sources, out, rebuild, anew} = await built()
  const path = join(sources, 'press/first.txt')
  const {atime, mtime} = statSync(path)
  writeFileSync(path, talk(1, 'Two.'))
  utimesSync(path, atime, mtime)
  expect(await rebuild()).toMatchObject({made: 1})
  expect(digestsOf(out)).toEqual(await anew())
})

test.each([
  ['back', -3_600],
  ['forth', 3_600]
])('a clock that was set %s hides no change', async (_name, seconds) => {
  const {sources, out, rebuild, anew} = await built()
  const path = join(sources, 'press/third.txt')
  const then = new Date(statSync(path).mtimeMs + seconds * 1_000)
  writeFileSync(path, talk(3, 'Four.'))
  utimesSync(path, then, then)
  expect(await rebuild()).toMatchObject({made: 1})
  writeFileSync(path, talk(3, 'Five.'))
  utimesSync(path, then, then)
  expect(await rebuild()).toMatchObject({made: 1})
  expect(digestsOf(out)).toEqual(await anew())
})

describe.each([
  ['named anew', {}],
  ['changed in place', {patchFrom: 0}],
  ['changed in place and seen by folders', {patchFrom: 0, manyFiles: 0}]
])('an edition that is %s', (_name, options) => {
  test('gets back files that were deleted, of articles and of its own', async () => {
    const {out, rebuild, anew} = await built(options)
    for (const path of ['articles/first/article.txt', 'data/turns.csv', 'index.html'])
      rmSync(join(out, path))
    await rebuild()
    expect(digestsOf(out)).toEqual(await anew())
  })

  test('follows articles that come, change, move and go', async () => {
    const {sources, out, rebuild, anew} = await built(options)
    writeFileSync(join(sources, 'press/fourth.txt'), talk(4, 'Four.'))
    writeFileSync(join(sources, 'press/second.txt'), talk(2, 'Zwei.'))
    rmSync(join(sources, 'press/first.txt'))
    await rebuild()
    expect(digestsOf(out)).toEqual(await anew())
    expect(isWhole(verifyFiles(out))).toBe(true)
    expect(await rebuild()).toMatchObject({made: 0})
    expect(await rebuild({patchFrom: 0})).toMatchObject({made: 0})
  })
})

test('a file of the edition that was edited is made again; of one whose date hides it `verify` tells', async () => {
  const {out, rebuild, anew} = await built({patchFrom: 0})
  const path = join(out, 'data/turns.csv')
  writeFileSync(path, 'nothing')
  await rebuild()
  expect(digestsOf(out)).toEqual(await anew())
  const {atime, mtime} = statSync(path)
  const bytes = readFileSync(path)
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
  writeFileSync(path, bytes)
  utimesSync(path, atime, mtime)
  expect(verifyFiles(out).changed).toEqual(['data/turns.csv'])
  rmSync(path)
  await rebuild()
  expect(isWhole(verifyFiles(out))).toBe(true)
})

test('what is left for later is made by the next build, whoever makes it', async () => {
  const {sources, out, rebuild, anew} = await built()
  writeFileSync(join(sources, 'press/second.txt'), talk(2, 'Sorry.'))
  const page = join(out, 'articles/second/index.html')
  const table = join(out, 'data/turns.csv')
  await rebuild({pagesOnly: true, patchFrom: 0})
  expect(readFileSync(page, 'utf8')).toContain('Sorry.')
  expect(readFileSync(table, 'utf8')).not.toContain('Sorry.')
  await rebuild()
  expect(digestsOf(out)).toEqual(await anew())
  expect(await rebuild()).toMatchObject({made: 0})
})

test('a build that is called off leaves the edition whole, and the next one ends its work', async () => {
  const {sources, out, rebuild, anew} = await built()
  const before = digestsOf(out)
  writeFileSync(join(sources, 'press/second.txt'), talk(2, 'Never mind.'))
  await expect(rebuild({signal: AbortSignal.abort()})).rejects.toThrow()
  expect(digestsOf(out)).toEqual(before)
  await rebuild()
  expect(digestsOf(out)).toEqual(await anew())
})

describe('a cache that is damaged', () => {
  let edition: Awaited<ReturnType<typeof built>>
  let whole: Record<string, string>
  beforeAll(async () => {
    edition = await built()
    whole = await edition.anew()
  })
  const packs = (): string[] =>
    readdirSync(edition.cache)
      .filter((name) => name.startsWith('pack-'))
      .map((name) => join(edition.cache, name))

  /** Damages the packs, makes everything that is kept be read, and holds the edition against a clean one. */
  async function survives(damage: (path: string) => void): Promise<void> {
    for (const path of packs()) damage(path)
    rmSync(join(edition.out, 'data/turns.csv'))
    rmSync(join(edition.out, 'index.html'))
    rmSync(join(edition.out, 'data/corpus.tei.xml'))
    await edition.rebuild()
    expect(digestsOf(edition.out)).toEqual(whole)
  }

  test.each([0, 0.02, 0.1, 0.35, 0.5, 0.75, 0.98])(
    'at %d of its length gives the same edition',
    (share) =>
      survives((path) => {
        const bytes = readFileSync(path)
        const at = Math.floor(bytes.length * share)
        bytes[at] = (bytes[at] ?? 0) ^ 0x20
        writeFileSync(path, bytes)
      })
  )

  test.each([0, 0.3, 0.9])('or cut at %d gives the same edition', (share) =>
    survives((path) => truncateSync(path, Math.floor(statSync(path).size * share)))
  )

  test('or gone gives the same edition', () => survives((path) => rmSync(path)))

  test('in its manifest gives the same edition', async () => {
    const path = join(edition.cache, 'manifest')
    const bytes = readFileSync(path)
    for (const share of [0, 0.5, 0.999]) {
      const copy = Buffer.from(bytes)
      const at = Math.floor(copy.length * share)
      copy[at] = (copy[at] ?? 0) ^ 1
      writeFileSync(path, copy)
      await edition.rebuild()
      expect(digestsOf(edition.out)).toEqual(whole)
    }
  })
})
