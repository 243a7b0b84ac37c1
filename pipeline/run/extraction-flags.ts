import type {CollectionFile} from '../tree/types.ts'
import {UsageError} from './arguments.ts'

/** Options that say how articles are taken out of pages, and which are wanted. */
export interface ExtractionFlags {
  readonly precision?: boolean | undefined
  readonly recall?: boolean | undefined
  readonly comments?: boolean | undefined
  readonly 'no-tables'?: boolean | undefined
  readonly 'no-links'?: boolean | undefined
  readonly 'no-images'?: boolean | undefined
  readonly lang?: string | undefined
}

/** What the options set; what they do not say is left out. @throws UsageError where they contradict each other */
export function extractionOf(
  flags: ExtractionFlags
): NonNullable<CollectionFile['extraction']> {
  const {precision, recall, comments} = flags
  if (precision && recall)
    throw new UsageError('`--precision` and `--recall` exclude each other.')
  return {
    ...(precision ? {favour: 'precision'} : recall ? {favour: 'recall'} : {}),
    ...(comments ? {comments} : {}),
    ...(flags['no-tables'] ? {tables: false} : {}),
    ...(flags['no-links'] ? {links: false} : {}),
    ...(flags['no-images'] ? {images: false} : {})
  }
}

/** The languages that are wanted: `--lang ar,en-GB`. @throws UsageError for what is no language tag */
export function languagesOf({lang}: ExtractionFlags): string[] {
  return (lang ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean)
    .map((tag) => {
      if (/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/u.test(tag)) return tag
      throw new UsageError(`\`${tag}\` is no language tag, such as \`ar\` or \`en-GB\`.`)
    })
}
