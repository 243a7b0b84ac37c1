import {candidatesFor} from './bytes.ts'

/** Bytes of a page that a browser looks for its encoding in. @see https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding */
const prescanned = 4096

const declared =
  /<meta[^>]+?charset\s*=\s*["']?\s*([a-z0-9_:.-]+)|<\?xml[^>]+?encoding\s*=\s*["']([a-z0-9_:.-]+)/iu

/** The encoding that a page declares for itself, else the likeliest, where its bytes are not UTF-8; the mark at its start is looked at elsewhere. */
export function encodingOfPage(bytes: Uint8Array): string | undefined {
  if (isUtf8(bytes)) return undefined
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, prescanned))
  const found = declared.exec(head)
  const label = (found?.[1] ?? found?.[2])?.toLowerCase()
  // A declaration that could be read as ASCII is none of UTF-16.
  if (!label || /^utf-?16|^utf-?8$/u.test(label)) return candidatesFor(bytes)[0]
  return label
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes)
    return true
  } catch {
    // A TypeError: the bytes are not UTF-8.
    return false
  }
}
