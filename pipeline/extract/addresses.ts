/** Schemes that only lead somewhere; any other may run code, carry data or open a program. */
const followed = /^(?:https?|mailto|tel|ftp):/iu
const anyScheme = /^[a-z][a-z0-9+.-]*:/iu
/** Longest address that is kept, in UTF-16 code units: what browsers and servers agree on has 2,000. */
const longest = 8192

/** Controls, and white space around an address, which a browser passes over. @see https://url.spec.whatwg.org/#url-parsing */
const ignored = /[\t\n\r]/gu

/**
 * An address as an outside reader may follow it: absolute where a base is stated, else as it is written;
 * what no URI may hold is percent-encoded. Null where it is empty, too long, broken or of an unsafe scheme.
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-2
 */
export function readAddress(written: string, base: string | null): string | null {
  const address = stripped(written)
  if (!address || address.length > longest) return null
  if (anyScheme.test(address) && !followed.test(address)) return null
  const isAbsolute = followed.test(address)
  // A relative address has no colon before its first slash: it would be read as a scheme.
  if (!isAbsolute && base === null)
    return encode(address).replace(/^[^/?#]*/u, (first) => first.replaceAll(':', '%3A'))
  if (isAbsolute && !/^https?:/iu.test(address)) return encode(address)
  try {
    const {href} = new URL(address, base ?? undefined)
    return followed.test(href) ? encode(href) : null
  } catch {
    return null
  }
}

/** True where an address would run code or carry its own data. */
export const isUnsafe = (written: string): boolean => {
  const address = stripped(written)
  return anyScheme.test(address) && !followed.test(address)
}

function encode(address: string): string {
  const [path = '', ...fragment] = address
    .replace(/\p{Surrogate}/gu, '')
    .replace(/%(?![0-9a-f]{2})/giu, '%25')
    .replace(/[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]/gu, encodeURIComponent)
    .split('#')
  return fragment.length > 0 ? `${path}#${fragment.join('%23')}` : path
}

/** Without what is passed over, and without controls and spaces at its ends. */
function stripped(written: string): string {
  const address = written.replace(ignored, '')
  let from = 0
  let to = address.length
  while (from < to && address.charCodeAt(from) <= 0x20) from++
  while (to > from && address.charCodeAt(to - 1) <= 0x20) to--
  return address.slice(from, to)
}
