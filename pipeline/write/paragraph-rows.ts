import {fold} from '../language/fold.ts'
import type {RowOf} from '../tree/tables.ts'
import {linesOf} from './article-rows.ts'
import type {PrintedBlock} from './printed-blocks.ts'
import type {RowContext} from './row-context.ts'

/** The rows of the blocks of an article that have an id. */
export function paragraphRows(
  context: RowContext,
  blocks: readonly PrintedBlock[]
): RowOf<'paragraphs'>[] {
  const rows: RowOf<'paragraphs'>[] = []
  let section: string | null = null
  for (const block of blocks) {
    if (block.id === null) continue
    rows.push({
      paragraph_id: context.id(block.id),
      article_id: context.article.id,
      position: rows.length + 1,
      kind: block.kind,
      section,
      text: block.text,
      text_norm: fold(block.text) || null,
      words: block.words,
      ...context.span(block.position),
      ...linesOf(block)
    })
    if (block.kind === 'heading') section = block.text
  }
  return rows
}
