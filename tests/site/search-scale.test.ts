import {beforeAll, expect, test} from 'vitest'
import {processSeed} from '../support/edition.ts'
import {openIndex} from './search-edition.ts'
import {articleAt, indexOf, wordAt} from './search-parts.ts'

const count = 5_000
let made: Awaited<ReturnType<typeof indexOf>>
const index = () => openIndex(made.read)

beforeAll(async () => {
  made = await indexOf(count, processSeed().edition)
})

/** Numbers of the documents that have all the words, and whose article suits. */
function documentsWith(
  words: readonly string[],
  suits: (article: ReturnType<typeof articleAt>, n: number) => boolean
): number[] {
  const found: number[] = []
  for (let n = 0; n < count; n++) {
    const article = articleAt(n, count)
    if (!suits(article, n)) continue
    for (const [at, text] of article.texts.entries())
      if (words.every((word) => text.includes(word))) found.push(n * 20 + at)
  }
  return found
}

const sorted = (numbers: readonly number[]): number[] =>
  [...numbers].sort((a, b) => a - b)

test('the index splits: no file of it is large but the way to all others', () => {
  const sizes = [...made.files].filter(([path]) =>
    /^search\/(?:terms|long|articles)-/u.test(path)
  )
  expect(sizes.length).toBeGreaterThan(50)
  for (const [path, text] of sizes)
    expect([path, text.length < 40_000]).toEqual([path, true])
  expect(made.files.get('search/manifest.js')?.length).toBeLessThan(40_000)
})

test.each([0.9, 0.7, 0.5])(
  'a word at %f of the vocabulary is found wherever it stands',
  async (share) => {
    const word = wordAt(share)
    const {documents, isCut, hasAll} = await index().search(`${word} `, [], 1)
    const expected = documentsWith([word], () => true)
    expect([hasAll, isCut]).toEqual([true, false])
    expect(documents).toEqual(expect.arrayContaining(expected))
  }
)

test('a word that stands nearly everywhere gives the newest, and says that there are more', async () => {
  const word = wordAt(0)
  const {documents, isCut} = await index().search(`${word} `, [], 1)
  const expected = documentsWith([word], () => true)
  expect(expected.length).toBeGreaterThan(20_000)
  expect(isCut).toBe(true)
  expect(documents.length).toBeGreaterThanOrEqual(6_000)
  expect(sorted(documents).slice(0, 5_000)).toEqual(expected.slice(0, 5_000))
})

test('facets of any size narrow exactly, the oldest articles too', async () => {
  const old = await index().search('', ['Y2015', 'Lar', 'Pspeaker-7'], 1)
  const expected = documentsWith(
    [],
    ({year, language}, n) => year === '2015' && language === 'ar' && n % 300 === 7
  )
  expect(sorted(old.documents)).toEqual(
    expected.filter((n) => [2, 4, 6, 8].includes(n % 20))
  )
  expect(old.documents.length).toBeGreaterThan(0)
})

test('a frequent word and the oldest year are found together', async () => {
  const word = wordAt(0.3)
  const found = await index().search(`${word} `, ['Y2015', 'Len'], 1)
  const expected = documentsWith(
    [word],
    ({year, language}) => year === '2015' && language === 'en'
  )
  expect(expected.length).toBeGreaterThan(0)
  expect(found.documents).toEqual(expect.arrayContaining(expected))
  for (const document of found.documents) {
    const {year, language} = articleAt(Math.floor(document / 20), count)
    expect([year, language]).toEqual(['2015', 'en'])
  }
})

test('a first search reads 150 KB at most, its ten results included', async () => {
  const sizes: number[] = []
  for (const query of [
    wordAt(0.9),
    wordAt(0.5),
    `${wordAt(0.4)} ${wordAt(0.6)}`,
    'متحدث7'
  ]) {
    const own = index()
    await own.search(`${query} `)
    sizes.push(own.bytesRead())
  }
  expect(sizes.every((size) => size > 0)).toBe(true)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(150_000)
})
