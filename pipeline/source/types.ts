import type {Report} from '../diagnostics/report.ts'
import type {
  Article,
  CollectionFile,
  Creator,
  Entity,
  Message,
  Sidecar,
  TdmReservation
} from '../tree/types.ts'
import type {Selection} from './selection.ts'

/** The authority file, indexed: what is known of people, organisations and places. */
export interface Authorities {
  /** Every entity in the order of the file; `name` and `language` are the first on record. */
  readonly entities: readonly Entity[]
  readonly byId: ReadonlyMap<string, Entity>
}

/** What a step needs besides the tree: all that an archivist declared about this article. */
export interface Context {
  /** The article's slug. */
  readonly slug: string
  readonly collection: CollectionFile & {readonly id: string}
  readonly sidecar: Sidecar
  readonly authorities: Authorities
  readonly report: Report
}

/** The edition as outputs see it; plain data, the same for every article. */
export interface Edition {
  /** By language tag; `und` where edition.yaml gives one string. */
  readonly title: Readonly<Record<string, string>>
  readonly description: Readonly<Record<string, string>>
  readonly languages: readonly string[]
  /** Language of the pages' own words, where the edition settles it. */
  readonly interface?: string
  /** Absolute, ends in a slash. */
  readonly baseUrl: string
  readonly version?: string
  readonly license?: string
  /** Rights in the edition's own work, in words. */
  readonly rights?: string
  readonly tdm?: TdmReservation
  /** Seconds that an article may take where threads make them; 300 without it. */
  readonly articleSeconds?: number
  /** False where no pictures of headlines are wanted, or this machine draws none. */
  readonly pictures?: false
  readonly doi?: string
  readonly creators: readonly Creator[]
  readonly publisher?: Creator
  /** ISO 8601 instant of the edition: SOURCE_DATE_EPOCH, else the newest source's own date; absent where neither is known. */
  readonly date?: string
  /** SOURCE_DATE_EPOCH as an instant, where it is set. */
  readonly declaredDate?: string
  /** Whole parsers and validators read every file of an article, the plainly written ones too. */
  readonly isThorough?: true
  /** Parts of it that are made, in their order; all, where there are none. */
  readonly only?: readonly Selection[]
  readonly authorities: Authorities
  readonly collections: readonly (CollectionFile & {readonly id: string})[]
  /** Version of warraq. */
  readonly generator: string
}

/** What became of one source. */
export interface Result {
  /** The article's slug, or the source's path where it has none. */
  readonly id: string
  /** Below `sources/`. */
  readonly path: string
  /** Null where the source could not be processed; `messages` says why. */
  readonly article: Article | null
  readonly messages: readonly Message[]
}
