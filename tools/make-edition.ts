/**
 * Writes a folder of sources of any size for measurements: distinct variants of the seed in several collections.
 * The same count and number give the same bytes: `npx tsx tools/make-edition.ts COUNT FOLDER [NUMBER]`.
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

/** Half of the words are others, a fifth of the lines is left out; who speaks, dates and names stay. */
function variant(n: number, number: number): string {
  const roll = dice(number * 1_000_003 + n)
  const [, ...lines] = text.split('\n')
  const kept = lines.filter((line, at) => at < 6 || line === '' || line.length < 30 || roll() < 0.8)
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
export function makeSources(count: number, folder: string, number = 1): void {
  mkdirSync(folder, {recursive: true})
  for (const name of ['authorities.yaml', 'edition.yaml']) cpSync(join(seed, name), join(folder, name))
  for (const name of collections) {
    mkdirSync(join(folder, name), {recursive: true})
    cpSync(join(seed, 'sinai-news/collection.yaml'), join(folder, name, 'collection.yaml'))
  }
  for (let n = 0; n < count; n++) writeFileSync(join(folder, articlePath(n)), variant(n, number))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [count, folder, number] = process.argv.slice(2)
  if (folder === undefined) throw new Error('usage: make-edition.ts COUNT FOLDER [NUMBER]')
  makeSources(Number(count), folder, Number(number ?? 1))
}
