import {closeSync, fstatSync, openSync, readSync} from 'node:fs'
import {inflateRawSync} from 'node:zlib'

/** A file of an archive. */
export interface ZipEntry {
  readonly name: string
  /** Its bytes, whole. @throws where they cannot be unpacked */
  read(): Uint8Array
}

/** An archive that cannot be read as one. */
export class BrokenZipError extends Error {}

/**
 * Goes through the files of an archive by its directory, one at a time; ZIP64 included.
 * @throws BrokenZipError where the directory is damaged or missing
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function* readZip(path: string): Generator<ZipEntry> {
  const archive = openSync(path, 'r')
  try {
    const take = (offset: number, length: number): Buffer =>
      slice(archive, offset, length)
    const {count, offset, size} = findDirectory(take, fstatSync(archive).size)
    const directory = take(offset, size)
    let at = 0
    for (let n = 0; n < count; n++) {
      if (at + 46 > size || directory.readUInt32LE(at) !== 0x02014b50)
        throw new BrokenZipError('its directory ends before its last file')
      const record = readRecord(directory, at)
      at += record.length
      if (!record.name.endsWith('/'))
        yield {name: record.name, read: () => unpack(take, record)}
    }
  } finally {
    closeSync(archive)
  }
}

type Take = (offset: number, length: number) => Buffer

function slice(archive: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  if (readSync(archive, bytes, 0, length, offset) < length)
    throw new BrokenZipError('it ends too early')
  return bytes
}

interface Directory {
  readonly count: number
  readonly size: number
  readonly offset: number
}

/** The end record may be followed by a comment of up to 64 KiB. */
function findDirectory(take: Take, length: number): Directory {
  const tailLength = Math.min(length, 22 + 0xffff)
  const tail = take(length - tailLength, tailLength)
  const at = tail.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (at < 0) throw new BrokenZipError('it has no directory')
  const end = tail.subarray(at)
  const found = {
    count: end.readUInt16LE(10),
    size: end.readUInt32LE(12),
    offset: end.readUInt32LE(16)
  }
  const locator = at >= 20 ? tail.subarray(at - 20, at) : Buffer.alloc(0)
  if (locator.length === 0 || locator.readUInt32LE(0) !== 0x07064b50) return found
  const wide = take(Number(locator.readBigUInt64LE(8)), 56)
  return {
    count: Number(wide.readBigUInt64LE(32)),
    size: Number(wide.readBigUInt64LE(40)),
    offset: Number(wide.readBigUInt64LE(48))
  }
}

interface Record {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly offset: number
  /** Of the record itself. */
  readonly length: number
}

function readRecord(directory: Buffer, at: number): Record {
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
    directory.readUInt16LE(at + field)
  )
  const nameEnd = at + 46 + (nameLength ?? 0)
  const extra = directory.subarray(nameEnd, nameEnd + (extraLength ?? 0))
  const offset = directory.readUInt32LE(at + 42)
  return {
    name: directory.toString('utf8', at + 46, nameEnd),
    method: directory.readUInt16LE(at + 10),
    packed: directory.readUInt32LE(at + 20),
    size: directory.readUInt32LE(at + 24),
    offset: offset === 0xffffffff ? wideOffset(extra) : offset,
    length: 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0)
  }
}

/** Our writer gives the offset alone in its ZIP64 field; others put sizes before it. */
function wideOffset(extra: Buffer): number {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    const length = extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === 1 && length >= 8)
      return Number(extra.readBigUInt64LE(at + 4 + length - 8))
  }
  throw new BrokenZipError('a file of it has no place')
}

function unpack(take: Take, {method, offset, packed, size}: Record): Uint8Array {
  const header = take(offset, 30)
  const start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const bytes = take(start, packed)
  if (method === 0) return bytes
  if (method !== 8) throw new BrokenZipError(`it is packed by method ${method}`)
  return inflateRawSync(bytes, {maxOutputLength: Math.max(size, 1)})
}
