/** The scorer that lies beside the pages, as far as it is used here. */
import {join} from 'node:path'
import type {PageRecord} from './extraction-data.ts'
import type {Kept} from './peer-cache.ts'

/** Figures of a set. */
export interface Figures {
  readonly body?: {n: number; f1: number; precision: number; recall: number}
  readonly snippets?: {n: number; f1: number; precision: number; recall: number}
  readonly title?: {exact: number}
  readonly authors?: {f1: number}
  readonly date?: {accuracy: number}
}
export interface PageScore {
  readonly id: string
  readonly f1?: number
  readonly snip?: {tp: number; tn: number; fp: number; fn: number}
}
export interface Scorer {
  scorePage(page: PageRecord, prediction: Kept | undefined): PageScore
  summarise(pages: readonly PageScore[]): Figures
}

export const loadScorer = (folder: string): Promise<Scorer> => import(join(folder, 'score.mjs'))

/** How well a body fits, from 0 to 1; snippets by the share that is judged right. */
export function valueOf({f1, snip}: PageScore): number {
  if (f1 !== undefined) return f1
  return snip ? (snip.tp + snip.tn) / (snip.tp + snip.tn + snip.fp + snip.fn) : 1
}
