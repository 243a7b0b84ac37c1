import {
  emptySource,
  invalidBytes,
  partialPage,
  tooLarge,
  unknownEncoding,
  unsafeAddress
} from '../diagnostics/read-rules.ts'
import {reportAt} from '../diagnostics/report.ts'
import type {Reading} from '../source/reading.ts'
import type {Context} from '../source/types.ts'
import {astralOffsets} from '../tree/code-points.ts'
import {createLocator} from '../tree/position.ts'
import type {CollectionFile, Sidecar, Source} from '../tree/types.ts'
import {type Decoded, decode, newlineOf} from './bytes.ts'
import {readHtml} from './html.ts'
import {besideInvisibles, setInvisiblesAside} from './invisible.ts'
import {encodingOfPage} from './page-encoding.ts'
import {type Read, readText} from './text.ts'

/** What can be read: file ending → media type and reader. */
export const readers = {
  txt: {mediaType: 'text/plain', read: readText, encodingOf: () => undefined},
  html: {mediaType: 'text/html', read: readHtml, encodingOf: encodingOfPage},
  htm: {mediaType: 'text/html', read: readHtml, encodingOf: encodingOfPage},
  xhtml: {mediaType: 'application/xhtml+xml', read: readHtml, encodingOf: encodingOfPage}
} as const

type Reader = (typeof readers)[keyof typeof readers]

/** The reader of a file's ending; what has none that is known is text. */
function readerOf(path: string): Reader {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  const known = Object.entries(readers).find(([name]) => name === ending)
  return known?.[1] ?? readers.txt
}

/** Largest source that is read: a long book has 5 MB, a year of a parliament more, but in many files. */
const limits = {bytes: 16 * 1024 * 1024, lines: 1_000_000} as const

/** A source as it was received. */
export interface SourceFile {
  /** Below `sources/`, with forward slashes. */
  readonly path: string
  readonly bytes: Uint8Array
  /** Of the bytes, in hexadecimal. */
  readonly sha256: string
}

/**
 * Reads a source into the lines of a decoded text; null where it cannot be read, with a message why.
 * Reports every rule of `read-rules.ts`.
 */
export function read(file: SourceFile, context: Context): Reading | null {
  for (const [unit, found] of [
    ['bytes', file.bytes.length],
    ['lines', countLineFeeds(file.bytes, limits.lines)]
  ] as const) {
    if (found <= limits[unit]) continue
    const count = unit === 'lines' ? 'more lines' : `${found} bytes`
    context.report(tooLarge, {found: count, limit: `${limits[unit]} ${unit}`})
    return null
  }
  const reader = readerOf(file.path)
  const decoded = decode(
    file.bytes,
    context.sidecar.encoding ??
      context.collection.encoding ??
      reader.encodingOf(file.bytes)
  )
  if (!decoded.ok) return refuse(decoded, context)
  const {unsafe = [], ...found}: Read = reader.read(decoded.text)
  if (found.blocks.length === 0) {
    context.report(emptySource, {bytes: file.bytes.length})
    return null
  }
  const report = reportAt(context.report, found.origin)
  const {kinds = [], ...reading} = found
  const page = createLocator(decoded.text)
  for (const {kind, stated} of kinds)
    context.report(partialPage, {kind}, {position: page.span(stated.start, stated.end)})
  if (unsafe[0]) {
    const position = found.at.span(unsafe[0].start, unsafe[0].end)
    report(unsafeAddress, {count: unsafe.length}, {position})
  }
  return {
    ...reading,
    setAside: besideInvisibles(
      found.setAside,
      setInvisiblesAside(found.text, found.at, report),
      found.at
    ),
    source: sourceOf(file, decoded, reader.mediaType, context)
  }
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

function sourceOf(
  file: SourceFile,
  decoded: Decoded & {ok: true},
  mediaType: string,
  {sidecar, collection}: Context
): Source {
  const astral = astralOffsets(decoded.text)
  return {
    path: file.path,
    mediaType,
    sha256: file.sha256,
    bytes: file.bytes.length,
    encoding: decoded.encoding,
    ...(decoded.bom ? {bom: true} : {}),
    newline: newlineOf(decoded.text),
    lines: createLocator(decoded.text).lines,
    ...(astral.length > 0 ? {astral} : {}),
    ...(sidecar.url ? {url: sidecar.url} : {}),
    ...(sidecar.retrieved ? {retrieved: sidecar.retrieved} : {}),
    ...rightsOf(sidecar, collection),
    ...(astral.length > 0 ? {astral} : {}),
    setAside: []
  }
}

/** The sidecar's word before that of the collection. */
function rightsOf(sidecar: Sidecar, collection: CollectionFile) {
  const rights = sidecar.rights ?? collection.rights
  const text = sidecar.text ?? collection.text ?? 'full'
  return {...(rights ? {rights} : {}), ...(text === 'full' ? {} : {textInData: text})}
}
