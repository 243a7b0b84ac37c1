import {join} from 'node:path'
import {pages} from '../site/index.ts'
import {searchIndex} from '../site/search-index.ts'
import {everything} from './everything.ts'
import type {KnownArticle, Manifest} from './manifest.ts'
import {type EntryIndex, type PackReader, partSection} from './pack.ts'
import {madeStamp} from './stamp.ts'

/** What stands beside the outputs in an edition: files it carries as they are, and what is made when all others are. */
export const assets = 'assets'
export const packaging = 'packaging'
/** What a build that does nothing says again; no file of the edition. */
export const messages = 'messages'

/** Everything that makes files of the whole edition, by name. */
export const gatherers: readonly string[] = [
  assets,
  ...everything.filter(({edition, lines}) => edition ?? lines).map(({name}) => name),
  'tables',
  'report',
  packaging,
  messages
]

/** Those of them that somebody who waits looks at first. */
export const ofPages: readonly string[] = [
  assets,
  ...pages
    .filter((output) => output.edition && output.name !== searchIndex.name)
    .map(({name}) => name),
  messages
]

/** An edition that was made of other articles or by other declarations is no base for the next one. */
interface Base {
  readonly before: Manifest
  readonly articles: readonly KnownArticle[]
  readonly packs: PackReader
  readonly out: string
}

/**
 * The outputs whose files of the whole edition have to be made again: an article keeps something else for them,
 * they were left for later, or a file of theirs is not as it was made. What is declared is the same; where an
 * article came or went, it is all of them.
 */
export function findStale({before, articles, packs, out}: Base): ReadonlySet<string> {
  const stale = new Set(before.pending)
  if (articles.length !== before.articles.size) return new Set(gatherers)
  for (const {slug, place} of articles) {
    const old = before.articles.get(slug)
    if (!old) return new Set(gatherers)
    if (old.place.digest === place.digest) continue
    const [one, other] = [packs.index(old.place), packs.index(place)]
    if (!one || !other) return new Set(gatherers)
    for (const name of changedFor(one, other)) stale.add(name)
  }
  for (const {path, output, stamp} of before.files.values())
    if (!stale.has(output) && madeStamp(join(out, path)) !== stamp) stale.add(output)
  return stale
}

/** Outputs for which an article keeps something else than before. */
function changedFor(one: EntryIndex, other: EntryIndex): string[] {
  const differs = (section: string): boolean =>
    one.sections[section]?.[1] !== other.sections[section]?.[1]
  const hasOtherMessages = differs('messages')
  return [
    ...everything.filter(({name}) => differs(partSection(name))).map(({name}) => name),
    ...(hasOtherMessages ? ['tables', 'report', messages] : []),
    packaging
  ]
}
