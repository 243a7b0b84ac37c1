import {fold} from '../language/fold.ts'
import type {Rows} from '../tree/tables.ts'
import {partOf} from '../tree/text.ts'
import type {Source} from '../tree/types.ts'

type Withheld = Source['textInData']

/** What the files of data carry of a passage. @param policy absent where they carry all of it */
export function inData(passage: string, policy: Withheld): string {
  if (policy === undefined) return passage
  return policy === 'none' ? '' : partOf(passage)
}

/** Kinds of printed blocks that say what an article is, and are no part of its words. */
const ofTheMasthead = new Set([
  'headline',
  'deck',
  'dateline',
  'outlet',
  'byline',
  'kicker',
  'heading'
])

/**
 * The rows of an article without the words that its rights keep out of the files of data: ids, offsets,
 * counts, names, dates and facts stay, passages are cut or empty.
 */
export function withhold<Batch extends Partial<Rows>>(
  rows: Batch,
  policy: Withheld
): Batch {
  if (policy === undefined) return rows
  const cut = (text: string | null): string | null => inData(text ?? '', policy) || null
  const passage = (text: string | null) => ({
    text: cut(text),
    text_norm: fold(cut(text) ?? '') || null
  })
  return {
    ...rows,
    turns: rows.turns?.map((row) => ({
      ...row,
      ...passage(row.text),
      stage_directions: null
    })),
    paragraphs: rows.paragraphs?.map((row) =>
      ofTheMasthead.has(row.kind) ? row : {...row, ...passage(row.text)}
    ),
    quotations: rows.quotations?.map((row) => ({...row, text: cut(row.text)})),
    facts: rows.facts?.flatMap((row) => {
      if (row.field !== 'description') return row
      const value = cut(row.value)
      return value === null ? [] : {...row, value}
    })
  }
}
