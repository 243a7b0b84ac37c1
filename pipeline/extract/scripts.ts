import {firstWhere} from '../tree/halving.ts'

/** A piece of a page that was left out: where it stood in what is left, and its length, both in UTF-16 code units. */
interface Cut {
  readonly at: number
  readonly length: number
}

/** Comments, and elements whose content is no markup. */
const raws =
  /<!--(?:[^-]|-(?!->))*|<(script|style|textarea|title|xmp|plaintext)\b[^>]*>?/giu

/** Shorter contents are not worth a cut. */
const shortest = 200

/**
 * Leaves out what stands in scripts and style sheets, which is more than half of many a page, but for JSON-LD:
 * a parser would read every character of it. Linear.
 */
export function withoutScripts(html: string): {text: string; cuts: readonly Cut[]} {
  const parts: string[] = []
  const cuts: Cut[] = []
  let from = 0
  let length = 0
  raws.lastIndex = 0
  for (let raw = raws.exec(html); raw; raw = raws.exec(html)) {
    const name = raw[1]?.toLowerCase()
    if (!name) continue
    if (name === 'plaintext') break
    const start = raws.lastIndex
    const end = endOfRaw(html, start, name)
    raws.lastIndex = end
    const isCode = name === 'style' || (name === 'script' && !/ld\+json/iu.test(raw[0]))
    if (!isCode || end - start < shortest || end === html.length) continue
    const kept = html.slice(from, start)
    parts.push(kept)
    length += kept.length
    cuts.push({at: length, length: end - start})
    from = end
  }
  return cuts.length > 0
    ? {text: parts.join('') + html.slice(from), cuts}
    : {text: html, cuts}
}

/** Where the content of a raw element ends: before its end tag, or with the page. */
function endOfRaw(html: string, start: number, name: string): number {
  const tag = new RegExp(`</${name}(?=[\\s/>])`, 'giu')
  tag.lastIndex = start
  return tag.exec(html)?.index ?? html.length
}

/** Tells where an offset of the text without cuts is in the page before they were made. */
export function offsetsBehind(cuts: readonly Cut[]): (offset: number) => number {
  if (cuts.length === 0) return (offset) => offset
  const sums = [0]
  for (const {length} of cuts) sums.push((sums.at(-1) ?? 0) + length)
  return (offset) =>
    offset + (sums[firstWhere(cuts.length, (n) => (cuts[n]?.at ?? 0) >= offset)] ?? 0)
}
