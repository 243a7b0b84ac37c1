/**
 * What other extractors find in a page, kept below `build/` by the page and the version of the extractor: they take long.
 * A line is written as soon as a page is read, so a run that was ended goes on where it was.
 */
import {createHash} from 'node:crypto'
import {appendFileSync, existsSync, mkdirSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import type {PageRecord} from './extraction-data.ts'
import {linesOf, type Peer, peers, type Prediction} from './extraction-peers.ts'

const folder = new URL('../build/extraction-peers/', import.meta.url).pathname
const require = createRequire(import.meta.url)

/** What was kept of a page: a prediction, or what went wrong. */
export type Kept = Prediction | {readonly fault: string}

/** The finds of one extractor in one version. */
export class PeerCache {
  readonly #path: string
  readonly #kept = new Map<string, Kept>()

  constructor(name: string, version: string) {
    this.#path = join(folder, `${name}-${version}.jsonl`)
    mkdirSync(folder, {recursive: true})
    if (!existsSync(this.#path)) return
    // The last line may have been cut off.
    for (const line of readFileSync(this.#path, 'utf8').split('\n').slice(0, -1)) {
      const {key, ...kept}: Kept & {key: string} = JSON.parse(line)
      this.#kept.set(key, kept)
    }
  }

  find(record: PageRecord): Kept | undefined {
    return this.#kept.get(keyOf(record))
  }

  keep(record: PageRecord, kept: Kept): void {
    const key = keyOf(record)
    this.#kept.set(key, kept)
    appendFileSync(this.#path, `${JSON.stringify({key, ...kept})}\n`)
  }
}

const keyOf = (record: PageRecord): string =>
  createHash('sha256').update(`${addressOf(record)}\n${record.html}`).digest('hex').slice(0, 32)

/** The address of a page, or one that nobody has. */
export const addressOf = ({url}: PageRecord): string => (URL.canParse(url ?? '') ? (url ?? '') : 'https://site.example/page')

/** The finds of one of the extractors of npm. */
export const cacheOf = (name: string): PeerCache => {
  const version = versionOf(peers[name]?.package ?? name)
  return new PeerCache(name, `${version}-linkedom-${versionOf('linkedom')}`)
}

/** What an extractor finds in a page, from the cache if it is there. */
export async function findBy(peer: Peer, cache: PeerCache, record: PageRecord): Promise<Kept> {
  const known = cache.find(record)
  if (known) return known
  const kept = await attempt(peer, record)
  cache.keep(record, kept)
  return kept
}

async function attempt(peer: Peer, record: PageRecord): Promise<Kept> {
  try {
    const {html, ...facts} = await quietly(() => peer.read(record.html, addressOf(record)))
    return {...facts, body: linesOf(html)}
  } catch (error) {
    return {fault: String(error).split('\n')[0] ?? ''}
  }
}

/** Extractors complain on the console of what they find. */
export async function quietly<Result>(run: () => Promise<Result>): Promise<Result> {
  const {warn, error, log} = console
  const silent = (): void => undefined
  Object.assign(console, {warn: silent, error: silent, log: silent})
  try {
    return await run()
  } finally {
    Object.assign(console, {warn, error, log})
  }
}

function versionOf(name: string): string {
  const path = join(dirname(require.resolve('linkedom/package.json')), '..', name, 'package.json')
  const {version}: {version: string} = JSON.parse(readFileSync(path, 'utf8'))
  return version
}
