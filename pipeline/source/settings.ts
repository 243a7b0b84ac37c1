import type {CollectionFile} from '../tree/types.ts'
import type {Context} from './types.ts'

/** How the article is taken out of a page, every switch set. */
export interface ExtractionSettings {
  readonly favour: 'precision' | 'recall' | null
  readonly comments: boolean
  readonly tables: boolean
  readonly links: boolean
  readonly images: boolean
}

/** What holds where nobody says otherwise. */
export const defaultExtraction: ExtractionSettings = {
  favour: null,
  comments: false,
  tables: true,
  links: true,
  images: true
}

/** The largest source that is read. */
export interface Limits {
  readonly bytes: number
  readonly lines: number
  /** Articles of a file that holds several. */
  readonly articles: number
}

const mebibyte = 1 << 20

/**
 * What the collection says (which has what the edition says), before the defaults: a long book has 5 MB, a year of a
 * parliament more, but in many files.
 */
export const limitsFor = ({limits}: Pick<CollectionFile, 'limits'>): Limits => ({
  bytes: (limits?.megabytes ?? 16) * mebibyte,
  lines: limits?.lines ?? 1_000_000,
  articles: limits?.articles ?? 100_000
})

/** What the sidecar says, before the collection (which has what the edition says), before the defaults. */
export const extractionFor = ({
  collection,
  sidecar
}: Pick<Context, 'collection' | 'sidecar'>): ExtractionSettings => ({
  ...defaultExtraction,
  ...collection.extraction,
  ...sidecar.extraction
})
