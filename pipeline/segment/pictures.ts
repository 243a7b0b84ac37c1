import type {Picture} from '../source/reading.ts'
import type {Figure} from '../tree/types.ts'
import {makeFigure, type Narrator} from './paragraphs.ts'

/** The images of an article, to be taken in order as its blocks are read. */
export interface Pictures {
  /** Takes those that stand before an offset. */
  before(offset: number): Figure[]
  /** True where the next one stands before an offset. */
  isBefore(offset: number): boolean
}

/** Queues the images of an article. @param pictures in the order of the source */
export function queueOf(narrator: Narrator, pictures: readonly Picture[]): Pictures {
  let next = 0
  const isBefore = (offset: number): boolean =>
    (pictures[next]?.start ?? Number.POSITIVE_INFINITY) < offset
  return {
    isBefore,
    before: (offset) => {
      const figures: Figure[] = []
      while (isBefore(offset)) {
        const picture = pictures[next++]
        if (picture) figures.push(makeFigure(narrator, picture))
      }
      return figures
    }
  }
}
