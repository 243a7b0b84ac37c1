import type {Element} from 'hast'
import {type EmbeddedLine, embeddedBodies} from './embedded.ts'
import type {Evidence} from './evidence.ts'
import type {Box, Line} from './page.ts'
import {wordsOf} from './text.ts'

/** The lines of a page and why each is no part of the article. */
interface Chosen {
  readonly lines: readonly Line[]
  readonly reasons: readonly (string | null)[]
}

/** An article of more characters than this is printed. */
const mostPrinted = 2500
/** The data must hold so many times the characters of what is printed. */
const leastGain = 1.8
/** The share of its pairs of words that a text has in another that it is part of. */
const leastShared = 0.5

/**
 * Adds the body that a page holds in the data of its scripts alone, behind the lines that it prints: where it
 * prints little, and what it prints of the article, or its description, stands in that body too.
 */
export function withEmbedded(
  html: string,
  {page, texts, description}: Evidence,
  reasons: readonly (string | null)[]
): Chosen {
  const {lines} = page
  const own = texts.filter((_, n) => reasons[n] === null)
  const printed = lines.reduce(
    (sum, {text}, n) => sum + (reasons[n] === null ? text.length : 0),
    0
  )
  const paragraphs = lines.filter(
    (_, n) => reasons[n] === null && (texts[n]?.prose ?? 0) > 80
  )
  const isRepeated =
    paragraphs.length === 0 ||
    paragraphs.slice(0, 3).some(({text}) => isTwice(html, text))
  if (printed > mostPrinted || !isRepeated) return {lines, reasons}
  const prose = own.filter((each) => each.prose > 0).flatMap(({words}) => pairsOf(words))
  const described = pairsOf(description)
  for (const body of embeddedBodies(html)) {
    if (body.reduce((sum, {text}) => sum + text.length, 0) < printed * leastGain) continue
    const pairs = new Set(body.flatMap(({text}) => pairsOf(wordsOf(text))))
    const isOwn =
      (prose.length > 7 && shareIn(prose, pairs) >= leastShared) ||
      (described.length > 7 && shareIn(described, pairs) >= leastShared)
    if (!isOwn) continue
    const joined = joinBody(body, {page, texts}, reasons)
    if (!joined) continue
    const added = joined.body.map((line) =>
      asLine(line, page.boxes[0] ?? null, page.boxes.length)
    )
    return {
      lines: [...lines, ...added],
      reasons: [...joined.reasons, ...added.map(() => null)]
    }
  }
  return {lines, reasons}
}

/**
 * Joins a body to what is printed in the order of the page: behind it, without what it says already; or, where it stands
 * before it, in place of all that it repeats. Null where printed lines that are in the body nowhere stand behind it.
 */
function joinBody(
  body: readonly EmbeddedLine[],
  {page: {lines}, texts}: Pick<Evidence, 'page' | 'texts'>,
  reasons: readonly (string | null)[]
): {body: readonly EmbeddedLine[]; reasons: readonly (string | null)[]} | null {
  const pairsAt = (n: number): string[] => pairsOf(texts[n]?.words ?? [])
  const start = body[0]?.runs[0]?.start ?? 0
  const behind = lines.flatMap((line, n) =>
    reasons[n] === null && (line.runs.at(-1)?.end ?? 0) > start ? [n] : []
  )
  if (behind.length === 0) {
    const shown = new Set(
      texts.flatMap((_, n) => (reasons[n] === null ? pairsAt(n) : []))
    )
    const isNew = ({text}: EmbeddedLine): boolean =>
      shareIn(pairsOf(wordsOf(text)), shown) < leastShared
    return {body: body.filter(isNew), reasons}
  }
  const held = new Set(body.flatMap(({text}) => pairsOf(wordsOf(text))))
  if (behind.some((n) => shareIn(pairsAt(n), held) < leastShared)) return null
  const replaced = new Set(behind)
  return {
    body,
    reasons: reasons.map((reason, n) => (replaced.has(n) ? 'repeated' : reason))
  }
}

/** True where a page writes one of the first pieces of a printed paragraph a second time, in the escapes of JSON perhaps. */
function isTwice(html: string, text: string): boolean {
  const pieces = text.slice(0, 400).match(/[\p{L}\p{M} ,]{16,28}/gu) ?? []
  return pieces.slice(0, 3).some((piece) => {
    const first = html.indexOf(piece)
    if (first >= 0 && html.indexOf(piece, first + 1) >= 0) return true
    const escaped = piece.replace(/[^\0-\x7F]/gu, escapeOf)
    return escaped !== piece && html.includes(escaped)
  })
}

const escapeOf = (char: string): string =>
  `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`

const pairsOf = (words: readonly string[]): string[] =>
  words.slice(1).map((word, n) => `${words[n]} ${word}`)

const shareIn = (own: readonly string[], pairs: ReadonlySet<string>): number =>
  own.filter((pair) => pairs.has(pair)).length / Math.max(1, own.length)

/** A line as if the page printed it in an element of its own, within its outermost one. */
function asLine(
  {text, runs, tag}: EmbeddedLine,
  parent: Box | null,
  index: number
): Line {
  const point = (offset: number) => ({line: 1, column: 1, offset})
  const element: Element = {
    type: 'element',
    tagName: tag,
    properties: {},
    children: [],
    position: {start: point(runs[0]?.start ?? 0), end: point(runs.at(-1)?.end ?? 0)}
  }
  const box: Box = {
    element,
    tag,
    parent,
    depth: (parent?.depth ?? 0) + 1,
    index,
    tokens: [],
    hidden: false,
    first: 0,
    last: 0
  }
  return {text, runs, block: box, inner: box, linked: 0, bold: 0}
}
