import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {beforeAll, describe, expect, test} from 'vitest'
import {buildEdition} from '../../pipeline/run/build.ts'
import {
  decodeHits,
  decodeRuns,
  encodeHits,
  encodeRuns,
  runsOf
} from '../../pipeline/site/search-codec.ts'
import {seedSources} from '../support/edition.ts'
import {digestsOf, newFolder} from '../support/files.ts'
import {openIndex} from './search-edition.ts'

const seed = join(newFolder(), 'dist')
const road = join(newFolder(), 'dist')

beforeAll(async () => {
  await buildEdition({sources: seedSources, out: seed})
  await buildEdition({
    sources: fileURLToPath(new URL('../editions/paper-road', import.meta.url)),
    out: road
  })
})

const indexOf = (out: string) =>
  openIndex((path) => readFileSync(join(out, path), 'utf8'))
const find = async (out: string, query: string, facets: readonly string[] = []) =>
  (await indexOf(out).search(query, facets)).shown

describe('the seed', () => {
  test('a result is a permalink to a turn, with the words marked as they are printed', async () => {
    const [first] = await find(seed, 'تهنئة')
    expect(first?.slug).toBe('witkoff-ushakov-call')
    expect(first?.anchor).toMatch(/^turn-\d{3}$/u)
    expect(first?.snippet.filter(({isMark}) => isMark).length).toBeGreaterThan(0)
    const page = readFileSync(join(seed, `articles/${first?.slug}/index.html`), 'utf8')
    expect(page).toContain(`id="${first?.anchor}"`)
  })

  test('each spelling of a name finds the other, and the name in another language both', async () => {
    const [a, b, c] = await Promise.all(
      ['ترامب', 'ترمب', 'Trump'].map((query) => indexOf(seed).search(query))
    )
    expect(a?.documents.length).toBeGreaterThan(4)
    expect([...(a?.documents ?? [])].sort()).toEqual([...(b?.documents ?? [])].sort())
    expect([...(c?.documents ?? [])].sort()).toEqual([...(a?.documents ?? [])].sort())
  })

  test('what is printed as it was typed stands before what has the same stem', async () => {
    const shown = await find(seed, 'الاتفاق')
    const marked = shown.map(({snippet}) =>
      snippet.filter(({isMark}) => isMark).some(({text}) => text === 'الاتفاق')
    )
    expect(marked[0]).toBe(true)
    expect(marked).toEqual([...marked].sort((x, y) => Number(y) - Number(x)))
  })

  test('somebody who is named is offered with what they say', async () => {
    const {people} = await indexOf(seed).search('أوشاكوف')
    expect(people).toEqual([{id: 'yuri-ushakov', name: 'يوري أوشاكوف', turns: 22}])
    const said = await indexOf(seed).search('', ['Pyuri-ushakov'])
    expect(said.documents.length).toBe(22)
    expect(said.shown.every(({speaker}) => speaker === 'يوري أوشاكوف')).toBe(true)
  })

  test('all words are wanted; where no place has them, some are shown and it is said', async () => {
    expect((await indexOf(seed).search('خطة سلام')).hasAll).toBe(true)
    const some = await indexOf(seed).search('خطة مصنعالورق')
    expect(some.hasAll).toBe(false)
    expect(some.documents.length).toBeGreaterThan(0)
    expect((await indexOf(seed).search('مصنعالورق')).documents).toEqual([])
  })
})

describe('an edition in eight languages', () => {
  test.each([
    ['de', 'Papiermachers', /Papiermacher/u],
    ['en', 'catalogues', /catalogue/iu],
    ['fr', 'moulins', /moulin/iu],
    ['ru', 'бумаги', /бумаг/iu],
    ['es', 'hoja', /hojas?/iu],
    ['he', 'ספר', /ספר/u],
    ['fa', 'کتاب', /کتاب/u]
  ])('in %s, %s finds its other forms', async (language, query, form) => {
    const shown = await find(road, query, [`L${language}`])
    expect(shown.length).toBeGreaterThan(0)
    for (const result of shown) {
      expect(result.language).toBe(language)
      expect(result.snippet.map(({text}) => text).join('')).toMatch(form)
    }
  })

  test('facets narrow, and stand together', async () => {
    const every = await indexOf(road).search('', ['Kdialogue'])
    const some = await indexOf(road).search('', ['Kdialogue', 'Len'])
    expect(some.documents.length).toBeGreaterThan(0)
    expect(some.documents.length).toBeLessThan(every.documents.length)
    expect(some.documents.every((n) => every.documents.includes(n))).toBe(true)
  })

  test('each turn, paragraph and heading can be found by its own words', async () => {
    const index = indexOf(road)
    const everything = await index.search('', ['Kdialogue'], 400)
    for (const {snippet, anchor, slug} of everything.shown) {
      const text = snippet
        .map((part) => part.text)
        .join('')
        .replace(/…/gu, '')
      const found = await index.search(`${text} `, [], 3)
      expect([text, found.shown.map((each) => `${each.slug}#${each.anchor}`)]).toEqual([
        text,
        expect.arrayContaining([`${slug}#${anchor}`])
      ])
    }
  })

  test('built again it is the same', async () => {
    const again = join(newFolder(), 'dist')
    await buildEdition({
      sources: fileURLToPath(new URL('../editions/paper-road', import.meta.url)),
      out: again
    })
    const parts = (out: string) =>
      Object.entries(digestsOf(out)).filter(([path]) =>
        /^search|text-\d+\.js$/u.test(path)
      )
    expect(parts(again)).toEqual(parts(road))
    expect(parts(road).length).toBeGreaterThan(15)
  })
})

test('numbers come back as they were written', () => {
  const hits = [0, 3, 4, 5000, 2_000_001]
  expect(decodeHits(encodeHits(hits))).toEqual(hits)
  const runs = runsOf([0, 1, 2, 7, 9, 10, 5_000_000])
  expect(runs).toEqual([
    [0, 3],
    [7, 1],
    [9, 2],
    [5_000_000, 1]
  ])
  expect(decodeRuns(encodeRuns(runs))).toEqual(runs)
})
