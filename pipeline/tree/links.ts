import {copyArticle} from './copy.ts'
import {isTextBlock, type TextBlock} from './guards.ts'
import {firstWhere} from './halving.ts'
import type {Locator} from './position.ts'
import type {Article, Inline, Leaf, Text} from './types.ts'
import {walk} from './walk.ts'

/** Words that lead elsewhere; offsets in the text that was read. */
export interface Hyperlink {
  readonly start: number
  readonly end: number
  readonly url?: string
  /** An offset in the block of this text that it leads to. */
  readonly target?: number
}

/** A link with the id of the node that it leads to. */
interface Aimed extends Hyperlink {
  readonly node: string | undefined
}

/**
 * An article with its links, which change no other node: a link wraps whole nodes where it can, stands
 * within a name or a date where it covers a part of it, and becomes two where it would cut through one.
 * @param links in order, none empty and none overlapping another
 */
export function addLinks(
  article: Article,
  links: readonly Hyperlink[],
  at: Locator
): Article {
  if (links.length === 0) return article
  const linked = copyArticle(article)
  const blocks = [...walk(linked)].filter(isTextBlock)
  const aimed = links
    .map((link) => ({...link, node: nodeAt(blocks, link.target)}))
    .filter(({node, url}) => node !== undefined || url !== undefined)
  for (const block of blocks) block.children = wrapAll(block.children, aimed, at)
  return linked
}

/** Id of the block that an offset lies in. */
function nodeAt(
  blocks: readonly TextBlock[],
  offset: number | undefined
): string | undefined {
  if (offset === undefined) return undefined
  const block = blocks.find(
    ({position: {start, end}}) => start.offset <= offset && offset < end.offset
  )
  return block && 'id' in block ? block.id : undefined
}

interface Piece<Node> {
  readonly link: Aimed | undefined
  readonly node: Node
}

/** Wraps the nodes of a block; what lies within a node goes into it. */
function wrapAll(
  nodes: readonly Inline[],
  links: readonly Aimed[],
  at: Locator
): Inline[] {
  return join(
    nodes.flatMap((node) => wrapOne(node, links, at)),
    at
  )
}

function wrapOne(node: Inline, links: readonly Aimed[], at: Locator): Piece<Inline>[] {
  if (node.type === 'text') return cut(node, links, at)
  const link = linkAt(links, node.position.start.offset)
  if (link && node.position.end.offset <= link.end) return [{link, node}]
  const wrapped =
    node.type === 'quotation' || node.type === 'link'
      ? {...node, children: wrapAll(node.children, links, at)}
      : {...node, children: wrapLeaves(node.children, links, at)}
  return [{link: undefined, node: wrapped}]
}

const wrapLeaves = (
  nodes: readonly Leaf[],
  links: readonly Aimed[],
  at: Locator
): Leaf[] =>
  join(
    nodes.flatMap((node): Piece<Leaf>[] =>
      node.type === 'text' ? cut(node, links, at) : [{link: undefined, node}]
    ),
    at
  )

/** Cuts a text at the edges of the links in it. */
function cut(node: Text, links: readonly Aimed[], at: Locator): Piece<Text>[] {
  const first = node.position.start.offset
  const last = node.position.end.offset
  const pieces: Piece<Text>[] = []
  for (let from = first; from < last; ) {
    const link = linkAt(links, from)
    const to = Math.min(last, link ? link.end : (linkAfter(links, from)?.start ?? last))
    const value = node.value.slice(from - first, to - first)
    pieces.push({link, node: {type: 'text', value, position: at.span(from, to)}})
    from = to
  }
  return pieces
}

/** Neighbours in one link become its children. */
function join<Node extends Inline>(
  pieces: readonly Piece<Node>[],
  at: Locator
): (Node | Extract<Inline, {type: 'link'}>)[] {
  const out: (Node | Extract<Inline, {type: 'link'}>)[] = []
  for (let n = 0; n < pieces.length; ) {
    const {link, node} = pieces[n] ?? {}
    if (!node) break
    let next = n + 1
    while (link && pieces[next]?.link === link) next++
    if (link) {
      const children = pieces.slice(n, next).map((piece) => piece.node)
      const end = children.at(-1)?.position.end ?? node.position.end
      out.push({
        type: 'link',
        ...(link.node !== undefined ? {target: link.node} : {}),
        ...(link.node === undefined && link.url !== undefined ? {url: link.url} : {}),
        children,
        position: at.span(node.position.start.offset, end.offset)
      })
    } else out.push(node)
    n = next
  }
  return out
}

/** The link that an offset lies in, found by halving. */
function linkAt(links: readonly Aimed[], offset: number): Aimed | undefined {
  const link = links[firstBehind(links, offset) - 1]
  return link && offset < link.end ? link : undefined
}

const linkAfter = (links: readonly Aimed[], offset: number): Aimed | undefined =>
  links[firstBehind(links, offset)]

/** Index of the first link that starts behind an offset. */
const firstBehind = (links: readonly Aimed[], offset: number): number =>
  firstWhere(links.length, (n) => (links[n]?.start ?? 0) > offset)
