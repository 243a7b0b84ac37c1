import type {Element} from 'hast'

/**
 * Words of the names of an element: `ArticleBody-main_x2` is `article`, `body`, `main`, `x`.
 * @param known by names that were met before: elements of one template share theirs
 */
export function tokensOf(
  {properties}: Element,
  known: Map<string, readonly string[]>
): readonly string[] {
  let names = ''
  for (const name of named) {
    const value = properties[name]
    if (typeof value === 'string') names += ` ${value}`
    else if (Array.isArray(value)) names += ` ${value.join(' ')}`
  }
  if (names === '') return none
  const before = known.get(names)
  if (before) return before
  const tokens = split(names)
  known.set(names, tokens)
  return tokens
}

const none: readonly string[] = []
/** Attributes that name what an element is for. */
const named = ['className', 'id', 'role', 'itemProp', 'dataTestId'] as const

/** The beginning of names in lower case, parted where a word begins with a capital. */
export const partedNames = (names: string): string =>
  names
    .slice(0, 400)
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .toLowerCase()

function split(names: string): string[] {
  const words = partedNames(names)
    .split(/[^a-z0-9]+/u)
    .map((word) => /^([a-z]+)\d*$/u.exec(word)?.[1] ?? '')
  return [...new Set(words.filter(isTelling))]
}

/** Digits within a word and most of two letters come of names that a program made up. */
const isTelling = (word: string): boolean =>
  (word.length > 2 && word.length < 24) || short.has(word)
/** An advertisement; for screen readers only. */
const short = new Set(['ad', 'sr'])
