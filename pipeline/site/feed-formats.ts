import type {Edition} from '../source/types.ts'
import {serialise, type Xml, xml} from '../write/xml.ts'
import type {Feed, FeedEntry} from './feed.ts'

/** The feed as Atom. @see https://www.rfc-editor.org/rfc/rfc4287 */
export function atomFeed(feed: Feed, edition: Edition): string {
  const [language] = edition.languages
  const {title, description, entries, updated} = feed
  const root = xml(
    'feed',
    {xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language},
    xml('id', {}, edition.baseUrl),
    xml('title', {}, title),
    description !== undefined && xml('subtitle', {}, description),
    xml('updated', {}, updated),
    xml('link', {
      rel: 'self',
      type: 'application/atom+xml',
      href: `${edition.baseUrl}feed.xml`
    }),
    xml('link', {rel: 'alternate', type: 'text/html', href: edition.baseUrl}),
    xml('author', {}, xml('name', {}, edition.publisher?.name ?? title)),
    xml('generator', {version: edition.generator}, 'warraq'),
    entries.map(atomEntry)
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${serialise(root)}\n`
}

const atomEntry = (entry: FeedEntry): Xml =>
  xml(
    'entry',
    {'xml:lang': entry.language},
    xml('id', {}, entry.id),
    xml('title', {}, entry.title),
    xml('updated', {}, entry.date),
    xml('published', {}, entry.date),
    entry.authors.map((name) => xml('author', {}, xml('name', {}, name))),
    xml('link', {
      rel: 'alternate',
      type: 'text/html',
      hreflang: entry.language,
      href: entry.id
    }),
    entry.summary !== undefined && xml('summary', {}, entry.summary)
  )

/** The same feed as JSON. @see https://www.jsonfeed.org/version/1.1/ */
export function jsonFeed(feed: Feed, edition: Edition): string {
  const [language] = edition.languages
  const {title, description, entries} = feed
  const {publisher} = edition
  const value = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: edition.baseUrl,
    feed_url: `${edition.baseUrl}feed.json`,
    ...(description === undefined ? {} : {description}),
    ...(language === undefined ? {} : {language}),
    ...(publisher
      ? {
          authors: [
            {name: publisher.name, ...(publisher.url ? {url: publisher.url} : {})}
          ]
        }
      : {}),
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.id,
      title: entry.title,
      content_text: entry.summary ?? entry.title,
      ...(entry.summary === undefined ? {} : {summary: entry.summary}),
      date_published: entry.date,
      ...(entry.authors.length > 0
        ? {authors: entry.authors.map((name) => ({name}))}
        : {}),
      ...(entry.language === undefined ? {} : {language: entry.language})
    }))
  }
  return `${JSON.stringify(value, null, 2)}\n`
}
