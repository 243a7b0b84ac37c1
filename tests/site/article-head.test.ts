import {expect, test} from 'vitest'
import {articlePage} from '../../pipeline/site/article.ts'
import {attribute, elements, parsePage} from '../../pipeline/validate/html.ts'
import {processSeed, processText} from '../support/edition.ts'

type Processed = ReturnType<typeof processSeed>

const pageOf = ({article, edition}: Processed): string => {
  const [page] = articlePage.article?.(article, edition) ?? []
  return String(page?.bytes)
}

/** What stands in the head of a page: `meta` by name, `link` by relation. */
function headOf(page: string): {
  meta: Map<string, string[]>
  links: Map<string, string[]>
} {
  const meta = new Map<string, string[]>()
  const links = new Map<string, string[]>()
  const add = (map: Map<string, string[]>, key: unknown, value: unknown): void => {
    if (typeof key === 'string')
      map.set(key, [...(map.get(key) ?? []), typeof value === 'string' ? value : ''])
  }
  for (const element of elements(parsePage(page))) {
    const of = (name: string): string | undefined => attribute(element, name)
    if (element.tagName === 'meta') add(meta, of('name') ?? of('property'), of('content'))
    if (element.tagName === 'link') add(links, of('rel'), of('href'))
  }
  return {meta, links}
}

const seed = processSeed()
const {meta, links} = headOf(pageOf(seed))
const headline = 'مكالمة سرية مسربة بين مبعوث ترامب ومستشار بوتين مهدت لخطة سلام أوكرانيا'
const address = 'https://warraq.example/articles/witkoff-ushakov-call/'

/** The fields of a newspaper article that Zotero's “Embedded Metadata” reads, and from which names. */
test.each([
  ['itemType', 'z:itemType', 'newspaperArticle'],
  ['title', 'citation_title', headline],
  ['date', 'citation_publication_date', '2025/11/26'],
  ['publicationTitle', 'prism.publicationName', 'سيناء الإخبارية'],
  ['publisher', 'citation_publisher', 'سيناء الإخبارية'],
  ['language', 'citation_language', 'ar'],
  ['url', 'citation_public_url', address]
])('Zotero finds %s', (_, name, value) => {
  expect(meta.get(name)).toEqual([value])
})

/** @see https://github.com/zotero/translators/blob/master/Embedded%20Metadata.js */
test('Zotero finds authors, abstract, keywords and rights where the source has them', () => {
  const source = [
    'Harbour Post',
    'The Ferry Returns',
    'By Nora Feld',
    'A first paragraph about the ferry that comes back to the harbour after nine years of silence.',
    'A second paragraph about the captain, who has kept the keys and a chart of the sound.'
  ].join('\n\n')
  const {meta: found} = headOf(
    pageOf(
      processText(source, {
        'c/article.yaml': `metadata:
  authors: [{value: {name: Nora Feld}, because: The byline.}]
  keywords: [{value: ferry, because: As printed.}, {value: harbour, because: As printed.}]
  license: {value: CC-BY-4.0, because: As printed.}
  description: {value: The ferry is back., because: As printed.}
`
      })
    )
  )
  expect(found.get('citation_author')).toEqual(['Nora Feld'])
  expect(found.get('DC.creator')).toEqual(['Nora Feld'])
  expect(found.get('citation_keywords')).toEqual(['ferry; harbour'])
  expect(found.get('citation_abstract')).toEqual(['The ferry is back.'])
  expect(found.get('DC.rights')).toEqual(['CC-BY-4.0'])
})

test('nothing makes a journal article of it', () => {
  expect(
    [...meta.keys()].filter((name) => /journal|citation_volume|citation_doi/u.test(name))
  ).toEqual([])
})

test('Dublin Core says the same', () => {
  expect(meta.get('DC.title')).toEqual([headline])
  expect(meta.get('DC.date')).toEqual(['2025-11-26'])
  expect(meta.get('DC.identifier')).toEqual([address])
  expect(links.get('schema.DC')).toEqual(['http://purl.org/dc/elements/1.1/'])
})

test('where it is shared, it goes by its bare headline', () => {
  expect(meta.get('og:title')).toEqual([headline])
  expect(meta.get('og:type')).toEqual(['article'])
  expect(meta.get('og:url')).toEqual([address])
  expect(meta.get('article:published_time')).toEqual(['2025-11-26T10:51:00+02:00'])
})

test('where it is shared, it shows its headline as a picture that is described in words', () => {
  expect(meta.get('og:image')).toEqual([`${address}card.png`])
  expect(meta.get('og:image:width')).toEqual(['1200'])
  expect(meta.get('og:image:height')).toEqual(['630'])
  expect(meta.get('og:image:alt')?.[0]).toContain(headline)
  expect(meta.get('twitter:card')).toEqual(['summary_large_image'])
})

test('signposts lead to what describes it and to what it consists of', () => {
  expect(links.get('cite-as')).toEqual([address])
  expect(links.get('type')).toEqual([
    'https://schema.org/NewsArticle',
    'https://schema.org/AboutPage'
  ])
  expect(links.get('describedby')).toEqual([
    'article.jsonld',
    'cite.bib',
    'cite.ris',
    'cite.csl.json'
  ])
  expect(links.get('item')).toEqual([
    'article.tei.xml',
    'article.json',
    'article.txt',
    'article.csv'
  ])
})

test('an article that says nothing of itself is given no author, date, publisher or licence', () => {
  const plain = headOf(
    pageOf(processText('A headline alone\n\nAnd a paragraph below it, of some length.\n'))
  )
  const names = [...plain.meta.keys()]
  expect(names).toContain('citation_title')
  expect(
    names.filter((name) =>
      /author|creator|date|publish|time|rights|keywords/iu.test(name)
    )
  ).toEqual([])
  expect(plain.links.get('license')).toBeUndefined()
})

test('what a headline brings stays within its attribute', () => {
  const page = pageOf(
    processText(
      'Mice "&" men </title><script>alert(1)</script> --> in the head\n\nA paragraph below it, of some length.\n'
    )
  )
  const head = headOf(page)
  expect(head.meta.get('og:title')?.[0]).toContain('<script>alert(1)</script>')
  expect(page).not.toContain('<script>alert')
})
