import type {Edition, Result} from '../source/types.ts'
import {stringOf} from '../tree/facts.ts'
import type {Article} from '../tree/types.ts'
import {articleIri, editionTitle} from '../write/iris.ts'
import type {Output, OutputFile} from '../write/output.ts'
import {serialise, type Xml, xml} from '../write/xml.ts'
import {titleOf} from './about.ts'

/** What programs that follow the edition read: sitemap, feed and robots. */
export const feeds: Output = {
  name: 'feeds',
  async *edition(results, edition) {
    yield* sitemap(results, edition)
    yield* feed(results, edition)
    yield {
      path: 'robots.txt',
      bytes: `User-agent: *\nAllow: /\nSitemap: ${edition.baseUrl}sitemap.xml\n`
    }
  }
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** @see https://www.sitemaps.org/protocol.html */
async function* sitemap(
  results: AsyncIterable<Result>,
  edition: Edition
): AsyncIterable<OutputFile> {
  const path = 'sitemap.xml'
  const entry = (loc: string, lastmod: string | undefined): string =>
    `${serialise(xml('url', {}, xml('loc', {}, loc), lastmod !== undefined && xml('lastmod', {}, lastmod)))}\n`
  yield {
    path,
    bytes: `${declaration}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entry(edition.baseUrl, edition.date?.slice(0, 10))}${entry(`${edition.baseUrl}data/`, undefined)}`
  }
  for await (const {article} of results) {
    if (!article) continue
    const date = dateOf(article)
    yield {path, bytes: entry(articleIri(edition, article.id), date?.slice(0, 10))}
  }
  yield {path, bytes: '</urlset>\n'}
}

interface FeedEntry {
  readonly id: string
  /** An instant. */
  readonly date: string
  readonly title: string
  readonly summary: string | undefined
}

/** Entries that a feed has at most. */
const newest = 50

/** @see https://www.rfc-editor.org/rfc/rfc4287 */
async function* feed(
  results: AsyncIterable<Result>,
  edition: Edition
): AsyncIterable<OutputFile> {
  const entries: FeedEntry[] = []
  for await (const {article} of results) {
    const date = article && instantOf(article)
    if (!article || !date) continue
    const summary = stringOf(article.metadata, 'description')?.slice(0, 500)
    entries.push({
      id: articleIri(edition, article.id),
      date,
      title: titleOf(article),
      summary
    })
    entries.sort(
      (a, b) => Date.parse(b.date) - Date.parse(a.date) || (a.id < b.id ? -1 : 1)
    )
    entries.length = Math.min(entries.length, newest)
  }
  yield {
    path: 'feed.xml',
    bytes: `${declaration}${serialise(feedOf(entries, edition))}\n`
  }
}

function feedOf(entries: readonly FeedEntry[], edition: Edition): Xml {
  const [language] = edition.languages
  const title = editionTitle(edition, language ?? 'en') ?? 'warraq'
  const updated = entries[0]?.date ?? edition.date ?? '1970-01-01T00:00:00Z'
  return xml(
    'feed',
    {xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language},
    xml('id', {}, edition.baseUrl),
    xml('title', {}, title),
    xml('updated', {}, updated),
    xml('link', {rel: 'self', href: `${edition.baseUrl}feed.xml`}),
    xml('link', {href: edition.baseUrl}),
    xml('author', {}, xml('name', {}, edition.publisher?.name ?? title)),
    entries.map((entry) =>
      xml(
        'entry',
        {},
        xml('id', {}, entry.id),
        xml('title', {}, entry.title),
        xml('updated', {}, entry.date),
        xml('link', {href: entry.id}),
        entry.summary !== undefined && xml('summary', {}, entry.summary)
      )
    )
  )
}

const dateOf = (article: Article): string | undefined => {
  const date = stringOf(article.metadata, 'datePublished')
  return date && /^\d{4}(?:-\d{2}){0,2}/u.test(date) ? date : undefined
}

/** Atom wants an instant; a day stands for its beginning in UTC, and less than a day for nothing. */
function instantOf(article: Article): string | undefined {
  const date = dateOf(article)
  if (!date) return undefined
  if (/^\d{4}-\d{2}-\d{2}$/u.test(date)) return `${date}T00:00:00Z`
  if (/T\d{2}:\d{2}(?::\d{2})?$/u.test(date)) return `${date}Z`
  return /T/u.test(date) ? date : undefined
}
