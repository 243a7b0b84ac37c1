import {around} from '../extract/page.ts'
import {readStructure, type Structure} from '../extract/structure.ts'
import type {ExtractedPage} from '../extract/types.ts'
import type {ExtractionSettings} from '../source/settings.ts'

/** What is wanted of a page. */
export interface Wanted {
  readonly page: ExtractedPage
  readonly structure: Structure
  /** Lines of readers' comments that are kept, apart from the article. */
  readonly comments: ReadonlySet<number>
}

/**
 * A page and its structure without the tables and images that are not wanted, whose lines are set aside, and with the
 * comments of readers below the article, where they are.
 */
export function wantedOf(
  page: ExtractedPage,
  {tables, images, comments}: ExtractionSettings
): Wanted {
  const structure = readStructure(page)
  const kept = comments ? commentsBelow(page) : new Set<number>()
  const isTable = (n: number): boolean =>
    !tables && (structure.parts.get(n)?.some(({type}) => type === 'table') ?? false)
  const isCaption = (n: number): boolean => !images && structure.captioned.has(n)
  const reasons = page.reasons.map((reason, n) =>
    kept.has(n) ? null : isTable(n) ? 'table' : isCaption(n) ? 'caption' : reason
  )
  return {
    page: {...page, reasons},
    structure: images ? structure : {...structure, images: [], captioned: new Set()},
    comments: kept
  }
}

/** Comments behind the last line of the article; fields and buttons to write one are none. */
function commentsBelow({lines, reasons, facts}: ExtractedPage): Set<number> {
  const last = reasons.lastIndexOf(null)
  const claimed = new Set(
    facts.flatMap(({printed, fact}) =>
      printed && fact.basis === 'stated' ? [printed.line] : []
    )
  )
  const isWritten = (n: number): boolean =>
    reasons[n] === 'comments' && n > last && !claimed.has(n)
  return new Set(
    lines.flatMap((line, n) =>
      isWritten(n) &&
      ![...around(line.block)].some(({tag}) => tag === 'form' || tag === 'button')
        ? [n]
        : []
    )
  )
}
