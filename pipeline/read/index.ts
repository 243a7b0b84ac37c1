import type {Root} from 'hast'
import {noArticle} from '../diagnostics/archive-rules.ts'
import {
  emptySource,
  invalidBytes,
  partialPage,
  tooLarge,
  unknownEncoding,
  unsafeAddress
} from '../diagnostics/read-rules.ts'
import {reportAt} from '../diagnostics/report.ts'
import type {UnpackedFrom} from '../source/byte-source.ts'
import type {Reading} from '../source/reading.ts'
import {type ExtractionSettings, extractionFor, limitsFor} from '../source/settings.ts'
import type {Context} from '../source/types.ts'
import {addFact} from '../tree/facts.ts'
import {createLocator} from '../tree/position.ts'
import type {Metadata} from '../tree/types.ts'
import {type Decoded, decode} from './bytes.ts'
import {type PageOrigin, readHtml, readWholePage} from './html.ts'
import {besideInvisibles, setInvisiblesAside} from './invisible.ts'
import {encodingOfPage, isSurelyUtf8} from './page-encoding.ts'
import {type Received, sourceOf} from './provenance.ts'
import {type Read, readText} from './text.ts'

/** A kind of text that articles are read from. */
interface Reader {
  readonly mediaType: string
  read(text: string, settings: ExtractionSettings, origin?: PageOrigin): Read
  /** The encoding that the bytes declare themselves. */
  encodingOf?(bytes: Uint8Array): string | undefined
}

const page = {mediaType: 'text/html', read: readHtml, encodingOf: encodingOfPage}

const plainText: Reader = {mediaType: 'text/plain', read: readText}

/** What can be read: file ending → media type and reader. */
const readers: Readonly<Record<string, Reader>> = {
  txt: plainText,
  html: page,
  htm: page,
  xhtml: {...page, mediaType: 'application/xhtml+xml'},
  docx: {mediaType: 'text/html', read: readWholePage}
}

/** Readers that take long to load: loaded when the first source wants one. */
const late: Readonly<Record<string, () => Promise<Reader>>> = {
  md: async () => ({
    mediaType: 'text/markdown',
    read: (await import('./markdown.ts')).readMarkdown
  })
}
const loaded = new Map<string, Reader>()

/** Every file ending that is read, those of containers left out. */
export const readableEndings: readonly string[] = [
  ...Object.keys(readers),
  ...Object.keys(late)
]

/** Makes ready to read a file; to be awaited before it is read. */
export async function loadReader(path: string): Promise<void> {
  const ending = endingOf(path)
  const load = late[ending]
  if (load && !loaded.has(ending)) loaded.set(ending, await load())
}

const endingOf = (path: string): string =>
  path.slice(path.lastIndexOf('.') + 1).toLowerCase()

/** The reader of a file's ending; what has none that is known is text. */
function readerOf(path: string): Reader {
  const ending = endingOf(path)
  if (Object.hasOwn(late, ending) && !loaded.has(ending))
    throw new Error(`The reader of .${ending} is not loaded`)
  const known = Object.hasOwn(readers, ending) ? readers[ending] : undefined
  return known ?? loaded.get(ending) ?? plainText
}

/** A source as it was received. */
export interface SourceFile extends Received {
  /** Of a page that was parsed already: its tree, with offsets of the decoded text. */
  readonly tree?: Root
}

/**
 * Reads a source into the lines of a decoded text; null where it cannot be read, with a message why.
 * Reports every rule of `read-rules.ts`.
 */
