/**
 * What no output may carry: controls but tab and the line ends, noncharacters, halves of characters, and what turns a line around.
 * @see https://www.w3.org/TR/xml/#charsets
 * @see https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
const unprintable =
  /(?![\t\n\r\u0085])[\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}\u202A-\u202E]/u
const unprintables = new RegExp(unprintable, 'gu')

/** A text without them. */
export const printable = (text: string): string => text.replace(unprintables, '')

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** A text with the code of each in its place, as `U+202E`. */
export const legible = (text: string): string => text.replace(unprintables, codeOf)

/** The first string (or key) of some data that holds one, and its code; null where none does. */
export function findUnprintable(
  data: unknown,
  path: readonly string[] = []
): {path: readonly string[]; code: string} | null {
  if (typeof data === 'string') {
    const [found] = unprintable.exec(data) ?? []
    return found === undefined ? null : {path, code: codeOf(found)}
  }
  if (typeof data !== 'object' || data === null) return null
  for (const [key, value] of Object.entries(data)) {
    const inKey = findUnprintable(key, path)
    const found = inKey ?? findUnprintable(value, [...path, key])
    if (found) return found
  }
  return null
}
