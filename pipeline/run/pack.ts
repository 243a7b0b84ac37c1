import {closeSync, existsSync, openSync, readSync} from 'node:fs'
import {join} from 'node:path'
import type {WrittenFile} from '../package/description.ts'
import type {Article, Message} from '../tree/types.ts'
import {sha256Hex} from './digests.ts'
import {disk} from './disk.ts'

/** What is kept of one source: what its files and those of the whole edition are made from. */
export interface Kept {
  readonly id: string
  /** Of the source, below `sources/`. */
  readonly path: string
  readonly article: Article | null
  readonly messages: readonly Message[]
  /** How many of the messages, the first ones, are about the source: the rest is of checks. */
  readonly found: number
  /** What was written of it. */
  readonly files: readonly WrittenFile[]
  /** Links of its pages that leave its folder. */
  readonly links: readonly PageLink[]
  /** What gathers keep of it, by the name of the output. */
  readonly parts: Readonly<Record<string, unknown>>
}

/** A link within the edition. */
export interface PageLink {
  readonly page: string
  readonly link: string
}

/** Where an entry lies: a pack, where in it, the bytes of its index and of all behind it, and the digest of the index. */
export interface Place {
  readonly pack: string
  readonly offset: number
  readonly indexBytes: number
  readonly bodyBytes: number
  readonly digest: string
}

/** The first line of an entry. Its sections follow, each a line of JSON. */
export interface EntryIndex extends Pick<Kept, 'id' | 'path' | 'found'> {
  /** By name (`article`, `messages`, `files`, `links`, `part <output>`) the bytes and the digest of each, in their order. */
  readonly sections: Readonly<Record<string, readonly [bytes: number, digest: string]>>
}

/** The section that has what an output keeps. */
export const partSection = (output: string): string => `part ${output}`

/** Writes what was made of articles, one behind the other, into one file. */
export interface PackWriter {
  /** @param article the JSON of the article, where it is at hand */
  add(kept: Kept, article?: string): Place
  /** Takes over an entry of another pack as it is. */
  copy(bytes: Uint8Array, place: Place): Place
  end(): void
}

const pieceBytes = 1 << 20

/** @param name of a file that is not there yet */
export function createPack(folder: string, name: string): PackWriter {
  const path = join(folder, name)
  let waiting: Uint8Array[] = []
  let waitingBytes = 0
  let offset = 0
  const put = (bytes: Uint8Array): void => {
    waiting.push(bytes)
    waitingBytes += bytes.length
    offset += bytes.length
    if (waitingBytes > pieceBytes) flush()
  }
  const flush = (): void => {
    if (waitingBytes > 0) disk.append(path, Buffer.concat(waiting))
    waiting = []
    waitingBytes = 0
  }
  return {
    add(kept, article) {
      const {index, body} = printEntry(kept, article)
      const bodyBytes = body.reduce((sum, {length}) => sum + length, 0)
      const digest = digestOf(index)
      const place = {pack: name, offset, indexBytes: index.length, bodyBytes, digest}
      for (const bytes of [index, ...body]) put(bytes)
      return place
    },
    copy(bytes, place) {
      const moved = {...place, pack: name, offset}
      put(Uint8Array.from(bytes))
      return moved
    },
    end: flush
  }
}

function printEntry(
  kept: Kept,
  article = JSON.stringify(kept.article)
): {index: Buffer; body: readonly Buffer[]} {
  const {id, path, found, messages, files, links, parts} = kept
  const printed = Object.entries({
    ...{messages, files, links},
    ...Object.fromEntries(
      Object.entries(parts).map(([output, part]) => [partSection(output), part])
    )
  }).map(([name, value]) => [name, JSON.stringify(value)] as const)
  const all = [...printed, ['article', article] as const]
  const body = all.map(([, json]) => Buffer.from(`${json}\n`))
  const sections = Object.fromEntries(
    all.map(([name], n) => {
      const bytes = body[n] ?? Buffer.alloc(0)
      return [name, [bytes.length, digestOf(bytes)]] as const
    })
  )
  const index: EntryIndex = {id, path, found, sections}
  return {index: Buffer.from(`${JSON.stringify(index)}\n`), body}
}

const digestOf = (bytes: Uint8Array): string => sha256Hex(bytes).slice(0, 32)

/** Reads entries; null where one is damaged or gone. */
export interface PackReader {
  /** The whole entry, each byte of it verified; good until the next one is read. */
  bytes(place: Place): Uint8Array | null
  index(place: Place): EntryIndex | null
  /** The JSON of a section: no other is read. */
  section(place: Place, name: string): string | null
  close(): void
}

/** @param folder of the packs */
export function openPacks(folder: string): PackReader {
  const {read, close} = openFiles(folder)
  // The sections of an entry are read one after the other.
  let last: {readonly place: Place; readonly index: EntryIndex | null} | undefined
  const index = (place: Place): EntryIndex | null => {
    if (last?.place !== place) last = {place, index: readIndex(place)}
    return last.index
  }
  const readIndex = ({pack, offset, indexBytes, digest}: Place): EntryIndex | null => {
    const line = read(pack, offset, indexBytes)
    return line && digestOf(line) === digest ? JSON.parse(String(line)) : null
  }
  const section = (place: Place, wanted: string): string | null => {
    const known = index(place)
    let at = place.offset + place.indexBytes
    for (const [name, [bytes, digest]] of Object.entries(known?.sections ?? {})) {
      if (name === wanted) {
        const line = read(place.pack, at, bytes)
        return line && digestOf(line) === digest ? String(line) : null
      }
      at += bytes
    }
    return null
  }
  return {
    index,
    section,
    bytes(place) {
      const known = index(place)
      if (!known) return null
      const whole = Object.keys(known.sections).every(
        (name) => section(place, name) !== null
      )
      return whole
        ? read(place.pack, place.offset, place.indexBytes + place.bodyBytes)
        : null
    },
    close
  }
}

/** Reads pieces of files that stay open. */
function openFiles(folder: string) {
  const files = new Map<string, number>()
  let buffer = Buffer.alloc(1 << 16)
  const fileOf = (pack: string): number | undefined => {
    const path = join(folder, pack)
    const known = files.get(pack) ?? (existsSync(path) ? openSync(path, 'r') : undefined)
    if (known !== undefined) files.set(pack, known)
    return known
  }
  const read = (pack: string, offset: number, length: number): Buffer | null => {
    const file = fileOf(pack)
    if (file === undefined || !(length > 0)) return null
    if (buffer.length < length) buffer = Buffer.alloc(length * 2)
    const count = readSync(file, buffer, 0, length, offset)
    return count === length ? buffer.subarray(0, length) : null
  }
  const close = (): void => {
    for (const file of files.values()) closeSync(file)
    files.clear()
  }
  return {read, close}
}
