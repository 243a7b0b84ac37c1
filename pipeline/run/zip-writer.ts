import {closeSync, createReadStream, openSync, readFileSync, statSync} from 'node:fs'
import {pipeline} from 'node:stream/promises'
import {crc32, createDeflateRaw, deflateRawSync} from 'node:zlib'
import {disk, type OpenFile} from './disk.ts'

/** A file to be packed: bytes, or where they lie. */
export interface ZipSource {
  /** In the archive, with forward slashes. */
  readonly name: string
  readonly content: {readonly file: string} | {readonly text: string}
}

interface Entry {
  readonly name: Buffer
  /** As the format numbers them: 8 deflates, 0 leaves a file as it is. */
  readonly method: 0 | 8
  readonly offset: number
  readonly crc: number
  readonly packed: number
  readonly size: number
}

/** The sizes a record of ZIP has room for; more entries or a longer archive need ZIP64. */
const most32 = 0xffffffff
const most16 = 0xffff

/**
 * Writes an archive in which nothing depends on when or where it was made: entries in the order given, one
 * fixed date, sizes in the header of each (readers need not search for its end). Files are read and
 * packed in pieces. A file of 4 GiB or more is refused.
 * @param isStored leaves files as they are, so that one is read out of the archive without unpacking
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export async function writeZip(
  path: string,
  sources: Iterable<ZipSource>,
  {isStored = false}: {readonly isStored?: boolean} = {}
): Promise<void> {
  const archive = {handle: openSync(path, 'w'), path}
  try {
    const entries: Entry[] = []
    let at = 0
    for (const source of sources) {
      const entry = await (isStored ? store : pack)(archive, source, at)
      entries.push(entry)
      at = entry.offset + 30 + entry.name.length + entry.packed
    }
    const directory = Buffer.concat(entries.map(directoryRecord))
    const size = directory.length
    const end = endRecords({count: entries.length, size, offset: at})
    disk.writeAt(archive, directory, at)
    disk.writeAt(archive, end, at + size)
  } finally {
    closeSync(archive.handle)
  }
}

async function pack(
  archive: OpenFile,
  source: ZipSource,
  offset: number
): Promise<Entry> {
  const name = Buffer.from(source.name, 'utf8')
  const start = offset + 30 + name.length
  const sizes =
    'text' in source.content
      ? packWhole(archive, Buffer.from(source.content.text), start)
      : await packFile(archive, source.content.file, start)
  return writeHeader(archive, {name, offset, method: 8, ...sizes})
}

function store(archive: OpenFile, source: ZipSource, offset: number): Entry {
  const name = Buffer.from(source.name, 'utf8')
  const {content} = source
  const bytes = 'text' in content ? Buffer.from(content.text) : readFileSync(content.file)
  disk.writeAt(archive, bytes, offset + 30 + name.length)
  const {length: size} = bytes
  const sizes = {crc: crc32(bytes), packed: size, size}
  return writeHeader(archive, {name, offset, method: 0, ...sizes})
}

function writeHeader(archive: OpenFile, entry: Entry): Entry {
  const {name, offset, size, packed} = entry
  if (size >= most32 || packed >= most32)
    throw new Error(`${String(name)} has 4 GiB or more, which no archive takes`)
  const header = Buffer.concat([
    fields([0x04034b50, 4], [20, 2], ...common(entry), [name.length, 2], [0, 2]),
    name
  ])
  disk.writeAt(archive, header, offset)
  return entry
}

/** Files up to this size are packed at once, which is quicker by far. */
const smallBytes = 1 << 20

type Sizes = Pick<Entry, 'crc' | 'packed' | 'size'>

function packWhole(archive: OpenFile, bytes: Buffer, start: number): Sizes {
  const packed = deflateRawSync(bytes, {level: 9})
  disk.writeAt(archive, packed, start)
  return {crc: crc32(bytes), packed: packed.length, size: bytes.length}
}

async function packFile(archive: OpenFile, file: string, start: number): Promise<Sizes> {
  if (statSync(file).size <= smallBytes)
    return packWhole(archive, readFileSync(file), start)
  const sizes = {crc: 0, packed: 0, size: 0}
  await pipeline(
    createReadStream(file),
    async function* (pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        sizes.crc = crc32(piece, sizes.crc)
        sizes.size += piece.length
        yield piece
      }
    },
    createDeflateRaw({level: 9}),
    async (pieces: AsyncIterable<Buffer>) => {
      for await (const piece of pieces) {
        disk.writeAt(archive, piece, start + sizes.packed)
        sizes.packed += piece.length
      }
    }
  )
  return sizes
}

/** Names in UTF-8, how they are packed, 1 January 1980, digest and sizes. */
const common = ({method, crc, packed, size}: Entry): Field[] => [
  [0x0800, 2],
  [method, 2],
  [0, 2],
  [0x0021, 2],
  [crc, 4],
  [packed, 4],
  [size, 4]
]

/** A number and how many bytes it takes. */
type Field = readonly [value: number, width: 2 | 4 | 8]

function fields(...list: readonly Field[]): Buffer {
  const bytes = Buffer.alloc(list.reduce((sum, [, width]) => sum + width, 0))
  let at = 0
  for (const [value, width] of list) {
    if (width === 8) bytes.writeBigUInt64LE(BigInt(value), at)
    else bytes.writeUIntLE(value, at, width)
    at += width
  }
  return bytes
}

/** A record of the directory; an ordinary file of Unix that all may read. */
function directoryRecord(entry: Entry): Buffer {
  const isFar = entry.offset >= most32
  const extra = isFar ? fields([1, 2], [8, 2], [entry.offset, 8]) : Buffer.alloc(0)
  return Buffer.concat([
    fields(
      [0x02014b50, 4],
      [0x0300 + (isFar ? 45 : 20), 2],
      [isFar ? 45 : 20, 2],
      ...common(entry),
      [entry.name.length, 2],
      [extra.length, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [0o100644 * 0x10000, 4],
      [isFar ? most32 : entry.offset, 4]
    ),
    entry.name,
    extra
  ])
}

interface Directory {
  readonly count: number
  readonly size: number
  readonly offset: number
}

function endRecords({count, size, offset}: Directory): Buffer {
  const needs64 = count >= most16 || size >= most32 || offset >= most32
  const zip64 = needs64
    ? fields(
        [0x06064b50, 4],
        [44, 8],
        [45, 2],
        [45, 2],
        [0, 4],
        [0, 4],
        [count, 8],
        [count, 8],
        [size, 8],
        [offset, 8],
        [0x07064b50, 4],
        [0, 4],
        [offset + size, 8],
        [1, 4]
      )
    : Buffer.alloc(0)
  const [count16, size32, offset32] = needs64
    ? [most16, most32, most32]
    : [count, size, offset]
  const end = fields(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count16, 2],
    [count16, 2],
    [size32, 4],
    [offset32, 4],
    [0, 2]
  )
  return Buffer.concat([zip64, end])
}
