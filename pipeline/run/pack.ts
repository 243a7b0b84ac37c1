import {createHash} from 'node:crypto'
import {closeSync, existsSync, openSync, readSync} from 'node:fs'
import {join} from 'node:path'
import type {WrittenFile} from '../package/description.ts'
import type {Article, Message} from '../tree/types.ts'
import {disk} from './disk.ts'

/** What is known of an article without its tree. */
export interface Head {
  readonly id: string
  /** Of the source, below `sources/`. */
  readonly path: string
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

/** Where an entry lies: a pack, where in it, and the digest of its bytes. */
export interface Place {
  readonly pack: string
  readonly offset: number
  readonly headBytes: number
  readonly treeBytes: number
  readonly digest: string
}

/** Writes what was made of articles, one behind the other, into one file. */
export interface PackWriter {
  add(head: Head, article: Article | null): Place
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
    add(head, article) {
      const headLine = Buffer.from(`${JSON.stringify(head)}\n`)
      const treeLine = Buffer.from(`${JSON.stringify(article)}\n`)
      const place = {
        pack: name,
        offset,
        headBytes: headLine.length,
        treeBytes: treeLine.length,
        digest: digestOf([headLine, treeLine])
      }
      put(headLine)
      put(treeLine)
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

const digestOf = (parts: readonly Uint8Array[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex').slice(0, 32)
}

/** Reads entries; null where one is damaged or gone. */
export interface PackReader {
  bytes(place: Place): Uint8Array | null
  head(place: Place): Head | null
  /** The tree is parsed when it is asked for. */
  entry(place: Place): {head: Head; article: () => Article | null} | null
  close(): void
}

/** @param folder of the packs */
export function openPacks(folder: string): PackReader {
  const files = new Map<string, number>()
  let buffer = Buffer.alloc(1 << 16)
  const fileOf = (pack: string): number | undefined => {
    const path = join(folder, pack)
    const known = files.get(pack) ?? (existsSync(path) ? openSync(path, 'r') : undefined)
    if (known !== undefined) files.set(pack, known)
    return known
  }
  const bytes = ({pack, offset, headBytes, treeBytes, digest}: Place) => {
    const file = fileOf(pack)
    const length = headBytes + treeBytes
    if (file === undefined || !(length > 0)) return null
    if (buffer.length < length) buffer = Buffer.alloc(length * 2)
    const read = readSync(file, buffer, 0, length, offset)
    const found = buffer.subarray(0, length)
    return read === length && digestOf([found]) === digest ? found : null
  }
  return {
    bytes,
    head(place) {
      const found = bytes(place)
      return found && JSON.parse(String(found.subarray(0, place.headBytes)))
    },
    entry(place) {
      const found = bytes(place)
      if (!found) return null
      const head: Head = JSON.parse(String(found.subarray(0, place.headBytes)))
      const tree = String(found.subarray(place.headBytes))
      return {head, article: () => JSON.parse(tree)}
    },
    close() {
      for (const file of files.values()) closeSync(file)
      files.clear()
    }
  }
}
