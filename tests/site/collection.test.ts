import {expect, test} from 'vitest'
import {collectionPages} from '../../pipeline/site/collection.ts'
import {attribute, elements, parsePage} from '../../pipeline/validate/html.ts'
import {processSeed} from '../support/edition.ts'

const {article, edition} = processSeed()
const count = 250
const slugAt = (n: number): string => `article-${String(n).padStart(3, '0')}`

/** The pages of a collection of many articles, by their path. */
async function pagesOf(): Promise<Map<string, string>> {
  const parts = Array.from({length: count}, (_, n) =>
    collectionPages.part?.(
      {id: slugAt(n), path: '', article: {...article, id: slugAt(n)}, messages: []},
      edition
    )
  )
  const stream = {
    async *[Symbol.asyncIterator]() {
      for (const part of parts) yield part ?? null
    }
  }
  const pages = new Map<string, string>()
  for await (const {path, bytes} of collectionPages.edition?.(stream, edition) ?? [])
    pages.set(path, String(bytes))
  return pages
}

const linksOf = (page: string): string[] =>
  elements(parsePage(page)).flatMap((element) =>
    element.tagName === 'a' ? [String(attribute(element, 'href'))] : []
  )

test('a long collection is continued: each article is on one page, and the pages lead to each other', async () => {
  const pages = await pagesOf()
  const folder = `collections/${article.collection}/`
  const own = [...pages].filter(([path]) => path.startsWith(folder))
  expect(own.map(([path]) => path.slice(folder.length))).toEqual([
    'index.html',
    'page-2.html',
    'page-3.html'
  ])
  const listed = own.flatMap(([, page]) =>
    linksOf(page).flatMap((href) => /articles\/(article-\d+)\//u.exec(href)?.[1] ?? [])
  )
  expect(listed).toEqual(Array.from({length: count}, (_, n) => slugAt(n)))
  const [first = '', second = '', third = ''] = own.map(([, page]) => page)
  expect(linksOf(first)).toContain('page-2.html')
  expect(linksOf(second)).toEqual(expect.arrayContaining(['index.html', 'page-3.html']))
  expect(linksOf(third)).toContain('page-2.html')
  expect(second).toContain(
    `<link rel="canonical" href="${edition.baseUrl}${folder}page-2.html">`
  )
})
