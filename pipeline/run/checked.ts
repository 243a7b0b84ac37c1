import type {WrittenFile} from '../package/description.ts'
import type {KnownArticle, Manifest} from './manifest.ts'

/** What needs no second check. */
export interface Checked {
  page(file: WrittenFile): boolean
  article(slug: string): boolean
}

const nothing: Checked = {page: () => false, article: () => false}

/** Stands for everything among what was not checked. */
const all = '*'

/**
 * What is as it was in an edition without a fault, of whose files none is gone. A page is made of parts, so that
 * where something that it leads to changes, it changes too.
 */
export function checkedIn(
  before: Manifest | null,
  articles: readonly KnownArticle[]
): Checked {
  if (!before || isFileGone(before, articles)) return nothing
  if (before.found.some(({severity}) => severity === 'error')) return nothing
  const unchecked = new Set(before.unchecked)
  if (unchecked.has(all)) return nothing
  const now = new Map(articles.map((known) => [known.slug, known]))
  return {
    page: ({path, sha256}) =>
      before.files.get(path)?.sha256 === sha256 && !unchecked.has(path),
    article: (slug) =>
      before.articles.get(slug)?.place.digest === now.get(slug)?.place.digest &&
      !unchecked.has(slug)
  }
}

/** What the next build has to check, where this one checks nothing: paths of pages, slugs of articles. */
export function leftUnchecked(
  before: Manifest | null,
  articles: readonly KnownArticle[],
  files: readonly WrittenFile[]
): string[] {
  const {page, article} = checkedIn(before, articles)
  if (page === nothing.page) return [all]
  const slugs = articles.map(({slug}) => slug).filter((slug) => !article(slug))
  return [...slugs, ...files.filter((file) => !page(file)).map(({path}) => path)]
}

function isFileGone(before: Manifest, articles: readonly KnownArticle[]): boolean {
  const now = new Map(articles.map(({slug, names}) => [slug, names]))
  for (const {slug, names} of before.articles.values())
    if (names !== '' && now.get(slug) !== names) return true
  return false
}
