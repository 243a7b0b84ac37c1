/** Elements nested deeper than this are read as if they were not there; a browser stops at 512 too. */
const deepest = 150

/** Elements without an end tag, or whose end tag may be left out: they do not nest by themselves. */
const flat = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd td th tr tbody thead tfoot colgroup option optgroup rt rp html head body'.split(
    ' '
  )
)
/** Comments, and elements whose content is no markup; else one tag. */
const tags =
  /<!--(?:[^-]|-(?!->))*|<(script|style|textarea|title|xmp|plaintext)\b|<(\/?)([a-z][a-z0-9-]*)/giu

/**
 * Blanks the tags of elements that are nested too deep for a parser, keeping every offset. The text
 * in them stays. Linear, and the text itself for any page that people wrote.
 */
export function maskDeep(html: string): string {
  const spans: [number, number][] = []
  let depth = 0
  tags.lastIndex = 0
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    const [, raw, slash, name] = tag
    if (raw) {
      tags.lastIndex = endOfRaw(html, tag.index, raw.toLowerCase())
      continue
    }
    if (!name || flat.has(name.toLowerCase())) continue
    if (!slash) depth++
    if (depth > deepest) spans.push([tag.index, endOfTag(html, tag.index)])
    if (slash) depth = Math.max(0, depth - 1)
  }
  return spans.length > 0 ? blank(html, spans) : html
}

function endOfRaw(html: string, start: number, name: string): number {
  if (name === 'plaintext') return html.length
  const rest = new RegExp(`</${name}`, 'giu')
  rest.lastIndex = start
  const end = rest.exec(html)
  return end ? end.index + end[0].length : html.length
}

function endOfTag(html: string, start: number): number {
  const end = html.indexOf('>', start)
  return end < 0 ? html.length : end + 1
}

function blank(html: string, spans: readonly [number, number][]): string {
  const parts: string[] = []
  let at = 0
  for (const [start, end] of spans) {
    if (start < at) continue
    parts.push(html.slice(at, start), html.slice(start, end).replace(/[^\r\n]/gu, ' '))
    at = end
  }
  return parts.join('') + html.slice(at)
}
