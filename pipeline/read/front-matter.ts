import {isMap, isScalar, isSeq, parseDocument, type Scalar} from 'yaml'
import {momentOf} from '../extract/moments.ts'
import type {Line} from '../extract/page.ts'
import type {PageFact} from '../extract/types.ts'
import type {Fact} from '../tree/types.ts'

/** Keys by the field that they state, as Jekyll, Hugo, Eleventy and Pandoc write them; the first that is there holds. */
const fields = {
  headline: ['headline', 'title'],
  alternativeHeadline: ['subtitle', 'subheadline'],
  description: ['description', 'summary', 'excerpt', 'abstract'],
  authors: ['authors', 'author', 'byline'],
  datePublished: ['datePublished', 'published', 'publishDate', 'date'],
  dateModified: ['dateModified', 'modified', 'lastmod', 'updated'],
  publisher: ['publisher', 'publication'],
  section: ['section', 'category'],
  keywords: ['keywords', 'tags'],
  inLanguage: ['inLanguage', 'language', 'lang'],
  url: ['canonical', 'canonical_url', 'url'],
  license: ['license', 'licence']
} as const

const named = new Set(['authors', 'publisher'])
const dated = new Set(['datePublished', 'dateModified'])

/**
 * The facts that front matter states, each in a line of it. What is written over several lines, or is
 * no value of its field, is left set aside. @param lines the lines of the front matter
 */
export function frontMatterFacts(yaml: string, lines: readonly Line[]): PageFact[] {
  const document = parseDocument(yaml, {schema: 'core', prettyErrors: false})
  if (document.errors.length > 0 || !isMap(document.contents)) return []
  const places = createPlaces(yaml, lines)
  const {contents} = document
  return Object.entries(fields).flatMap(([field, keys]) => {
    const key = keys.find((name) => contents.has(name))
    const node = key === undefined ? undefined : contents.get(key, true)
    return scalarsOf(node).flatMap((scalar) => places.factOf(field, scalar) ?? [])
  })
}

/** A value, the values of a list, or the names of a list of people. */
function scalarsOf(node: unknown): Scalar[] {
  if (isScalar(node)) return [node]
  if (isSeq(node)) return node.items.flatMap(scalarsOf)
  return isMap(node) && node.has('name') ? scalarsOf(node.get('name', true)) : []
}

/** Finds the lines that values stand in; the fence is the first of them. */
function createPlaces(yaml: string, lines: readonly Line[]) {
  const written = yaml.split(/\r\n|\r|\n/u)
  const starts: number[] = []
  for (let at = 0, n = 0; n < written.length; n++) {
    starts.push(at)
    at +=
      (written[n]?.length ?? 0) +
      (yaml.startsWith('\r\n', at + (written[n]?.length ?? 0)) ? 2 : 1)
  }
  /** Blank lines are no lines of the page. */
  const indexOf = (row: number): number =>
    1 + written.slice(0, row).filter((line) => line.trim() !== '').length
  return {
    factOf: (field: string, scalar: Scalar): PageFact | null => {
      const [from = 0, to = 0] = scalar.range ?? []
      const row = starts.findLastIndex((start) => start <= from)
      const source = yaml.slice(from, to)
      const quoted = /^(["'])([\s\S]*)\1$/u.exec(source)
      const text = quoted?.[2] ?? source
      const line = indexOf(row)
      const indent = written[row]?.search(/\S/u) ?? 0
      const start = from - (starts[row] ?? 0) - indent + (quoted ? 1 : 0)
      if (
        /[\r\n]/u.test(text) ||
        lines[line]?.text.slice(start, start + text.length) !== text
      )
        return null
      const value = fieldValue(field, String(scalar.value ?? '').trim())
      return value === null || text === ''
        ? null
        : {
            field,
            fact: statedAs(value, text),
            printed: {line, start, end: start + text.length}
          }
    }
  }
}

function fieldValue(field: string, value: string): Fact['value'] | null {
  if (value === '') return null
  if (dated.has(field)) return momentOf(value, 'en')?.value ?? null
  if (field === 'url' && !/^https?:\/\/[^\s<>"{}|\\^`]+$/u.test(value)) return null
  if (field === 'inLanguage') return canonicalTag(value)
  return named.has(field) ? {name: value} : value
}

function statedAs(value: Fact['value'], text: string): PageFact['fact'] {
  const printed = typeof value === 'object' && 'name' in value ? value.name : value
  return {
    value,
    basis: 'stated',
    rule: 'read/front-matter',
    ...(printed === text ? {} : {text})
  }
}

function canonicalTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? null
  } catch {
    // A RangeError: what is written is no language tag.
    return null
  }
}
