import {isUtterance} from './guards.ts'
import {remember} from './remember.ts'
import {segmentsOf} from './segments.ts'
import type {Inline, TableRow, Turn, Utterance} from './types.ts'

/** Plain text of inline nodes in reading order, as printed. */
export function plainText(nodes: readonly Inline[]): string {
  let text = ''
  for (const node of nodes)
    text += node.type === 'text' ? node.value : plainText(node.children)
  return text
}

/** The cells of a row, apart by tabs; a line end within a cell is a space. */
export const rowText = (row: TableRow): string =>
  row.children
    .map((cell) => plainText(cell.children).replace(/\s+/gu, ' ').trim())
    .join('\t')

/** Plain text without the stage directions: what is said. */
export function spokenText(nodes: readonly Inline[]): string {
  let text = ''
  for (const node of nodes) {
    if (node.type === 'text') text += node.value
    else if (node.type !== 'stage') text += spokenText(node.children)
  }
  return text
}

/** The paragraphs of a turn, without the images between them. */
export const utterancesOf = (turn: Turn): Utterance[] => turn.children.filter(isUtterance)

/** What is said in a turn, its paragraphs joined by a blank line, stage directions as printed. */
export const turnText = (turn: Turn): string =>
  utterancesOf(turn)
    .map((utterance) => plainText(utterance.children))
    .join('\n\n')

let made: Intl.Segmenter | undefined
/** Made when it is first asked: it loads tables that the words of most texts do without. */
const segmenter = (): Intl.Segmenter =>
  (made ??= new Intl.Segmenter('und', {granularity: 'word'}))

/** What joins nothing at the ends of a run, and is no word where it stands alone. */
const edge = /["()[\]!?؟,،;؛.:-]/u

/**
 * One word, whoever segments it: letters of scripts in which none stands for a word, digits, and marks behind the
 * first of them.
 * @see https://www.unicode.org/reports/tr29/#WB5 and the rules behind it
 */
const oneWord = ((scripts) => {
  const letter = `(?:(?=\\p{L})[${scripts}]|\\p{Nd}|\u0640)`
  return new RegExp(
    `^${letter}(?:${letter}|(?=\\p{M})[${scripts}\\p{Script=Inherited}])*$`,
    'u'
  )
})(
  String.raw`\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}`
)

/** What joins the character before it, a space or a dash too, so that a run that begins with it does not stand for itself. */
const joining = /[\t\n\r –—…“”«»][\p{Grapheme_Extend}\p{M}\p{Cf}\p{Emoji_Modifier}]/u

/**
 * Number of words. White space and dashes end whatever stands before them, so that the runs between are counted apart:
 * few of them are new, and asking `Intl` takes a hundred times longer than remembering.
 * @see https://www.unicode.org/reports/tr29/#Word_Boundaries
 */
export const countWords = (text: string): number => wordsOfText(text)

/** What ends a word wherever it stands, and a colon where it does. */
const ending = /[\t\n\r –—…“”«»]+|(?<=\p{Nd}):(?=\p{Nd})/u

/** Many outputs ask for the words of each turn of an article. */
const wordsOfText = remember((text) => {
  if (joining.test(text)) return segmentWords(text)
  let count = 0
  for (const run of text.split(ending)) if (run) count += wordsOfRun(run)
  return count
}, 512)

function segmentWords(text: string): number {
  let count = 0
  for (const {isWordLike} of segmentsOf(text, segmenter())) if (isWordLike) count++
  return count
}

const wordsOfRun = remember((run) => {
  let [start, end] = [0, run.length]
  while (start < end && edge.test(run[start] ?? '')) start++
  while (start < end && edge.test(run[end - 1] ?? '')) end--
  const inner = run.slice(start, end)
  if (inner === '') return 0
  return oneWord.test(inner) ? 1 : segmentWords(run)
}, 65_536)

/** Words of a passage that may be shown where the whole may not, and the share of it they may be. */
const snippet = {words: 10, share: 0.5} as const

/** The beginning of a passage: its first ten words, and never more than half of them. */
export function partOf(text: string): string {
  const words = [...segmentsOf(text, segmenter())].filter(({isWordLike}) => isWordLike)
  const count = Math.min(snippet.words, Math.floor(words.length * snippet.share))
  const last = words[count - 1]
  return last ? text.slice(0, last.index + last.segment.length) : ''
}
