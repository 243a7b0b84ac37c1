import type {WrittenPattern} from '#tei-patterns'

/** Whether words are plainly of a kind. What is not so plain, as a number among spaces, may be right too: a validator has to say. */
export interface Leaf {
  /** Whether no other value of a document may be the same. */
  readonly isUnique: boolean
  takes(words: string): boolean
}

type WrittenLeaf = Extract<
  WrittenPattern,
  readonly ['value' | 'data' | 'list', ...unknown[]]
>

/** What takes the words of a `value`, a `data` or a `list`. */
export function leafOf(written: WrittenLeaf): Leaf {
  const takes = takesOf(written)
  const isUnique = written[0] === 'data' && written[1] === 'ID'
  return {takes, isUnique}
}

type Takes = (words: string) => boolean

function takesOf(written: WrittenPattern): Takes {
  if (typeof written === 'string') return () => false
  if (written[0] === 'value') return (words) => words === written[1]
  if (written[0] === 'data') return dataOf(written[1], written[2])
  if (written[0] === 'list') {
    const item = itemOf(written[1])
    return (words) => /^\S+(?: \S+)*$/.test(words) && words.split(' ').every(item)
  }
  return () => false
}

/** Lists are of one kind of items, at least one. */
const itemOf = (written: WrittenPattern): Takes =>
  typeof written !== 'string' && written[0] === 'oneOrMore'
    ? takesOf(written[1])
    : () => false

function dataOf(type: string, params: Readonly<Record<string, string>>): Takes {
  const isOf = types.get(type)
  if (!isOf) return () => false
  const facets = Object.entries(params).map(([name, value]) => facetOf(name, value))
  if (facets.length === 0) return isOf
  return (words) => isOf(words) && facets.every((isIn) => isIn(words))
}

function facetOf(name: string, value: string): Takes {
  if (name === 'minInclusive') return (words) => Number(words) >= Number(value)
  if (name === 'maxInclusive') return (words) => Number(words) <= Number(value)
  if (name !== 'pattern') return () => false
  const pattern = new RegExp(`^(?:${value})$`)
  // As a token they are compared without the white space around them.
  return (words) =>
    pattern.test(words) && (!/\s/.test(words) || /^\S+(?: \S+)*$/.test(words))
}

const isDay = (words: string): boolean =>
  /^(?!0000)\d{4}-\d\d-\d\d$/.test(words) &&
  new Date(`${words}T00:00:00Z`).toJSON()?.slice(0, 10) === words

const time = /^T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d)?$/
const address =
  /^https?:\/\/[a-z\d.-]+(?::\d+)?(?:\/(?:[\w.~!$&'()*+,;=:@/-]|%[\dA-Fa-f]{2})*)?(?:\?(?:[\w.~!$&'()*+,;=:@/?-]|%[\dA-Fa-f]{2})*)?(?:#(?:[\w.~!$&'()*+,;=:@/?-]|%[\dA-Fa-f]{2})*)?$/
const name = /^[A-Za-z_][\w.-]*$/

/** Types of XML Schema, the forms in which they are written plainly. @see https://www.w3.org/TR/xmlschema-2/ */
const types: ReadonlyMap<string, Takes> = new Map<string, Takes>([
  ['token', () => true],
  ['ID', (words) => name.test(words)],
  ['NCName', (words) => name.test(words)],
  ['language', (words) => /^[a-zA-Z]{1,8}(?:-[a-zA-Z\d]{1,8})*$/.test(words)],
  ['anyURI', (words) => address.test(words) || /^#[\w.-]+$/.test(words)],
  ['positiveInteger', (words) => /^[1-9]\d*$/.test(words)],
  ['nonNegativeInteger', (words) => /^(?:0|[1-9]\d*)$/.test(words)],
  ['double', (words) => /^\d+(?:\.\d+)?$/.test(words)],
  ['gYear', (words) => /^(?!0000)\d{4}$/.test(words)],
  ['gYearMonth', (words) => /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])$/.test(words)],
  ['date', isDay],
  ['dateTime', (words) => isDay(words.slice(0, 10)) && time.test(words.slice(10))]
])
