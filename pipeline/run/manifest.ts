import type {Message} from '../tree/types.ts'
import type {Neighbour} from '../write/sequence.ts'
import type {Place} from './pack.ts'
import type {Stamp} from './stamp.ts'
import type {MadeFile} from './write-files.ts'

/** What is remembered of a file or folder of the sources. */
export interface KnownSource {
  readonly stamp: Stamp
  /** Of its bytes; empty for what was not read. */
  readonly sha256: string
}

/** What is remembered of a source that was processed. */
export interface KnownArticle {
  readonly slug: string
  readonly path: string
  /** Digest of everything that went in but the authority file. */
  readonly inputs: string
  /** How others name it; null where it was refused. */
  readonly neighbour: Neighbour | null
  /** Digest of what stands before and after it. */
  readonly around: string
  /** Ids of the authority file that it refers to. */
  readonly uses: readonly string[]
  readonly place: Place
  /** Files below its folder, separated by a bar; empty where it was refused. */
  readonly names: string
  /** Digest of their stamps. */
  readonly made: string
  readonly sizeBytes: number
  /** Errors, warnings and notes about it, parted by spaces. */
  readonly counts: string
}

/** A file of the whole edition, with its stamp. */
export interface KnownFile extends MadeFile {
  readonly stamp: Stamp
}

/** An entity of the authority file: the digest of all that is known, and the words of its names. */
export interface KnownEntity {
  readonly digest: string
  readonly words: readonly string[]
}

/** What a build says when nothing changed. */
export interface Summary {
  readonly articles: number
  readonly files: number
  readonly sizeBytes: number
  readonly counts: {
    readonly error: number
    readonly warning: number
    readonly info: number
  }
}

/** What a build remembers of the one before it. */
export interface Manifest {
  /** The program, and what else every output depends on. */
  readonly code: string
  /** Digest of what edition.yaml and the command line say. */
  readonly edition: string
  /** Instant the build began, on the clock of the file system. */
  readonly builtAtMs: number
  /** Digest of everything that the files of the whole edition are made from: of what is declared, of the articles. */
  readonly gathered: string
  /** Outputs whose files of the whole edition are older than the articles. */
  readonly pending: readonly string[]
  /** Slugs of articles and paths of pages that no build has checked; `*` for all. */
  readonly unchecked: readonly string[]
  /** What is wrong with the edition as a whole. */
  readonly found: readonly Message[]
  readonly summary: Summary
  readonly entities: ReadonlyMap<string, KnownEntity>
  readonly sources: ReadonlyMap<string, KnownSource>
  readonly articles: ReadonlyMap<string, KnownArticle>
  readonly files: ReadonlyMap<string, KnownFile>
}

/** What of a manifest shows whether anything changed: of articles their files alone. */
export type Standing = Omit<Manifest, 'articles'> & {
  readonly articles: ReadonlyMap<string, MadeArticle>
}

/** The files of an article as they were made. */
export type MadeArticle = Pick<KnownArticle, 'slug' | 'names' | 'made'>
