import type {UnpackedFrom} from '../source/byte-source.ts'
import type {Context} from '../source/types.ts'
import {astralOffsets} from '../tree/code-points.ts'
import {createLocator} from '../tree/position.ts'
import type {CollectionFile, Sidecar, Source, SourceContainer} from '../tree/types.ts'
import {type Decoded, newlineOf} from './bytes.ts'

/** A file whose text is read. */
export interface Received {
  /** Below `sources/`, with forward slashes. */
  readonly path: string
  readonly bytes: Uint8Array
  /** Of the bytes, in hexadecimal. */
  readonly sha256: string
  /** Where the bytes were unpacked from a container. */
  readonly unpacked?: UnpackedFrom
}

/** What is recorded of the file that a tree was read from. */
export function sourceOf(
  {path, bytes, sha256, unpacked}: Received,
  decoded: Decoded & {ok: true},
  mediaType: string,
  {sidecar, collection}: Context
): Source {
  const astral = astralOffsets(decoded.text)
  const url = sidecar.url ?? unpacked?.url
  const retrieved = sidecar.retrieved ?? unpacked?.retrieved
  const own = {mediaType, sha256, bytes: bytes.length}
  const {container, conversion} = unpacked ?? {}
  return {
    path,
    ...(conversion && container ? {...pick(container), conversion} : own),
    encoding: decoded.encoding,
    ...(decoded.bom ? {bom: true} : {}),
    newline: newlineOf(decoded.text),
    lines: createLocator(decoded.text).lines,
    ...(astral.length > 0 ? {astral} : {}),
    ...(url ? {url} : {}),
    ...(retrieved ? {retrieved} : {}),
    ...(container && !conversion ? {container} : {}),
    ...rightsOf(sidecar, collection),
    setAside: []
  }
}

/** The sidecar's word before that of the collection. */
function rightsOf(sidecar: Sidecar, collection: CollectionFile) {
  const rights = sidecar.rights ?? collection.rights
  const text = sidecar.text ?? collection.text ?? 'full'
  return {...(rights ? {rights} : {}), ...(text === 'full' ? {} : {textInData: text})}
}

/** Of a file whose text was made of it as a whole, the file is the source. */
const pick = ({
  mediaType,
  sha256,
  bytes
}: SourceContainer): Pick<Source, 'mediaType' | 'sha256' | 'bytes'> => ({
  mediaType,
  sha256,
  bytes
})
