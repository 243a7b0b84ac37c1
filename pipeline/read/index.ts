import {
  emptySource,
  invalidBytes,
  tooLarge,
  unknownEncoding
} from '../diagnostics/read-rules.ts'
import type {Reading} from '../source/reading.ts'
import type {Context} from '../source/types.ts'
import {astralOffsets} from '../tree/code-points.ts'
import type {Source} from '../tree/types.ts'
import {type Decoded, decode, newlineOf} from './bytes.ts'
import {setInvisiblesAside} from './invisible.ts'
import {readText} from './text.ts'

/** What can be read: file ending → media type and reader. */
export const readers = {
  txt: {mediaType: 'text/plain', read: readText}
} as const

/** Largest source that is read, in bytes: a long book is 5 MB. */
const sizeLimit = 64 * 1024 * 1024

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
  if (file.bytes.length > sizeLimit) {
    context.report(tooLarge, {bytes: file.bytes.length, limit: sizeLimit})
    return null
  }
  const decoded = decode(
    file.bytes,
    context.sidecar.encoding ?? context.collection.encoding
  )
  if (!decoded.ok) return refuse(decoded, context)
  const {at, blocks} = readers.txt.read(decoded.text)
  if (blocks.length === 0) {
    context.report(emptySource, {bytes: file.bytes.length})
    return null
  }
  return {
    text: decoded.text,
    at,
    blocks,
    metadata: {},
    setAside: setInvisiblesAside(decoded.text, at, context.report),
    source: sourceOf(file, decoded, at.lines, context)
  }
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
  lines: number,
  {sidecar, collection}: Context
): Source {
  const astral = astralOffsets(decoded.text)
  return {
    path: file.path,
    mediaType: readers.txt.mediaType,
    sha256: file.sha256,
    bytes: file.bytes.length,
    encoding: decoded.encoding,
    ...(decoded.bom ? {bom: true} : {}),
    newline: newlineOf(decoded.text),
    lines,
    ...(astral.length > 0 ? {astral} : {}),
    ...(sidecar.url ? {url: sidecar.url} : {}),
    ...(sidecar.retrieved ? {retrieved: sidecar.retrieved} : {}),
    ...(collection.rights ? {rights: collection.rights} : {}),
    ...(astral.length > 0 ? {astral} : {}),
    setAside: []
  }
}
