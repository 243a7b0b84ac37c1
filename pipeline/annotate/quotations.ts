import {keySet, nameKey} from '../language/fold.ts'
import {languageOf} from '../language/index.ts'
import type {Mark} from '../tree/inline.ts'
import type {Inline, Quotation} from '../tree/types.ts'
import type {BlockText} from './block-text.ts'

/**
 * Quotation marks as printed, opening to closing; the same mark twice where a paper uses one for both.
 * @see CLDR delimiters of the languages, and the forms seen in print
 */
const pairs: Readonly<Record<string, string>> = {
  '“': '”',
  '”': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '「': '」',
  '『': '』',
  '"': '"'
}
/** Longest quotation looked for, in UTF-16 code units. */
const longest = 2000

interface Found {
  readonly start: number
  readonly end: number
}

/** Marks the quotations of a block. One that is nothing but a known name is left to its mention. */
export function quotationMarks(
  block: BlockText,
  nodes: readonly Inline[],
  tag: string
): Mark[] {
  const quotes = findQuotes(block.text)
  if (quotes.length === 0) return []
  const verbs = keySet(languageOf(tag).speechVerbs)
  const proclitics = languageOf(tag).proclitics
  const mentions = mentionSpans(nodes)
  return quotes.flatMap((found) => {
    const start = block.offsetAt(found.start)
    const end = block.offsetAt(found.end - 1) + 1
    if (mentions.get(start + 1) === end - 1) return []
    const intro = introduction(block.text, found, (word) =>
      isVerb(word, verbs, proclitics)
    )
    return [
      {
        start,
        end,
        wrap: (children, position) =>
          ({
            type: 'quotation',
            kind: intro ? 'direct' : 'scare',
            ...(intro?.cue ? {cue: intro.cue} : {}),
            rule: intro ? intro.rule : 'annotate/quotation-marks',
            confidence: intro ? 0.9 : 0.7,
            children,
            position
          }) satisfies Quotation
      }
    ]
  })
}

function mentionSpans(nodes: readonly Inline[]): ReadonlyMap<number, number> {
  const spans = new Map<number, number>()
  for (const node of nodes) {
    if (node.type === 'mention')
      spans.set(node.position.start.offset, node.position.end.offset)
  }
  return spans
}

/** Pairs of marks, left to right; a mark without its partner is left alone. */
function findQuotes(text: string): Found[] {
  const found: Found[] = []
  for (let index = nextMark(text, 0); index >= 0; index = nextMark(text, index + 1)) {
    const end = closeOf(text, index, pairs[text[index] ?? ''] ?? '')
    if (end < 0) continue
    found.push({start: index, end: end + 1})
    index = end
  }
  return found
}

const openingMark = new RegExp(`[${Object.keys(pairs).join('')}]`, 'gu')

function nextMark(text: string, from: number): number {
  openingMark.lastIndex = from
  return openingMark.exec(text)?.index ?? -1
}

function closeOf(text: string, open: number, closing: string): number {
  const last = Math.min(text.length, open + longest)
  for (let index = open + 1; index < last; index++) {
    if (closing.includes(text[index] ?? ' ')) return index > open + 1 ? index : -1
  }
  return -1
}

/** What tells that somebody says the quoted words: a colon before them, or a verb of saying beside them. */
function introduction(
  text: string,
  {start, end}: Found,
  isSpeechVerb: (word: string) => boolean
): {rule: string; cue?: string} | null {
  const before = text.slice(Math.max(0, start - 60), start)
  const after = text.slice(end, end + 30)
  const near = [
    /([\p{L}\p{M}]+)[\s:،,]*$/u.exec(before)?.[1],
    /^[\s،,–-]*([\p{L}\p{M}]+)/u.exec(after)?.[1]
  ]
  const cue = near.find((word) => word !== undefined && isSpeechVerb(word))
  if (cue) return {rule: 'annotate/verb-of-saying', cue}
  if (!/[:：]\s*$/u.test(before)) return null
  const clause = before.split(/[.!?؟]/u).at(-1) ?? ''
  const verb = (clause.match(/[\p{L}\p{M}]+/gu) ?? []).find(isSpeechVerb)
  return {rule: 'annotate/colon-before-quotation', ...(verb ? {cue: verb} : {})}
}

function isVerb(
  word: string,
  verbs: ReadonlySet<string>,
  proclitics: readonly string[]
): boolean {
  const key = nameKey(word)
  return verbs.has(key) || (proclitics.includes(key[0] ?? '') && verbs.has(key.slice(1)))
}
