import type {Source} from '../tree/types.ts'

/** Text, or why there is none. */
export type Decoded =
  | {
      readonly ok: true
      readonly text: string
      readonly encoding: string
      readonly bom: boolean
    }
  | {readonly ok: false; readonly reason: 'unknown-encoding'; readonly label: string}
  | {
      readonly ok: false
      readonly reason: 'invalid-bytes'
      readonly encoding: string
      /** Of the first byte that does not decode, its line, and its column in UTF-16 code units. */
      readonly offset: number
      readonly line: number
      readonly column: number
      /** Up to four bytes, in hexadecimal. */
      readonly found: string
      /** Encodings that do decode the whole file, the likeliest first. */
      readonly candidates: readonly string[]
    }

/** Encodings that saved articles come in, beside UTF-8. @see https://encoding.spec.whatwg.org/ */
const legacy = [
  ...[
    'windows-1256',
    'windows-1251',
    'windows-1252',
    'windows-1255',
    'windows-1250',
    'windows-1253'
  ],
  ...['windows-1254', 'iso-8859-6', 'koi8-r', 'shift_jis', 'euc-kr', 'gb18030', 'big5']
]

/**
 * Decodes a source: by its byte order mark, else by the declared encoding, else as UTF-8. Never puts
 * U+FFFD where bytes do not decode. The byte order mark is dropped, nothing else is changed.
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  const mark = markOf(bytes)
  const label = mark?.encoding ?? declared ?? 'utf-8'
  const decoder = decoderOf(label)
  if (!decoder) return {ok: false, reason: 'unknown-encoding', label}
  const body = bytes.subarray(mark?.length ?? 0)
  const text = tryDecode(decoder, body)
  if (text !== null)
    return {ok: true, text, encoding: decoder.encoding, bom: mark !== null}
  const offset = firstInvalid(decoder.encoding, body) + (mark?.length ?? 0)
  return {
    ok: false,
    reason: 'invalid-bytes',
    encoding: decoder.encoding,
    offset,
    ...pointAt(decoder.encoding, bytes.subarray(0, offset)),
    found: [...bytes.subarray(offset, offset + 4)]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join(' '),
    candidates: candidatesFor(bytes)
  }
}

/** Line and column behind bytes that do decode. */
function pointAt(encoding: string, before: Uint8Array): {line: number; column: number} {
  const lines = new TextDecoder(encoding).decode(before).split('\n')
  return {line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1}
}

function markOf(bytes: Uint8Array): {encoding: string; length: number} | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return {encoding: 'utf-8', length: 3}
  if (first === 0xff && second === 0xfe) return {encoding: 'utf-16le', length: 2}
  if (first === 0xfe && second === 0xff) return {encoding: 'utf-16be', length: 2}
  return null
}

type Decoder = InstanceType<typeof TextDecoder>

function decoderOf(label: string): Decoder | null {
  try {
    return new TextDecoder(label, {fatal: true, ignoreBOM: true})
  } catch {
    // A RangeError: no encoding has this label.
    return null
  }
}

function tryDecode(decoder: Decoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    // A TypeError: the bytes are not of this encoding.
    return null
  }
}

/** The first byte that does not decode, by halving: a prefix decodes, with its last character open, or not. */
function firstInvalid(encoding: string, bytes: Uint8Array): number {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    const decoder = new TextDecoder(encoding, {fatal: true})
    let decodes = true
    try {
      decoder.decode(bytes.subarray(0, middle), {stream: true})
    } catch {
      decodes = false
    }
    if (decodes) low = middle
    else high = middle - 1
  }
  return startOfCharacter(encoding, bytes, low)
}

/** In UTF-8 an open sequence begins before the byte that breaks it. */
function startOfCharacter(encoding: string, bytes: Uint8Array, at: number): number {
  // What stops short decodes as far as it goes: a unit of UTF-16 has two bytes, half a pair is one unit more.
  if (encoding.startsWith('utf-16') && at === bytes.length)
    return Math.max(0, at - (at % 2 || 2))
  if (encoding !== 'utf-8') return at
  let start = at
  while (start > 0 && at - start < 3 && ((bytes[start - 1] ?? 0) & 0xc0) === 0x80) start--
  const isOpen = start > 0 && (bytes[start - 1] ?? 0) >= 0xc0
  return isOpen && at > start - 1 && !isWhole(bytes, start - 1, at) ? start - 1 : at
}

function isWhole(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start] ?? 0
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
  return end - start >= length
}

/** Encodings that read the bytes, the likeliest first. Judges by how much of the text would be letters and common signs. */
export function candidatesFor(bytes: Uint8Array): string[] {
  const sample = bytes.subarray(0, 65_536)
  return legacy
    .flatMap((label) => {
      const decoder = decoderOf(label)
      const text = decoder && tryDecode(decoder, sample)
      return text ? [{label, quality: qualityOf(text)}] : []
    })
    .filter(({quality}) => quality > 0.9)
    .sort((a, b) => b.quality - a.quality)
    .slice(0, 3)
    .map(({label}) => label)
}

/** Share of the characters beyond ASCII that stand in words of one script. */
function qualityOf(text: string): number {
  const high = text.match(/\P{ASCII}/gu)?.length ?? 0
  if (high === 0) return 0
  const words = text.match(/\p{L}+/gu) ?? []
  const pure = words.filter((word) => isOneScript(word)).join('')
  return (pure.match(/\P{ASCII}/gu)?.length ?? 0) / high
}

const scripts = [
  /^\p{Script=Latin}+$/u,
  /^\p{Script=Arabic}+$/u,
  /^\p{Script=Cyrillic}+$/u,
  /^\p{Script=Hebrew}+$/u,
  /^\p{Script=Greek}+$/u,
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u
]
const isOneScript = (word: string): boolean => scripts.some((script) => script.test(word))

/** How the lines of a text end. */
export function newlineOf(text: string): Source['newline'] {
  const kinds = new Set<Source['newline']>()
  if (text.includes('\r')) {
    if (text.includes('\r\n')) kinds.add('crlf')
    if (/(?<!\r)\n/u.test(text)) kinds.add('lf')
    if (/\r(?!\n)/u.test(text)) kinds.add('cr')
  } else if (text.includes('\n')) kinds.add('lf')
  if (text.includes('\u0085')) kinds.add('nel')
  if (/[\u2028\u2029]/u.test(text)) kinds.add('ls')
  const [only] = kinds
  return kinds.size > 1 ? 'mixed' : (only ?? 'none')
}
