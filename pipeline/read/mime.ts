/** A piece of a message: its headers, and where its body stands in the message. */
export interface MimePart {
  /** By name in lower case, folded lines joined; the first of several. */
  readonly headers: ReadonlyMap<string, string>
  /** First byte of its body, and the one after its last. */
  readonly start: number
  readonly end: number
  /** False where the message ends before the part does. */
  readonly isClosed: boolean
}

/** A header's value parted from its parameters, both as they are written but for the case of names. */
export interface Parametrised {
  readonly value: string
  readonly parameters: ReadonlyMap<string, string>
}

/** One character a byte, so that offsets in it are those of the bytes. */
export const asCharacters = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252').decode(bytes)

/**
 * Reads the headers at the start of a message or part.
 * @param text one character a byte
 * @see https://www.rfc-editor.org/rfc/rfc5322#section-2.2
 */
export function readHeaders(text: string, start: number, end: number): MimePart {
  const headers = new Map<string, string>()
  let at = start
  let name = ''
  while (at < end) {
    const feed = text.indexOf('\n', at)
    const lineEnd = feed < 0 || feed >= end ? end : feed
    const line = text.slice(at, lineEnd).replace(/\r$/u, '')
    at = Math.min(end, lineEnd + 1)
    if (line === '') break
    if (/^[ \t]/u.test(line)) {
      if (name) headers.set(name, `${headers.get(name) ?? ''} ${line.trim()}`)
      continue
    }
    const colon = line.indexOf(':')
    if (colon <= 0) continue
    const key = line.slice(0, colon).trim().toLowerCase()
    name = headers.has(key) ? '' : key
    if (name) headers.set(name, line.slice(colon + 1).trim())
  }
  return {headers, start: at, end, isClosed: true}
}

/** Parts `text/html; charset="utf-8"`. @see https://www.rfc-editor.org/rfc/rfc2045#section-5.1 */
export function parametrised(header = ''): Parametrised {
  const [value = ''] = header.split(';', 1)
  const parameters = new Map<string, string>()
  const pattern = /;\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]*))/gu
  for (const [, name = '', quoted, bare = ''] of header.matchAll(pattern))
    parameters.set(name.toLowerCase(), quoted?.replace(/\\(.)/gu, '$1') ?? bare)
  return {value: value.trim().toLowerCase(), parameters}
}

/**
 * The parts of a multipart body, in order; the last is open where the closing delimiter is missing.
 * @see https://www.rfc-editor.org/rfc/rfc2046#section-5.1.1
 */
export function partsOf(text: string, body: MimePart, boundary: string): MimePart[] {
  const marks = delimiters(text, body, `--${boundary}`)
  return marks.flatMap(({next, isLast}, n) => {
    const following = marks[n + 1]
    if (isLast) return []
    const part = readHeaders(text, next, following?.at ?? body.end)
    return [{...part, isClosed: following !== undefined}]
  })
}

interface Delimiter {
  /** Where the line end before it begins, and where what follows it begins. */
  readonly at: number
  readonly next: number
  readonly isLast: boolean
}

function delimiters(text: string, {start, end}: MimePart, mark: string): Delimiter[] {
  const found: Delimiter[] = []
  for (
    let at = text.indexOf(mark, start);
    at >= 0 && at < end;
    at = text.indexOf(mark, at + mark.length)
  ) {
    const isAtLineStart = at === start || text[at - 1] === '\n'
    const rest = /^(--)?[ \t]*(?:\r?\n|$)/u.exec(
      text.slice(at + mark.length, Math.min(end, at + mark.length + 256))
    )
    if (!isAtLineStart || !rest) continue
    const isLast = rest[1] !== undefined
    const before = text[at - 2] === '\r' ? at - 2 : Math.max(start, at - 1)
    found.push({at: before, next: at + mark.length + rest[0].length, isLast})
    if (isLast) break
  }
  return found
}

/**
 * Undoes a transfer encoding; null where the bytes are none of it.
 * @see https://www.rfc-editor.org/rfc/rfc2045#section-6
 */
export function decodeTransfer(bytes: Uint8Array, encoding: string): Uint8Array | null {
  if (encoding === 'quoted-printable') return decodeQuoted(bytes)
  if (encoding === 'base64') return decodeBase64(bytes)
  return /^(?:7bit|8bit|binary|)$/u.test(encoding) ? bytes : null
}

/** `=C3=A4` and `=` at the end of a line; what is no such sequence stays as it is. */
function decodeQuoted(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    const [skipped, value] = byte === 0x3d ? escapeAt(bytes, at) : [0, byte]
    if (value !== null) out[length++] = value
    at += skipped
  }
  return out.subarray(0, length)
}

/** How many bytes stand behind the `=`, and the byte they mean; null for a soft line break. */
function escapeAt(bytes: Uint8Array, at: number): [number, number | null] {
  let end = at + 1
  while (bytes[end] === 0x20 || bytes[end] === 0x09) end++
  if (bytes[end] === 0x0a) return [end - at, null]
  if (bytes[end] === 0x0d && bytes[end + 1] === 0x0a) return [end + 1 - at, null]
  const high = hexadecimal(bytes[at + 1])
  const low = hexadecimal(bytes[at + 2])
  return high < 0 || low < 0 ? [0, 0x3d] : [2, high * 16 + low]
}

function hexadecimal(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte & 0xdf
  return letter >= 0x41 && letter <= 0x46 ? letter - 0x37 : -1
}

function decodeBase64(bytes: Uint8Array): Uint8Array | null {
  try {
    const characters = atob(asCharacters(bytes).replace(/\s+/gu, ''))
    return Uint8Array.from(characters, (character) => character.charCodeAt(0))
  } catch {
    // A DOMException: the bytes are no base64.
    return null
  }
}
