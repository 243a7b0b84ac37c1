import {firstWhere} from '../tree/halving.ts'

/** A piece of a page that was left out: where it stood in what is left, and its length, both in UTF-16 code units. */
interface Cut {
  readonly at: number
  readonly length: number
}

/** Elements whose content is no markup. @see https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inhead */
const raw = new Set(
  'script style textarea title xmp iframe noembed noframes plaintext'.split(' ')
)

/** Where something begins that is no text: a comment, a declaration, a tag by its name. */
const signs = /<!--|<[!?]|<\/(?![a-z])|<\/?([a-z][^\t\n\f\r />]*)/giu

/** Pieces of a tag behind its name. */
const within = {
  blanks: /[\t\n\f\r ]*/y,
  blanksAndSlashes: /[\t\n\f\r /]*/y,
  /** What a name begins with may be anything but the end of the tag, and ends it nowhere. */
  name: /[^>][^\t\n\f\r />=]*/y,
  bareValue: /[^\t\n\f\r >]*/y
} as const

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
  signs.lastIndex = 0
  for (let sign = signs.exec(html); sign; sign = signs.exec(html)) {
    const start = endOfSign(html, sign)
    signs.lastIndex = start
    const name = sign[1]?.toLowerCase() ?? ''
    if (!raw.has(name) || sign[0].startsWith('</')) continue
    if (name === 'plaintext') break
    const end = endOfRaw(html, start, name)
    signs.lastIndex = end
    const isCode =
      name === 'style' ||
      (name === 'script' && !/ld\+json/iu.test(html.slice(sign.index, start)))
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

/**
 * Where a tag, a comment or a declaration ends: what looks like a tag within it is none.
 * @see https://html.spec.whatwg.org/multipage/parsing.html#tokenization
 */
function endOfSign(html: string, {0: written, 1: name, index}: RegExpExecArray): number {
  const at = index + written.length
  if (written === '<!--') {
    ending.lastIndex = at
    return ending.test(html) ? ending.lastIndex : html.length
  }
  const behind = name ? endOfAttributes(html, at) : at
  const end = html.indexOf('>', behind)
  return end < 0 ? html.length : end + 1
}

/** The end of a comment: `-->`, `--!>`, and right behind its beginning `>` and `->` too. */
const ending = /(?<=<!--)-?>|--!?>/gu

/** Where the attributes of a tag end. A value whose quotation mark is never closed takes the rest of the page. */
function endOfAttributes(html: string, from: number): number {
  const past = (piece: keyof typeof within, at: number): number => {
    const pattern = within[piece]
    pattern.lastIndex = at
    return pattern.test(html) ? pattern.lastIndex : at
  }
  for (let at = from; ; ) {
    const start = past('blanksAndSlashes', at)
    const end = past('name', start)
    if (end === start) return end
    const sign = past('blanks', end)
    at = end
    if (html[sign] !== '=') continue
    at = past('blanks', sign + 1)
    const quote = html[at]
    if (quote === '"' || quote === "'") {
      const close = html.indexOf(quote, at + 1)
      at = close < 0 ? html.length : close + 1
    } else at = past('bareValue', at)
  }
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
  // Nodes are asked for in their order, mostly: between the same two cuts as the one before.
  let near = {after: -1, upTo: -1, sum: 0}
  return (offset) => {
    if (offset <= near.after || offset > near.upTo) {
      const n = firstWhere(cuts.length, (each) => (cuts[each]?.at ?? 0) >= offset)
      const upTo = cuts[n]?.at ?? Number.POSITIVE_INFINITY
      near = {after: cuts[n - 1]?.at ?? -1, upTo, sum: sums[n] ?? 0}
    }
    return offset + near.sum
  }
}
