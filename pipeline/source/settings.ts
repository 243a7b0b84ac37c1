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

/** What the sidecar says, before the collection (which has what the edition says), before the defaults. */
export const extractionFor = ({
  collection,
  sidecar
}: Pick<Context, 'collection' | 'sidecar'>): ExtractionSettings => ({
  ...defaultExtraction,
  ...collection.extraction,
  ...sidecar.extraction
})
