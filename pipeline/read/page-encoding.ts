import {candidatesFor} from './bytes.ts'

/** Bytes of a page in which its encoding is looked for: long scripts may stand before it. */
const searched = 1024 * 1024
const declared =
  /<meta[^>]+?charset\s*=\s*["']?\s*([a-z0-9_:.-]+)|<\?xml[^>]+?encoding\s*=\s*["']([a-z0-9_:.-]+)/iu
const comment = /<!--(?:[^-]|-(?!->))*(?:-->)?/gu

/**
 * The encoding of a page whose start has no mark: UTF-16 by its nulls; else UTF-8 where its bytes are that; else what it
 * declares for itself, where its bytes can be that; else the likeliest. Undefined for UTF-8.
 * @see https://html.spec.whatwg.org/#determining-the-character-encoding
 */
export function encodingOfPage(bytes: Uint8Array): string | undefined {
  const wide = wideEncoding(bytes)
  if (wide) return wide
  const hasEscape = bytes.includes(escapeByte)
  // Of most pages there is no need to ask what they declare.
  if (!hasEscape && isIn('utf-8', bytes)) return undefined
  const label = labelIn(bytes)
  // All of its bytes are ASCII, and so UTF-8 too.
  if (hasEscape && label && /^(?:cs)?iso-?2022-?jp$/u.test(label))
    return isIn(label, bytes) ? label : undefined
  if (hasEscape && isIn('utf-8', bytes)) return undefined
  // A declaration that could be read as ASCII is none of UTF-16.
  if (label && !/^utf-?16|^utf-?8$/u.test(label) && isIn(label, bytes)) return label
  return candidatesFor(bytes)[0] ?? label
}

/** True of bytes that are UTF-8 and more than ASCII: by chance no other text is. */
export const isSurelyUtf8 = (bytes: Uint8Array): boolean =>
  bytes.some((byte) => byte > 0x7f) && isIn('utf-8', bytes)

const escapeByte = 0x1b

function labelIn(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('windows-1252')
    .decode(bytes.subarray(0, searched))
    .replace(comment, '')
  const found = declared.exec(start)
  return (found?.[1] ?? found?.[2])?.toLowerCase()
}

/** Characters at the start of a page that tell its width; of markup at least this share is ASCII. */
const sampled = 256
const leastAscii = 0.4

/** UTF-16 without a mark: every second byte of its markup is null, and none of the others. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const pairs = Math.min(sampled, Math.floor(bytes.length / 2))
  const nulls = [0, 0]
  for (let n = 0; n < pairs * 2; n++)
    if (bytes[n] === 0) nulls[n % 2] = (nulls[n % 2] ?? 0) + 1
  const [even = 0, odd = 0] = nulls
  if (even === 0 && odd > pairs * leastAscii) return 'utf-16le'
  return odd === 0 && even > pairs * leastAscii ? 'utf-16be' : undefined
}

function isIn(label: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(label, {fatal: true}).decode(bytes)
    return true
  } catch {
    // A TypeError: the bytes are not of this encoding; a RangeError: no encoding has this name.
    return false
  }
}
