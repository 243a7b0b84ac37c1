import type {BlockContent, PhrasingContent, RootContent} from 'mdast'
import {plainText} from '../tree/text.ts'
import type {
  Article,
  ArticleChild,
  Dialogue,
  Figure,
  Flow,
  Inline,
  List,
  Paragraph,
  Table,
  Turn,
  Utterance
} from '../tree/types.ts'

/** The blocks of an article as nodes of Markdown. */
export function markdownBlocks(article: Article): RootContent[] {
  const names = new Map(article.entities.map(({id, name}) => [id, name]))
  return article.children.flatMap((child) =>
    child.type === 'dialogue' ? transcript(child, names) : block(child)
  )
}

function block(child: Exclude<ArticleChild, Dialogue>): BlockContent[] {
  switch (child.type) {
    case 'heading': {
      const depth = depths.find((each) => each === child.depth) ?? 6
      return [{type: 'heading', depth, children: phrasing(child.children)}]
    }
    case 'paragraph':
      return [paragraph(child)]
    case 'list':
      return [list(child)]
    case 'blockquote':
      return [{type: 'blockquote', children: child.children.map(flow)}]
    case 'table':
      return table(child)
    case 'figure':
      return figure(child)
  }
}

const depths = [1, 2, 3, 4, 5, 6] as const

const flow = (child: Flow): BlockContent =>
  child.type === 'list' ? list(child) : paragraph(child)

const list = ({ordered, children}: List): BlockContent => ({
  type: 'list',
  ordered,
  spread: false,
  children: children.map((item) => ({
    type: 'listItem',
    spread: false,
    children: item.children.map(flow)
  }))
})

function paragraph({children, role}: Pick<Paragraph, 'children' | 'role'>): BlockContent {
  return role === 'preformatted'
    ? {type: 'code', value: plainText(children)}
    : {type: 'paragraph', children: phrasing(children)}
}

/** Text on one line, since what follows a line end could begin another block; links as links. */
function phrasing(nodes: readonly Inline[]): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  const add = (value: string): void => {
    const last = parts.at(-1)
    if (last?.type === 'text') last.value += value
    else if (value) parts.push({type: 'text', value})
  }
  const visit = (node: Inline): void => {
    if (node.type === 'text') add(oneLine(node.value))
    else if (node.type === 'link' && node.url !== undefined) {
      const value = oneLine(plainText(node.children))
      parts.push({type: 'link', url: node.url, children: [{type: 'text', value}]})
    } else for (const child of node.children) visit(child)
  }
  for (const node of nodes) visit(node)
  return parts
}

function oneLine(text: string): string {
  const lines = text.split(/[\n\r\u0085\u2028\u2029]+/u)
  return lines
    .map((line, n) => (n === 0 ? line : line.trimStart()))
    .map((line, n) => (n === lines.length - 1 ? line : line.trimEnd()))
    .join(' ')
}

/** Captions stand before the table; Markdown knows no cells of several columns or rows. */
function table({children}: Table): BlockContent[] {
  const captions = children.flatMap((child) => (child.type === 'paragraph' ? child : []))
  const rows = children.flatMap((child) => (child.type === 'tableRow' ? child : []))
  return [
    ...captions.map(paragraph),
    {
      type: 'table',
      children: rows.map((row) => ({
        type: 'tableRow',
        children: row.children.map((cell) => ({
          type: 'tableCell',
          children: phrasing(cell.children)
        }))
      }))
    }
  ]
}

function figure({url, alt, children}: Figure): BlockContent[] {
  const image: BlockContent[] =
    url === undefined
      ? []
      : [{type: 'paragraph', children: [{type: 'image', url, alt: alt ?? ''}]}]
  return [...image, ...children.map(paragraph)]
}

function transcript(
  dialogue: Dialogue,
  names: ReadonlyMap<string, string>
): BlockContent[] {
  return dialogue.children.flatMap((child) => {
    if (child.type === 'turn') return speech(child, names)
    return child.type === 'narration' ? [paragraph(child)] : block(child)
  })
}

function speech(turn: Turn, names: ReadonlyMap<string, string>): BlockContent[] {
  const name = names.get(turn.speaker ?? '') ?? turn.label?.value
  const first = turn.children.find((child) => child.type === 'utterance')
  return turn.children.flatMap((child) => {
    if (child.type === 'figure') return figure(child)
    return [said(child, child === first ? name : undefined)]
  })
}

const said = ({children}: Utterance, name: string | undefined): BlockContent => ({
  type: 'paragraph',
  children: [
    ...(name === undefined
      ? []
      : [
          {
            type: 'strong' as const,
            children: [{type: 'text' as const, value: `${name}:`}]
          },
          {type: 'text' as const, value: ' '}
        ]),
    ...phrasing(children)
  ]
})
