/** A term of RDF as N-Quads writes it; what an IRI cannot hold is percent-encoded. @see https://www.w3.org/TR/n-quads/#grammar-production-IRIREF */
export const iri = (address: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the standard names
  `<${address.replace(/[\u0000-\u0020<>"{}|^`\\]/gu, encodeURIComponent)}>`

/** A literal with a language, a data type, or neither. */
export const literal = (
  text: string,
  of: {readonly language?: string; readonly type?: string} = {}
): string => {
  const quoted = `"${escapeLiteral(text)}"`
  if (of.language) return `${quoted}@${of.language.toLowerCase()}`
  return of.type ? `${quoted}^^${iri(of.type)}` : quoted
}

/** A statement on a line of its own, of the address of its predicate. */
export const quad = (subject: string, predicate: string, object: string): string =>
  statement(subject, iri(predicate), object)

/** A statement of terms as they are written, on a line of its own. */
export const statement = (subject: string, predicate: string, object: string): string =>
  `${subject} ${predicate} ${object} .\n`

/** Sorts lines by code point: UTF-16 would put what lies beyond U+FFFF before U+E000. */
export const sortLines = (lines: Iterable<string>): string[] => {
  const all = [...lines]
  return all.some((line) => /[\uD800-\uDFFF]/.test(line))
    ? all.sort(compareLines)
    : all.sort()
}

/** Which of two lines stands first. */
export const compareLines = (one: string, other: string): number =>
  compareCodePoints(one, other)

function compareCodePoints(one: string, other: string): number {
  const length = Math.min(one.length, other.length)
  for (let at = 0; at < length; at++) {
    const left = one.charCodeAt(at)
    const right = other.charCodeAt(at)
    if (left !== right) return rank(left) - rank(right)
  }
  return one.length - other.length
}

/** Surrogates stand for code points above all others. */
const rank = (unit: number): number =>
  unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit

const named: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\'
}

/** @see https://www.w3.org/TR/rdf-canon/#canonical-quads for what is escaped, and how */
const escapeLiteral = (text: string): string =>
  text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the standard names
    /[\0-\u001F"\\\u007F\uFFFE\uFFFF]/gu,
    (character) =>
      named[character] ??
      `\\u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  )
