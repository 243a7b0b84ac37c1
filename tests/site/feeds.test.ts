import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {fileURLToPath} from 'node:url'
import {parseAtomFeed, parseJsonFeed} from 'feedsmith'
import {parseSitemap, parseSitemapIndex} from 'sitemap'
import {beforeAll, expect, test} from 'vitest'
import {buildEdition} from '../../pipeline/run/build.ts'
import {sitemapFiles, sitemapLimit} from '../../pipeline/site/sitemap.ts'
import {processSeed} from '../support/edition.ts'
import {digestsOf, newFolder} from '../support/files.ts'

const sources = fileURLToPath(new URL('../editions/paper-road', import.meta.url))
const out = join(newFolder(), 'dist')
const base = 'https://paper-road.example/edition/'
const read = (path: string): string => readFileSync(join(out, path), 'utf8')

beforeAll(async () => {
  await buildEdition({sources, out})
})

test('the sitemap has every page that is not for people who work on the edition', async () => {
  const items = await parseSitemap(Readable.from([read('sitemap.xml')]))
  const pages = Object.keys(digestsOf(out))
    .filter((path) => path.endsWith('index.html') && !/report|proof/u.test(path))
    .map((path) => base + path.replace('index.html', ''))
  expect(items.map(({url}) => url).sort()).toEqual(pages.sort())
  for (const {lastmod} of items)
    if (lastmod) expect(Number.isNaN(Date.parse(lastmod))).toBe(false)
})

test('a large edition has a sitemap of sitemaps', async () => {
  const {edition} = processSeed()
  const articles = Array.from({length: sitemapLimit + 1}, (_, n) => ({
    path: `articles/a-${n}/`
  }))
  const files = [...sitemapFiles(articles, [], edition)]
  const index = files.find(({path}) => path === 'sitemap.xml')
  const parts = await parseSitemapIndex(Readable.from([String(index?.bytes)]))
  expect(parts.map(({url}) => url)).toEqual([
    'https://warraq.example/sitemap-1.xml',
    'https://warraq.example/sitemap-2.xml'
  ])
  const counts = await Promise.all(
    files
      .filter(({path}) => /-\d\.xml$/u.test(path))
      .map(async ({bytes}) => (await parseSitemap(Readable.from([String(bytes)]))).length)
  )
  expect(counts[0]).toBe(sitemapLimit)
  expect(counts[1]).toBeGreaterThan(1)
})

test('the feed reads as Atom, newest first, in the language of each article', () => {
  const feed = parseAtomFeed(read('feed.xml'))
  expect(feed.id).toBe(base)
  expect(feed.links?.find(({rel}) => rel === 'self')?.href).toBe(`${base}feed.xml`)
  const entries = feed.entries ?? []
  expect(entries.length).toBe(14)
  const dates = entries.map(({updated}) => Date.parse(String(updated)))
  expect(dates).toEqual([...dates].sort((a, b) => b - a))
  for (const entry of entries) {
    expect(entry.title?.value).toBeTruthy()
    expect(entry.id).toMatch(
      /^https:\/\/paper-road\.example\/edition\/articles\/[a-z-]+\/$/u
    )
  }
  expect(
    new Set(entries.flatMap(({links}) => links?.map(({hreflang}) => hreflang))).size
  ).toBe(8)
})

test('the JSON feed has the same entries', () => {
  const json = parseJsonFeed(JSON.parse(read('feed.json')))
  const atom = parseAtomFeed(read('feed.xml'))
  expect(json.items?.map(({id, title}) => [id, title])).toEqual(
    atom.entries?.map(({id, title}) => [id, title?.value])
  )
  for (const item of json.items ?? []) expect(item.content_text).toBeTruthy()
})

test('the guide for language models leads to files that are there', () => {
  const text = read('llms.txt')
  expect(text).toMatch(/^# .+\n\n> .+\n/u)
  const links = [...text.matchAll(/\]\((https:[^)]+)\)/gu)].map(([, url = '']) => url)
  const files = Object.keys(digestsOf(out)).map((path) => base + path)
  expect(links.length).toBeGreaterThan(14)
  expect(links.filter((url) => !files.includes(url))).toEqual([])
})
