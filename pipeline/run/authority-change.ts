import {nameKey} from '../language/fold.ts'
import {decode} from '../read/bytes.ts'
import type {Job} from '../source/job.ts'
import type {Authorities} from '../source/types.ts'
import type {Entity} from '../tree/types.ts'
import {shortDigest} from './digests.ts'
import type {KnownArticle, KnownEntity} from './manifest.ts'

/** What became different in the authority file. */
export interface AuthorityChange {
  readonly ids: ReadonlySet<string>
  /** Of their names, those before and those now, as they are compared. */
  readonly words: readonly string[]
  /** Everything may be concerned. */
  readonly isAll: boolean
}

/** The entities of an authority file as they are remembered. */
export const knownEntities = ({entities}: Authorities): Map<string, KnownEntity> =>
  new Map(
    entities.map((entity) => [
      entity.id,
      {digest: shortDigest(entity), words: wordsOf(entity)}
    ])
  )

const wordsOf = ({names}: Entity): string[] => [
  ...new Set(
    names.flatMap(({value}) => nameKey(value).split(' ')).filter((word) => word !== '')
  )
]

/** Compares the authority file with that of the build before. */
export function findChange(
  before: ReadonlyMap<string, KnownEntity>,
  now: ReadonlyMap<string, KnownEntity>
): AuthorityChange {
  const ids = new Set<string>()
  for (const [id, {digest}] of now) if (before.get(id)?.digest !== digest) ids.add(id)
  for (const id of before.keys()) if (!now.has(id)) ids.add(id)
  const words = [...ids].flatMap((id) => [
    ...(before.get(id)?.words ?? []),
    ...(now.get(id)?.words ?? [])
  ])
  const orderOf = (all: ReadonlyMap<string, KnownEntity>): string =>
    [...all.keys()].filter((id) => before.has(id) && now.has(id)).join(' ')
  return {ids, words: [...new Set(words)], isAll: orderOf(before) !== orderOf(now)}
}

/**
 * Whether a change of the authority file can change an article: it refers to an entity that changed, a
 * declaration does, or a word of a name of one stands in its text. A name is only ever found word by word,
 * so this misses none.
 */
export function isConcerned(
  job: Job,
  known: KnownArticle,
  {ids, words, isAll}: AuthorityChange,
  read: () => Uint8Array | null
): boolean {
  if (isAll) return true
  if (ids.size === 0) return false
  if (known.uses.some((id) => ids.has(id))) return true
  const declared = JSON.stringify([job.sidecar, job.collection])
  if ([...ids].some((id) => declared.includes(JSON.stringify(id)))) return true
  const bytes = read()
  // What stands in a page is found by its reader alone.
  if (!bytes || !job.file.path.endsWith('.txt')) return true
  const decoded = decode(bytes, job.sidecar.encoding ?? job.collection.encoding)
  if (!decoded.ok) return true
  const text = nameKey(decoded.text)
  return words.some((word) => text.includes(word))
}
