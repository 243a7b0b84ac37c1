import type {Edition} from '../source/types.ts'
import type {Entity} from '../tree/types.ts'
import type {OutputFile} from '../write/output.ts'
import {serialise, xml} from '../write/xml.ts'
import {entityPath} from './entity-paths.ts'

/** A page for search engines. */
export interface SitemapEntry {
  /** Below the address of the edition, a folder. */
  readonly path: string
  /** A day, a month or a year. */
  readonly date?: string | undefined
}

/** Addresses that one sitemap may hold. @see https://www.sitemaps.org/protocol.html#index */
export const sitemapLimit = 50_000

/** `sitemap.xml`; where one file cannot hold every address, it leads to `sitemap-1.xml` and so on. */
export function* sitemapFiles(
  articles: readonly SitemapEntry[],
  entities: readonly Pick<Entity, 'id' | 'type'>[],
  edition: Edition
): Generator<OutputFile> {
  const pages: SitemapEntry[] = [
    {path: '', date: edition.date?.slice(0, 10)},
    ...['people/', 'search/', 'data/', 'about/', 'collections/'].map((path) => ({path})),
    ...edition.collections.map(({id}) => ({path: `collections/${id}/`})),
    ...entities
      .map((entity) => ({path: entityPath(entity).replace('index.html', '')}))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    ...articles
  ]
  if (pages.length <= sitemapLimit) {
    yield {path: 'sitemap.xml', bytes: urlSet(pages, edition)}
    return
  }
  const names: string[] = []
  for (let start = 0; start < pages.length; start += sitemapLimit) {
    const path = `sitemap-${names.length + 1}.xml`
    names.push(path)
    yield {path, bytes: urlSet(pages.slice(start, start + sitemapLimit), edition)}
  }
  yield {path: 'sitemap.xml', bytes: sitemapIndex(names, edition)}
}

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

function urlSet(pages: readonly SitemapEntry[], {baseUrl}: Edition): string {
  const lines = pages.map(({path, date}) =>
    serialise(
      xml(
        'url',
        {},
        xml('loc', {}, baseUrl + path),
        date !== undefined && xml('lastmod', {}, date)
      )
    )
  )
  return `${declaration}<urlset xmlns="${namespace}">\n${lines.join('\n')}\n</urlset>\n`
}

function sitemapIndex(names: readonly string[], {baseUrl}: Edition): string {
  const lines = names.map((name) =>
    serialise(xml('sitemap', {}, xml('loc', {}, baseUrl + name)))
  )
  return `${declaration}<sitemapindex xmlns="${namespace}">\n${lines.join('\n')}\n</sitemapindex>\n`
}
