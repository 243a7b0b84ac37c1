import {searchWords} from '../language/search.ts'
import type {Load, Manifest} from './search-dictionary.ts'

/** A result as it is shown. */
export interface SearchResult {
  readonly slug: string
  readonly anchor: string
  readonly title: string
  readonly language: string
  readonly direction: string
  readonly date?: string
  readonly publisher?: string
  readonly speaker: string
  readonly snippet: readonly SnippetPart[]
}

/** A piece of a text, and whether it is what was searched. */
export interface SnippetPart {
  readonly text: string
  readonly isMark: boolean
}

/** A piece of an article's texts, as `text-1.js` has it. */
interface Piece {
  readonly title: string
  readonly language: string
  readonly direction: string
  readonly date?: string
  readonly publisher?: string
  readonly first: number
  readonly documents: readonly (readonly [
    anchor: string,
    speaker: string,
    text: string
  ])[]
}

type Row = readonly [slug: string, documents: number, ...chunks: number[]]

/** Finds the article and the text of a document. */
export async function showResult(
  document: number,
  marks: ReadonlySet<string>,
  index: {readonly manifest: Manifest; readonly load: Load}
): Promise<SearchResult | null> {
  const {manifest, load} = index
  const block = manifest.blocks.findLastIndex((first) => first <= document)
  const rows = await load<readonly Row[]>(`articles-${block + 1}`)
  let base = manifest.blocks[block] ?? 0
  for (const [slug, count, ...chunks] of rows) {
    if (document < base + count) {
      const n = document - base
      const chunk = chunks.findLastIndex((first) => first <= n)
      const piece = await load<Piece>(`${slug}/${chunk + 1}`)
      const [anchor, speaker, text] = piece.documents[n - piece.first] ?? ['', '', '']
      return {...piece, slug, anchor, speaker, snippet: snippetOf(text, marks)}
    }
    base += count
  }
  return null
}

/** UTF-16 code units of a snippet, and of what stands in it before the first mark, about. */
const length = 220
const before = 70

/** The part of a text around the first words that were searched, and they marked. */
function snippetOf(text: string, marks: ReadonlySet<string>): SnippetPart[] {
  const hits = [...searchWords(text)].filter(({key}) => marks.has(key))
  const first = hits[0]?.start ?? 0
  const from =
    first <= before || text.length <= length ? 0 : wordBreak(text, first - before)
  const to = text.length <= from + length ? text.length : wordBreak(text, from + length)
  const parts: SnippetPart[] = from > 0 ? [{text: '… ', isMark: false}] : []
  let at = from
  for (const {start, end} of hits) {
    if (start < at || end > to) continue
    if (start > at) parts.push({text: text.slice(at, start), isMark: false})
    parts.push({text: text.slice(start, end), isMark: true})
    at = end
  }
  if (at < to) parts.push({text: text.slice(at, to), isMark: false})
  return to < text.length ? [...parts, {text: ' …', isMark: false}] : parts
}

/** The end of a word at or before a place. */
function wordBreak(text: string, place: number): number {
  const space = text.lastIndexOf(' ', place)
  return space > place - 40 && space >= 0 ? space + 1 : place
}
