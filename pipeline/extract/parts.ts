import type {Element} from 'hast'
import type {CellPart, Part} from '../source/reading.ts'
import {readAddress} from './addresses.ts'
import {layoutOnly} from './layout-elements.ts'
import {around, type Line} from './page.ts'
import {attribute} from './parse.ts'
import {childrenOf, isNamed, type Surroundings, wordSet} from './surroundings.ts'

/** What the tree keeps around the lines of an article. */
export interface Parts {
  /** Outermost first. */
  of(line: Line): readonly Part[]
  /** True in the notes at the foot of an article. */
  isNote(line: Line): boolean
}

/** Lists nested deeper than this are read as one. */
const deepest = 5
const lists = wordSet('ul ol dl menu')
const items = wordSet('li dt dd')
const notes = wordSet('footnote footnotes endnote endnotes')

/**
 * Finds the lists, tables, quotations and preformatted texts around each line. Elements that only lay
 * out the page are passed over, and so is what the tree has no place for: a table within a list or a
 * quotation, anything within a cell.
 * @param images elements of the article's images
 */
export function findParts(
  at: Surroundings,
  images: readonly Element[],
  base: string | null
): Parts {
  const layout = layoutOnly(at, images)
  const made = new Map<Element, Part>()
  const partOf = (element: Element): Part => {
    const known = made.get(element)
    if (known) return known
    const part = makePart(element, {made, base})
    made.set(element, part)
    return part
  }
  return {
    of: (line) => {
      const parts: Part[] = []
      for (const {element} of [...around(line.block)].reverse())
        if (!layout.has(element) && hasPlace(element, parts)) parts.push(partOf(element))
      return parts.at(-1)?.type === 'table' ? [] : parts
    },
    isNote: (line) => [...around(line.block)].some((box) => isNamed(box.element, notes))
  }
}

function hasPlace({tagName}: Element, parts: readonly Part[]): boolean {
  const last = parts.at(-1)?.type
  const isIn = (type: Part['type']): boolean => parts.some((part) => part.type === type)
  if (isIn('preformatted')) return false
  if (isIn('table'))
    return (
      last === 'table' && (tagName === 'td' || tagName === 'th' || tagName === 'caption')
    )
  if (tagName === 'table' || tagName === 'blockquote') return parts.length === 0
  if (lists.has(tagName))
    return (
      last !== 'list' && parts.filter((part) => part.type === 'list').length < deepest
    )
  if (items.has(tagName)) return last === 'list'
  return tagName === 'pre'
}

interface Making {
  readonly made: Map<Element, Part>
  readonly base: string | null
}

function makePart(element: Element, {made, base}: Making): Part {
  switch (element.tagName) {
    case 'blockquote': {
      const url = readAddress(attribute(element, 'cite'), base)
      return {type: 'blockquote', ...(url === null ? {} : {url})}
    }
    case 'table':
      return {type: 'table', rows: rowsOf(element, made)}
    case 'caption':
      return {type: 'caption'}
    case 'li':
    case 'dt':
    case 'dd':
      return {type: 'item', term: element.tagName === 'dt'}
    case 'pre':
      return {type: 'preformatted'}
    case 'td':
    case 'th':
      return cellOf(element)
    default:
      return {
        type: 'list',
        ordered: element.tagName === 'ol',
        definitions: element.tagName === 'dl'
      }
  }
}

/** The rows of a table, of its head and foot too, as they are written. */
function rowsOf(table: Element, made: Map<Element, Part>): CellPart[][] {
  const rows: CellPart[][] = []
  for (const row of childrenOf(table, ['tr', 'thead', 'tbody', 'tfoot'])) {
    const inner = row.tagName === 'tr' ? [row] : childrenOf(row, ['tr'])
    for (const each of inner)
      rows.push(
        childrenOf(each, ['td', 'th']).map((element) => {
          const cell = cellOf(element)
          made.set(element, cell)
          return cell
        })
      )
  }
  return rows
}

/** Browsers take no more columns than this. @see https://html.spec.whatwg.org/#attr-tdth-colspan */
const mostColumns = 1000
const mostRows = 65_534

const cellOf = (element: Element): CellPart => ({
  type: 'cell',
  header: element.tagName === 'th',
  columns: spanIn(element, 'colSpan', mostColumns),
  rows: spanIn(element, 'rowSpan', mostRows)
})

function spanIn(element: Element, name: string, most: number): number {
  const value = Number.parseInt(attribute(element, name), 10)
  return value >= 2 ? Math.min(value, most) : 1
}
