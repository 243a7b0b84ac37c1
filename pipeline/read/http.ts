import {brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync} from 'node:zlib'
import {BrokenZipError} from '../source/zip-reader.ts'
import {asCharacters, type MimePart, readHeaders} from './mime.ts'

/** The answer of a server, as an archive keeps it. */
export interface HttpResponse {
  readonly status: number
  readonly headers: MimePart['headers']
  /** First byte of its body. */
  readonly start: number
}

/** The body of an answer, or why it cannot be unpacked. */
export type Body =
  | {readonly ok: true; readonly bytes: Uint8Array}
  | {readonly ok: false; readonly found: string; readonly isTooLarge: boolean}

/** Reads the status line and headers at the start of the bytes; null where there are none. */
export function readResponse(bytes: Uint8Array): HttpResponse | null {
  const text = asCharacters(bytes.subarray(0, 65_536))
  const line = /^HTTP\/\d(?:\.\d)? (\d{3})[^\n]*\n/u.exec(text)
  if (!line) return null
  const {headers, start} = readHeaders(text, line[0].length, text.length)
  return {status: Number(line[1]), headers, start}
}

/**
 * The body behind its transfer and content encodings. Archives often keep a header whose encoding was
 * undone before: then the bytes are taken as they are. @param most bytes it may unpack to
 */
export function bodyOf(
  {headers, start}: HttpResponse,
  bytes: Uint8Array,
  most: number
): Body {
  let body = bytes.subarray(start)
  if (/\bchunked\b/iu.test(headers.get('transfer-encoding') ?? ''))
    body = dechunk(body) ?? body
  const encodings = (headers.get('content-encoding') ?? '').toLowerCase().split(/[\s,]+/u)
  for (const encoding of encodings.filter(Boolean).reverse()) {
    const unpacked = decompress(body, encoding, most)
    if (!unpacked.ok) return unpacked
    body = unpacked.bytes
  }
  return {ok: true, bytes: body}
}

/** Joins chunks; null where the bytes are not chunked. @see https://www.rfc-editor.org/rfc/rfc9112#section-7.1 */
function dechunk(bytes: Uint8Array): Uint8Array | null {
  const parts: Uint8Array[] = []
  let at = 0
  while (at < bytes.length) {
    const line = /^([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n/iu.exec(
      asCharacters(bytes.subarray(at, at + 1024))
    )
    if (!line) return parts.length > 0 ? joined(parts) : null
    const size = Number.parseInt(line[1] ?? '', 16)
    at += line[0].length
    if (size === 0) break
    parts.push(bytes.subarray(at, at + size))
    at += size
    if (bytes[at] === 0x0d) at++
    if (bytes[at] === 0x0a) at++
  }
  return joined(parts)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

function decompress(bytes: Uint8Array, encoding: string, most: number): Body {
  const options = {maxOutputLength: most}
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  switch (encoding) {
    case 'identity':
    case 'none':
      return {ok: true, bytes}
    case 'gzip':
    case 'x-gzip':
      return isGzip ? attempt(() => gunzipSync(bytes, options)) : {ok: true, bytes}
    case 'deflate': {
      const wrapped = attempt(() => inflateSync(bytes, options))
      if (wrapped.ok || wrapped.isTooLarge) return wrapped
      const raw = attempt(() => inflateRawSync(bytes, options))
      return raw.ok || raw.isTooLarge ? raw : {ok: true, bytes}
    }
    case 'br': {
      const unpacked = attempt(() => brotliDecompressSync(bytes, options))
      const isText = /^\s*</u.test(asCharacters(bytes.subarray(0, 64)))
      return !unpacked.ok && isText ? {ok: true, bytes} : unpacked
    }
    default:
      return {ok: false, found: `content encoding \`${encoding}\``, isTooLarge: false}
  }
}

/** Unpacks, where that does not fail or grow beyond its bounds. */
export function attempt(unpack: () => Uint8Array): Body {
  try {
    return {ok: true, bytes: unpack()}
  } catch (error) {
    if (error instanceof BrokenZipError)
      return {
        ok: false,
        found: `bytes that are not there (${error.message})`,
        isTooLarge: false
      }
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ERR_BUFFER_TOO_LARGE')
      return {ok: false, found: 'bytes that unpack without end', isTooLarge: true}
    if (!/^Z_|^ERR_|^ERR__/u.test(code)) throw error
    return {
      ok: false,
      found: `packed bytes that are damaged (${code})`,
      isTooLarge: false
    }
  }
}
