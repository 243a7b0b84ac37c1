import type {Edition} from '../source/types.ts'
import {holdingFacts, stringOf} from '../tree/facts.ts'
import {isNamed} from '../tree/guards.ts'
import type {Article, Entity} from '../tree/types.ts'
import {articleIri, editionTitle} from '../write/iris.ts'
import type {Output, OutputFile} from '../write/output.ts'
import {titleOf} from './about.ts'
import type {Feed, FeedEntry} from './feed.ts'
import {atomFeed, jsonFeed} from './feed-formats.ts'
import {llmsText} from './llms.ts'
import {type SitemapEntry, sitemapFiles} from './sitemap.ts'

/** What programs that follow the edition read: sitemap, feeds, robots, and a guide for language models. */
export const feeds: Output<FollowedPart | null> = {
  name: 'feeds',
  part: ({article}, edition) => article && followedPart(article, edition),
  edition: filesForFollowers
}

/** What programs that follow the edition are told of one article. */
interface FollowedPart {
  readonly slug: string
  readonly date: string | undefined
  readonly entry: FeedEntry | null
  /** Those on record that it refers to. */
  readonly entities: readonly Pick<Entity, 'id' | 'type'>[]
}

const followedPart = (article: Article, edition: Edition): FollowedPart => ({
  slug: article.id,
  date: dateOf(article)?.slice(0, 10),
  entry: entryOf(article, edition),
  entities: article.entities
    .filter(({basis}) => basis === 'declared')
    .map(({id, type}) => ({id, type}))
})

/** Entries that a feed has at most. */
const newest = 50

async function* filesForFollowers(
  parts: AsyncIterable<FollowedPart | null>,
  edition: Edition
): AsyncIterable<OutputFile> {
  const entries: FeedEntry[] = []
  const articles: SitemapEntry[] = []
  const entities = new Map<string, Pick<Entity, 'id' | 'type'>>()
  for await (const part of parts) {
    if (!part) continue
    const {slug, date, entry} = part
    for (const entity of part.entities) entities.set(entity.id, entity)
    articles.push({path: `articles/${slug}/`, date})
    if (!entry) continue
    entries.push(entry)
    entries.sort(newestFirst)
    entries.length = Math.min(entries.length, newest)
  }
  yield* sitemapFiles(articles, [...entities.values()], edition)
  const [language = 'en'] = edition.languages
  const feed: Feed = {
    title: editionTitle(edition, language) ?? 'warraq',
    description: edition.description[language] ?? Object.values(edition.description)[0],
    entries,
    updated: entries[0]?.date ?? edition.date ?? '1970-01-01T00:00:00Z'
  }
  yield {path: 'feed.xml', bytes: atomFeed(feed, edition)}
  yield {path: 'feed.json', bytes: jsonFeed(feed, edition)}
  yield {path: 'llms.txt', bytes: llmsText(feed, edition)}
  yield {
    path: 'robots.txt',
    bytes: `User-agent: *\nAllow: /\nSitemap: ${edition.baseUrl}sitemap.xml\n`
  }
}

const newestFirst = (a: FeedEntry, b: FeedEntry): number =>
  Date.parse(b.date) - Date.parse(a.date) || (a.id < b.id ? -1 : 1)

function entryOf(article: Article, edition: Edition): FeedEntry | null {
  const date = instantOf(article)
  if (!date) return null
  return {
    slug: article.id,
    id: articleIri(edition, article.id),
    date,
    title: titleOf(article),
    summary: stringOf(article.metadata, 'description')?.slice(0, 500),
    authors: holdingFacts(article.metadata, 'authors').flatMap(({value}) =>
      typeof value === 'object' && isNamed(value) ? [value.name] : []
    ),
    language: article.language === 'und' ? undefined : article.language
  }
}

const dateOf = (article: Article): string | undefined => {
  const date = stringOf(article.metadata, 'datePublished')
  return date && /^\d{4}(?:-\d{2}){0,2}/u.test(date) ? date : undefined
}

/** Feeds want an instant; a day stands for its beginning in UTC, and less than a day for nothing. */
function instantOf(article: Article): string | undefined {
  const date = dateOf(article)
  if (!date) return undefined
  if (/^\d{4}-\d{2}-\d{2}$/u.test(date)) return `${date}T00:00:00Z`
  if (/T\d{2}:\d{2}:\d{2}$/u.test(date)) return `${date}Z`
  if (/T\d{2}:\d{2}$/u.test(date)) return `${date}:00Z`
  return /T\d{2}:\d{2}:\d{2}/u.test(date)
    ? date
    : /T/u.test(date)
      ? date.replace(/(T\d{2}:\d{2})/u, '$1:00')
      : undefined
}
