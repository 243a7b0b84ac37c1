/**
 * Writes a folder of sources of any size for measurements, in several collections: distinct variants of the seed, 9 KB each, or
 * news of the usual length, 1.5 to 3 KB each: the same opening, three or four of its paragraphs, four to eight of its turns. The
 * same count, number and kind give the same bytes: `npx tsx tools/make-edition.ts COUNT FOLDER [NUMBER] [seed|news]`.
 */
import {cpSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'

const seed = fileURLToPath(new URL('../sources', import.meta.url))
const text = readFileSync(join(seed, 'sinai-news/witkoff-ushakov-call.txt'), 'utf8')
const authorities = readFileSync(join(seed, 'authorities.yaml'), 'utf8')

/** Collections over which articles are spread. */
const collections = ['canal-herald', 'delta-times', 'nile-review', 'red-sea-post', 'sinai-echo']
const months = ['يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو', 'يوليو', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر']

const isName = new Set(authorities.match(/\p{L}{3,}/gu))
const words = [...new Set(text.match(/\p{L}{3,}/gu))].filter((word) => !isName.has(word) && !months.includes(word))
const isWord = new Set(words)

/** Mulberry32: small, and the same on every machine. */
function dice(number: number): () => number {
  let state = number >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What an article has of the seed: nearly all of it, or as much as news of the usual length. */
export type Kind = 'seed' | 'news'

const [, ...lines] = text.split('\n')
const firstTurn = lines.findIndex((line) => /^\p{L}+ \p{L}+: /u.test(line))
const isParagraph = (line: string): boolean => line.length >= 120 && line.length <= 350

/** The lines of an article, before their words change. */
const choose: Readonly<Record<Kind, (roll: () => number) => readonly string[]>> = {
  /** A fifth of the lines is left out. */
  seed: (roll) => lines.filter((line, at) => at < 6 || line === '' || line.length < 30 || roll() < 0.8),
  news(roll) {
    const told = lines.slice(5, firstTurn).filter(isParagraph)
    const first = Math.floor(roll() * (told.length - 3))
    const paragraphs = told.slice(first, first + 3 + Math.floor(roll() * 2))
    const said = lines.slice(firstTurn).filter((line) => /^\p{L}+: /u.test(line) && line.length < 200)
    const from = Math.floor(roll() * (said.length - 8))
    const turns = [...lines.slice(firstTurn, firstTurn + 2), ...said.slice(from, from + 2 + Math.floor(roll() * 5))]
    return [...lines.slice(0, 4), '', ...paragraphs.flatMap((line) => [line, '']), ...lines.slice(firstTurn - 2, firstTurn), ...turns]
  }
}

/** Half of the words are others; who speaks, dates and names stay. */
function variant(n: number, number: number, kind: Kind): string {
  const roll = dice(number * 1_000_003 + n)
  const kept = choose[kind](roll)
  const changed = kept.map((line, at) =>
    at < 3 ? line : line.replace(/\p{L}{3,}/gu, (word) => (isWord.has(word) && roll() < 0.5 ? (words[Math.floor(roll() * words.length)] ?? word) : word))
  )
  const minute = String(n % 60).padStart(2, '0')
  return [`${1 + (n % 28)} ${months[Math.floor(n / 28) % 12]} ${2005 + (Math.floor(n / 336) % 20)} ${10 + (n % 10)}:${minute}`, ...changed].join('\n')
}

/** Where an article of a made edition lies below its folder. */
export const articlePath = (n: number): string =>
  `${collections[n % collections.length]}/article-${String(n).padStart(6, '0')}.txt`

/** Writes so many articles and the declarations of the seed below a folder. */
export function makeSources(count: number, folder: string, {number = 1, kind = 'seed'}: {number?: number; kind?: Kind} = {}): void {
  mkdirSync(folder, {recursive: true})
  for (const name of ['authorities.yaml', 'edition.yaml']) cpSync(join(seed, name), join(folder, name))
  for (const name of collections) {
    mkdirSync(join(folder, name), {recursive: true})
    cpSync(join(seed, 'sinai-news/collection.yaml'), join(folder, name, 'collection.yaml'))
  }
  for (let n = 0; n < count; n++) writeFileSync(join(folder, articlePath(n)), variant(n, number, kind))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [count, folder, number, kind] = process.argv.slice(2)
  if (folder === undefined) throw new Error('usage: make-edition.ts COUNT FOLDER [NUMBER] [seed|news]')
  makeSources(Number(count), folder, {number: Number(number ?? 1), kind: kind === 'news' ? 'news' : 'seed'})
}
