import type {Result} from '../source/types.ts'
import {isDialogue, isQuotation, isTurn} from '../tree/guards.ts'
import type {TableName} from '../tree/tables.ts'
import {walk} from '../tree/walk.ts'

/** The number of rows that tables must have, counted in the trees. */
export interface RowCounts {
  /** A table not in it may have any number of rows. */
  readonly counts: ReadonlyMap<TableName, number>
  add(result: Result): void
}

const counted: readonly TableName[] = [
  'sources',
  'articles',
  'dialogues',
  'speakers',
  'turns',
  'quotations',
  'messages'
]

/** Counts of an edition without sources. */
export function createRowCounts(): RowCounts {
  const counts = new Map(counted.map((table) => [table, 0]))
  const count = (table: TableName, more: number): void => {
    counts.set(table, (counts.get(table) ?? 0) + more)
  }
  return {
    counts,
    add({article, messages}) {
      count('sources', 1)
      count('messages', messages.length)
      if (!article) return
      count('articles', 1)
      for (const node of walk(article)) {
        if (isTurn(node)) count('turns', 1)
        else if (isQuotation(node)) count('quotations', 1)
        else if (isDialogue(node)) {
          count('dialogues', 1)
          count('speakers', node.participants.length)
        }
      }
    }
  }
}
