import {stringOf} from '../tree/facts.ts'
import type {Article} from '../tree/types.ts'

/** An article as others name it. */
export interface Neighbour {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly dir: 'rtl' | 'ltr'
  /** As it was published, at most to the second; empty where no date is known. */
  readonly date: string
}

export function neighbourOf({id, language, dir, metadata}: Article): Neighbour {
  const title = stringOf(metadata, 'headline') ?? id
  return {id, title, language, dir, date: stringOf(metadata, 'datePublished') ?? ''}
}

/**
 * The articles of an edition in the order they were published, those of one moment by id, those
 * without a date last.
 * @returns by id, what comes before and after
 */
export function sequence(
  articles: readonly Neighbour[]
): ReadonlyMap<string, {readonly previous?: Neighbour; readonly next?: Neighbour}> {
  const order = [...articles].sort(byDate)
  return new Map(
    order.map((article, n) => {
      const previous = order[n - 1]
      const next = order[n + 1]
      return [article.id, {...(previous && {previous}), ...(next && {next})}]
    })
  )
}

function byDate(a: Neighbour, b: Neighbour): number {
  if (a.date === b.date) return a.id < b.id ? -1 : 1
  if (a.date === '' || b.date === '') return a.date === '' ? 1 : -1
  return a.date < b.date ? -1 : 1
}
