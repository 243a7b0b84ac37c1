import type {Element, Root, RootContent} from 'hast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'

const parser = unified().use(rehypeParse)

/** A page as a browser reads it. */
export const parsePage = (text: string): Root => parser.parse(text)

/** Every element of a page, in its order. */
export function* elements(node: Root | RootContent): Generator<Element> {
  if (node.type === 'element') yield node
  if ('children' in node) for (const child of node.children) yield* elements(child)
}

/** The text of a node, as it stands between tags. */
export function textOf(node: Root | RootContent): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
