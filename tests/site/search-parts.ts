import {lightStem} from '../../pipeline/language/search.ts'
import {encodeHits, encodeRuns, runsOf} from '../../pipeline/site/search-codec.ts'
import type {SearchPart} from '../../pipeline/site/search-entries.ts'
import {searchIndex} from '../../pipeline/site/search-index.ts'
import type {Edition} from '../../pipeline/source/types.ts'

/** Documents of each article. */
const perArticle = 20
const kinds = 400

/** An article of the edition below: what its words are follows from its number. */
export interface Made {
  readonly part: SearchPart
  /** Words of each document. */
  readonly texts: readonly (readonly string[])[]
  readonly year: string
  readonly language: string
}

/** Numbers from 0 to 1 that are the same each time. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

const letters = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي']
const next = numbers(7)
const vocabulary = Array.from({length: 30_000}, () =>
  Array.from(
    {length: 4 + Math.floor(next() * 4)},
    () => letters[Math.floor(next() * 28)]
  ).join('')
)
/** By the law of Zipf: the first word stands in nearly every document. */
export const wordAt = (share: number): string =>
  vocabulary[Math.floor(vocabulary.length ** share) - 1] ?? ''

const texts = Array.from({length: kinds}, (_, kind) => {
  const draw = numbers(kind + 1)
  return Array.from({length: perArticle}, () =>
    Array.from({length: 40}, () => wordAt(draw()))
  )
})

const wordsOf = texts.map((documents) => {
  const hits = new Map<string, number[]>()
  for (const [n, words] of documents.entries())
    for (const word of new Set(words)) hits.set(word, [...(hits.get(word) ?? []), n * 2])
  return [...hits]
    .map(([word, list]) => `${lightStem(word)} ${word} ${encodeHits(list)}`)
    .sort()
})

/** An edition of many articles, made without their texts; newest first, as the index numbers them. */
export function articleAt(n: number, count: number): Made {
  const kind = n % kinds
  const year = String(2024 - Math.floor((n * 10) / count))
  const language = n % 3 === 0 ? 'en' : 'ar'
  const slug = `a-${String(n).padStart(6, '0')}`
  const all = encodeRuns([[0, perArticle]])
  const spoken = encodeRuns(runsOf([2, 4, 6, 8]))
  return {
    ...{year, language, texts: texts[kind] ?? []},
    part: {
      ...{slug, title: slug, date: `${year}-01-01`, language, collection: `c${n % 5}`},
      documents: perArticle,
      anchors: Array.from({length: perArticle}, (_, at) => `p-${at}`).join(' '),
      chunks: [0, 10],
      words: wordsOf[kind] ?? [],
      facets: [
        `Cc${n % 5} ${all}`,
        `Kdialogue ${spoken}`,
        `L${language} ${all}`,
        `Pspeaker-${n % 300} ${spoken}`,
        `Y${year} ${all}`
      ],
      people: [{id: `speaker-${n % 300}`, names: [`متحدث${n % 300}`], speaks: true}],
      headline: Object.fromEntries(
        (texts[kind]?.[0] ?? []).slice(0, 8).map((word) => [lightStem(word), word])
      )
    }
  }
}

/** Writes the index of that edition. @returns its files, and the most memory that was in use, in bytes */
export async function indexOf(count: number, edition: Edition) {
  const files = new Map<string, string>()
  let mostBytes = 0
  let passes = 0
  const parts = {
    async *[Symbol.asyncIterator]() {
      passes++
      for (let n = 0; n < count; n++) {
        if (n % 5000 === 0) mostBytes = Math.max(mostBytes, process.memoryUsage().rss)
        yield articleAt(n, count).part
      }
    }
  }
  for await (const {path, bytes} of searchIndex.edition?.(parts, edition) ?? [])
    files.set(path, String(bytes))
  const read = (path: string): string =>
    files.get(path) ??
    `warraqSearch(${JSON.stringify(nameOf(path))},${JSON.stringify(pieceOf(path))})`
  return {files, read, passes, mostBytes}
}

/** `<slug>/1` of `articles/<slug>/text-1.js`. */
const nameOf = (path: string): string =>
  path.replace(/^articles\/(.+)\/text-(\d)\.js$/u, '$1/$2')

const pieceOf = (path: string) => {
  const [slug = '', piece] = nameOf(path).split('/')
  const first = piece === '2' ? 10 : 0
  const documents = (texts[Number(slug.slice(2)) % kinds] ?? []).slice(first, first + 10)
  return {
    ...{title: slug, language: 'ar', direction: 'rtl', first},
    documents: documents.map((words, n) => [`p-${first + n}`, '', words.join(' ')])
  }
}
