import {firstWhere} from './halving.ts'
/**
 * Offsets of the characters of two UTF-16 code units (U+10000 and up), ascending; a lone surrogate
 * is one code unit and one code point. A reader keeps them as `source.astral`.
 */
export function astralOffsets(text: string): number[] {
  const offsets: number[] = []
  for (const match of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) offsets.push(match.index)
  return offsets
}

/** Turns an offset in UTF-16 code units into one in Unicode code points. */
export type ToCodePoints = (offset: number) => number

/**
 * Counts in code points, as Python, R, DuckDB and W3C's TextPositionSelector do.
 * @param astral `source.astral` of the article; absent where it holds no such character
 */
export function codePointCounter(astral: readonly number[] = []): ToCodePoints {
  if (astral.length === 0) return (offset) => offset
  return (offset) => offset - firstWhere(astral.length, (n) => (astral[n] ?? 0) >= offset)
}