export function read(file: SourceFile, context: Context): Reading | null {
  const limits = limitsFor(context.collection)
  for (const [unit, found] of [
    ['bytes', file.bytes.length],
    ['lines', countLineFeeds(file.bytes, limits.lines)]
  ] as const) {
    if (found <= limits[unit]) continue
    const count = unit === 'lines' ? 'more lines' : `${found} bytes`
    context.report(tooLarge, {found: count, limit: `${limits[unit]} ${unit}`})
    return null
  }
  const reader = readerOf(file.unpacked ? `.${file.unpacked.ending}` : file.path)
  const decoded = decodeFile(file, reader, context)
  if (!decoded.ok) return refuse(decoded, context)
  const {unsafe = [], ...found}: Read = reader.read(
    decoded.text,
    extractionFor(context),
    originOf(file, context)
  )
  const report = reportAt(context.report, found.origin)
  const {kinds = [], ...reading} = found
  const page = createLocator(decoded.text)
  for (const {kind, stated} of kinds)
    context.report(partialPage, {kind}, {position: page.span(stated.start, stated.end)})
  if (found.blocks.length === 0) return refuseEmpty(file, context)
  if (unsafe[0]) {
    const position = found.at.span(unsafe[0].start, unsafe[0].end)
    report(unsafeAddress, {count: unsafe.length}, {position})
  }
  return {
    ...reading,
    metadata: withAddress(reading.metadata, file.unpacked),
    setAside: besideInvisibles(
      found.setAside,
      setInvisiblesAside(found.text, found.at, report),
      found.at
    ),
    source: sourceOf(file, decoded, reader.mediaType, context)
  }
}

/** What is said of a page by whoever has it. */
function originOf({tree, unpacked}: SourceFile, {sidecar}: Context): PageOrigin {
  const address = sidecar.url ?? unpacked?.url
  return {...(address ? {address} : {}), ...(tree ? {tree} : {})}
}

/** By what is declared, else by what the container states, else by what the bytes say of themselves. */
function decodeFile(
  {bytes, unpacked}: SourceFile,
  reader: Reader,
  {sidecar, collection}: Context
): Decoded {
  const own = (): Decoded =>
    decode(bytes, collection.encoding ?? reader.encodingOf?.(bytes))
  if (sidecar.encoding) return decode(bytes, sidecar.encoding)
  // Servers send the encoding that they were set up with: what is UTF-8 beyond doubt is no other.
  if (!unpacked?.encoding || (reader.encodingOf && isSurelyUtf8(bytes))) return own()
  const stated = decode(bytes, unpacked.encoding)
  if (stated.ok) return stated
  // Servers often name an encoding that the page is not in.
  const other = own()
  return other.ok ? other : stated
}

/** A page of an archive is seldom an article: only a file that should be one is at fault. */
function refuseEmpty({bytes, unpacked}: SourceFile, {report}: Context): null {
  if (unpacked?.container.offset === undefined) report(emptySource, {bytes: bytes.length})
  else report(noArticle, {url: unpacked.url ?? unpacked.id ?? 'without an address'})
  return null
}

/** The address that a container states, behind those that the page states. */
function withAddress(metadata: Metadata, unpacked: UnpackedFrom | undefined): Metadata {
  const url = unpacked?.url
  if (!url || metadata.url?.some((fact) => fact.value === url)) return metadata
  const all = structuredClone(metadata)
  const because = unpacked.id
    ? `stated by the record ${unpacked.id}`
    : 'stated by the file'
  addFact(all, 'url', {
    value: url,
    basis: 'stated',
    rule: 'read/container-address',
    because
  })
  return all
}

/** Line feeds in the bytes; counting ends beyond `most`. */
function countLineFeeds(bytes: Uint8Array, most: number): number {
  let count = 0
  for (
    let at = bytes.indexOf(0x0a);
    at >= 0 && count <= most;
    at = bytes.indexOf(0x0a, at + 1)
  )
    count++
  return count
}

function refuse(decoded: Decoded & {ok: false}, {report}: Context): null {
  if (decoded.reason === 'unknown-encoding')
    report(unknownEncoding, {label: decoded.label})
  else {
    const point = {line: decoded.line, column: decoded.column, offset: 0}
    report(invalidBytes, decoded, {position: {start: point, end: point}})
  }
  return null
}
