import {crc32, inflateRawSync} from 'node:zlib'
import type {ByteSource} from './byte-source.ts'

/** A file of an archive. */
export interface ZipEntry {
  readonly name: string
  /** Unpacked, as the directory states it. */
  readonly sizeBytes: number
  readonly isStored: boolean
  /** Its bytes, whole. @throws where they cannot be unpacked, or are more than stated */
  read(): Uint8Array
  /** Whether its bytes unpack to what the directory has the digest of, and its own header says the same of it. */
  isAsPacked(): boolean
  /** Where its packed bytes lie in the archive. @throws BrokenZipError where it has no place there */
  span(): {start: number; end: number}
}

/** An archive that cannot be read as one. */
export class BrokenZipError extends Error {}

/**
 * Goes through the files of an archive by its directory, one at a time; ZIP64 included.
 * @throws BrokenZipError where the directory is damaged or missing
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function* readZip(archive: ByteSource): Generator<ZipEntry> {
  const take = (offset: number, length: number): Buffer => slice(archive, offset, length)
  const {count, offset, size} = findDirectory(take, archive.sizeBytes)
  if (size > archive.sizeBytes) throw new BrokenZipError('its directory is too large')
  const directory = take(offset, size)
  let at = 0
  for (let n = 0; n < count; n++) {
    if (at + 46 > size || directory.readUInt32LE(at) !== 0x02014b50)
      throw new BrokenZipError('its directory ends before its last file')
    const record = readRecord(directory, at)
    at += record.length
    if (record.name.endsWith('/')) continue
    yield {
      name: record.name,
      sizeBytes: record.size,
      isStored: record.method === 0,
      read: () => unpack(take, record),
      isAsPacked: () => isAsPacked(take, record),
      span: () => spanOf(take, record)
    }
  }
}

type Take = (offset: number, length: number) => Buffer

function slice(archive: ByteSource, offset: number, length: number): Buffer {
  if (!(offset >= 0 && offset + length <= archive.sizeBytes))
    throw new BrokenZipError('it ends too early')
  const bytes = archive.take(offset, offset + length)
  if (bytes.length < length) throw new BrokenZipError('it ends too early')
  return Buffer.from(bytes.buffer, bytes.byteOffset, length)
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
  if (end.length < 22) throw new BrokenZipError('its directory is cut off')
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
  readonly crc: number
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
  if (nameEnd + (extraLength ?? 0) > directory.length)
    throw new BrokenZipError('its directory ends within a file')
  const extra = directory.subarray(nameEnd, nameEnd + (extraLength ?? 0))
  const offset = directory.readUInt32LE(at + 42)
  return {
    name: directory.toString('utf8', at + 46, nameEnd),
    method: directory.readUInt16LE(at + 10),
    crc: directory.readUInt32LE(at + 16),
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
    if (extra.readUInt16LE(at) === 1 && length >= 8 && at + 4 + length <= extra.length)
      return Number(extra.readBigUInt64LE(at + 4 + length - 8))
  }
  throw new BrokenZipError('a file of it has no place')
}

function spanOf(take: Take, {offset, packed}: Record): {start: number; end: number} {
  const header = take(offset, 30)
  if (header.readUInt32LE(0) !== 0x04034b50)
    throw new BrokenZipError('a file of it is not where it should be')
  const start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  return {start, end: start + packed}
}

function unpack(take: Take, record: Record): Uint8Array {
  const {start, end} = spanOf(take, record)
  const bytes = take(start, end - start)
  if (record.method === 0) return bytes
  if (record.method !== 8)
    throw new BrokenZipError(`it is packed by method ${record.method}`)
  return inflateRawSync(bytes, {maxOutputLength: Math.max(record.size, 1)})
}

/** A header that leaves digest and sizes to what stands behind the bytes has a flag set, and is not asked for them. */
function isAsPacked(take: Take, record: Record): boolean {
  try {
    const header = take(record.offset, 30)
    const name = take(record.offset + 30, header.readUInt16LE(26)).toString('utf8')
    const says = [14, 18, 22].map((field) => header.readUInt32LE(field))
    const isLater = (header.readUInt16LE(6) & 8) !== 0
    const wanted = [record.crc, record.packed, record.size]
    return (
      header.readUInt16LE(8) === record.method &&
      name === record.name &&
      (isLater || says.every((value, n) => value === wanted[n])) &&
      crc32(unpack(take, record)) === record.crc
    )
  } catch (error) {
    if (error instanceof BrokenZipError || isZlibError(error)) return false
    throw error
  }
}

/** What the system says of bytes that cannot be unpacked. */
export const isZlibError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^Z_|^ERR_/u.test(String(error.code))
