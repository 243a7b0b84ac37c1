import {type DefaultTreeAdapterTypes, parse} from 'parse5'
import {maskDeep} from '../../pipeline/extract/depth.ts'
import type {Article} from '../../pipeline/tree/types.ts'
import {walk} from '../../pipeline/tree/walk.ts'

/** Elements whose content a browser without scripts does not print as text of the page. */
const silent = new Set(
  'script style template noscript head iframe object embed applet svg canvas video audio map select datalist textarea noframes noembed frameset title meta link'.split(
    ' '
  )
)

/** What a page shows, by the parser of a browser alone: nothing of ours is asked. */
export function shown(html: string): string {
  const parts: string[] = []
  const open: DefaultTreeAdapterTypes.Node[] = [parse(html, {scriptingEnabled: false})]
  for (let node = open.pop(); node; node = open.pop()) {
    if ('value' in node) parts.push(node.value)
    else if ('childNodes' in node && !('tagName' in node && silent.has(node.tagName)))
      open.push(...node.childNodes.toReversed())
  }
  return parts.join('')
}

/** A null is no text; in raw text a browser shows a sign in its place. */
export const ink = (text: string): string =>
  text.replaceAll('\0', '').replace(/[\s\u0085\ufffd]+/gu, '')

/** What no output may carry lies in the span of a fact, but not in its value. */
const controls = /[\p{Cc}\p{Noncharacter_Code_Point}\u202a-\u202e]/gu

/**
 * Holds an article against the page it was taken from, character by character: none that the page does not show is
 * in the tree or set aside, and each that it shows is there, or in a stated fact.
 */
export function faultOfPage(article: Article, html: string): string | null {
  // Tags nested deeper than we follow are read as if they were not there.
  if (maskDeep(html) !== html) return null
  const counts = new Map<string, number>()
  const count = (text: string, by: number): void => {
    for (const character of ink(text).replace(controls, ''))
      counts.set(character, (counts.get(character) ?? 0) + by)
  }
  count(shown(html), 1)
  for (const node of walk(article)) {
    if (node.type === 'text') count(node.value, -1)
    if (node.type === 'turn' && node.label) {
      const {before = '', value, after = ''} = node.label
      count(before + value + after, -1)
    }
  }
  for (const {value} of article.source.setAside) count(value, -1)
  const invented = [...counts].find(([, number]) => number < 0)
  if (invented) return `the page does not show ${JSON.stringify(invented[0])} so often`
  for (const {basis, value, text} of Object.values(article.metadata).flat())
    if (basis === 'stated')
      count(
        text ??
          (typeof value === 'object' && 'name' in value ? value.name : String(value)),
        -1
      )
  const lost = [...counts].find(([, number]) => number > 0)
  return lost ? `of what the page shows ${JSON.stringify(lost[0])} is lost` : null
}
