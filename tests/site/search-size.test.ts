import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {beforeAll, expect, test} from 'vitest'
import {checkSources} from '../../pipeline/run/build.ts'
import type {SearchPart} from '../../pipeline/site/search-entries.ts'
import {searchIndex} from '../../pipeline/site/search-index.ts'
import {searchText} from '../../pipeline/site/search-text.ts'
import {processSeed, writeSources} from '../support/edition.ts'
import {openIndex} from './search-edition.ts'

/** Articles of fifty paragraphs whose words follow the law of Zipf, made of Arabic syllables. */
function syntheticSources(count: number): Record<string, string> {
  let state = 7
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
  const letters = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي']
  const vocabulary = Array.from({length: 12_000}, () =>
    Array.from({length: 3 + Math.floor(next() * 4)}, () =>
      String(letters[Math.floor(next() * letters.length)])
    ).join('')
  )
  const word = (): string =>
    String(vocabulary[Math.floor(vocabulary.length ** next()) - 1] ?? vocabulary[0])
  const sentence = (length: number): string => `${Array.from({length}, word).join(' ')}.`
  const files: Record<string, string> = {
    'edition.yaml': 'baseUrl: https://press.example/\n'
  }
  for (let n = 0; n < count; n++)
    files[`press/article-${n}.txt`] = [
      `${Array.from({length: 8}, word).join(' ')}`,
      ...Array.from({length: 50}, () => sentence(30 + Math.floor(next() * 20)))
    ].join('\n\n')
  return files
}

const files = new Map<string, string>()
const asset = fileURLToPath(new URL('../../build/assets/search.js', import.meta.url))
const scriptBytes = readFileSync(asset).length

beforeAll(async () => {
  const {edition} = processSeed()
  const parts: (SearchPart | null)[] = []
  for await (const result of checkSources(writeSources(syntheticSources(300)))) {
    parts.push(searchIndex.part?.(result, edition) ?? null)
    for (const {path, bytes} of (result.article &&
      searchText.article?.(result.article, edition)) ||
      [])
      files.set(path, String(bytes))
  }
  const stream = {
    async *[Symbol.asyncIterator]() {
      yield* parts
    }
  }
  for await (const {path, bytes} of searchIndex.edition?.(stream, edition) ?? [])
    files.set(path, String(bytes))
})

const index = () => openIndex((path) => String(files.get(path)))

test('the script of the page is at most 15 KB', () => {
  expect(scriptBytes).toBeLessThanOrEqual(15_000)
})

test('with 300 articles of fifty paragraphs a first search reads 150 KB at most', async () => {
  const {shown} = await index().search('', ['Knarrative'], 300)
  const words = shown.flatMap(({snippet}) =>
    snippet.flatMap(({text}) => text.split(/[\s.…]+/u).filter((word) => word.length > 3))
  )
  const sizes: number[] = []
  for (let n = 0; n < 60; n++) {
    const own = index()
    const query = n % 2 === 0 ? words[n * 7] : `${words[n * 7]} ${words[n * 7 + 1]}`
    const found = await own.search(String(query))
    expect(found.documents.length).toBeGreaterThan(0)
    sizes.push(own.bytesRead() + scriptBytes)
  }
  expect(sizes.length).toBe(60)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(150_000)
})
