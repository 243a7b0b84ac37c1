import type {
  ArticleChild,
  Blockquote,
  Dialogue,
  Figure,
  Flow,
  List,
  ListItem,
  Paragraph,
  Table,
  TableRow
} from '../tree/types.ts'
import {walk} from '../tree/walk.ts'
import {sourceLines, type TeiContext} from './tei-ids.ts'
import {inlines, passage} from './tei-inline.ts'
import {mixed, type Xml, xml} from './xml.ts'

type Block = Exclude<ArticleChild, Dialogue>

/** A block of the narrative. */
export function block(child: Block, context: TeiContext): Xml {
  switch (child.type) {
    case 'paragraph':
    case 'list':
      return flow(child, context)
    case 'heading':
      return mixed(
        'head',
        {
          'xml:id': context.id(child.id),
          'xml:lang': child.language,
          source: sourceLines(child.position)
        },
        inlines(child.children, context)
      )
    case 'blockquote':
      return blockquote(child, context)
    case 'table':
      return table(child, context)
    case 'figure':
      return figure(child, context)
  }
}

const flow = (node: Flow, context: TeiContext): Xml =>
  node.type === 'list' ? list(node, context) : paragraph(node, context)

const attributesOf = (node: Paragraph, context: TeiContext) => ({
  'xml:id': context.id(node.id),
  'xml:lang': node.language,
  'xml:space': node.role === 'preformatted' ? 'preserve' : undefined,
  rend: node.role === 'body' ? undefined : node.role,
  source: sourceLines(node.position)
})

const paragraph = (node: Paragraph, context: TeiContext, name = 'p'): Xml =>
  mixed(name, attributesOf(node, context), passage(node.children, context))

/** A quotation, with the address it is from where the page has one. @see TEI P5, 3.3.3 */
function blockquote({url, children, position}: Blockquote, context: TeiContext): Xml {
  const quote = xml(
    'quote',
    {source: sourceLines(position)},
    children.map((each) => flow(each, context))
  )
  return url === undefined
    ? quote
    : xml('cit', {}, quote, xml('bibl', {}, xml('ref', {target: url})))
}

const list = (node: List, context: TeiContext): Xml => {
  const pairs = node.definitions ? pairsOf(node) : null
  const source = sourceLines(node.position)
  if (pairs)
    return xml(
      'list',
      {type: 'gloss', source},
      pairs.flatMap(({term, meanings}) => [
        paragraph(term, context, 'label'),
        item(meanings, context)
      ])
    )
  return xml(
    'list',
    {rend: node.ordered ? 'numbered' : 'bulleted', source},
    node.children.map((each) => item([each], context))
  )
}

const item = (items: readonly ListItem[], context: TeiContext): Xml =>
  xml(
    'item',
    {rend: items[0]?.term ? 'term' : undefined},
    items.flatMap(({children}) => children.map((each) => flow(each, context)))
  )

interface Pair {
  readonly term: Paragraph
  readonly meanings: ListItem[]
}

/** Each term with what it means; null where TEI's pairs of label and item cannot hold them. */
function pairsOf({children}: List): Pair[] | null {
  const pairs: Pair[] = []
  for (const each of children) {
    const last = pairs.at(-1)
    if (each.term) {
      const [term, ...more] = each.children
      const isPhrase = term && [...walk(term)].every(({type}) => type !== 'quotation')
      if (term?.type !== 'paragraph' || more.length > 0 || !isPhrase) return null
      if (last?.meanings.length === 0) return null
      pairs.push({term, meanings: []})
    } else if (last) last.meanings.push(each)
    else return null
  }
  return pairs.at(-1)?.meanings.length === 0 ? null : pairs
}

const table = (node: Table, context: TeiContext): Xml =>
  xml(
    'table',
    {source: sourceLines(node.position)},
    node.children.flatMap((each) =>
      each.type === 'paragraph' ? [paragraph(each, context, 'head')] : []
    ),
    node.children.flatMap((each) =>
      each.type === 'tableRow' ? [row(each, context)] : []
    )
  )

const row = ({children}: TableRow, context: TeiContext): Xml =>
  xml(
    'row',
    {role: children.every((cell) => cell.header) ? 'label' : undefined},
    children.map((cell) =>
      mixed(
        'cell',
        {
          role: cell.header ? 'label' : undefined,
          cols: cell.columns,
          rows: cell.rows
        },
        passage(cell.children, context)
      )
    )
  )

/** An image: its address, what the page says in its place, then caption and credit. */
export const figure = (node: Figure, context: TeiContext): Xml => {
  const [caption] = node.children.filter(({role}) => role === 'caption')
  return xml(
    'figure',
    {'xml:id': context.id(node.id), source: sourceLines(node.position)},
    node.url !== undefined && xml('graphic', {url: node.url}),
    node.alt !== undefined && xml('figDesc', {}, node.alt),
    node.children.map((each) => paragraph(each, context, each === caption ? 'head' : 'p'))
  )
}
