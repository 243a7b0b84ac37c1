import {readStructure, type Structure} from '../extract/structure.ts'
import type {ExtractedPage} from '../extract/types.ts'
import type {ExtractionSettings} from '../source/settings.ts'

/** A page and its structure without the tables and images that are not wanted: their lines are set aside. */
export function wantedOf(
  page: ExtractedPage,
  {tables, images}: ExtractionSettings
): {readonly page: ExtractedPage; readonly structure: Structure} {
  const structure = readStructure(page)
  if (tables && images) return {page, structure}
  const isTable = (n: number): boolean =>
    !tables && (structure.parts.get(n)?.some(({type}) => type === 'table') ?? false)
  const isCaption = (n: number): boolean => !images && structure.captioned.has(n)
  const reasons = page.reasons.map((reason, n) =>
    isTable(n) ? 'table' : isCaption(n) ? 'caption' : reason
  )
  return {
    page: {...page, reasons},
    structure: images ? structure : {...structure, images: [], captioned: new Set()}
  }
}
