import {describe, expect, test} from 'vitest'
import {holdingFacts} from '../../pipeline/tree/facts.ts'
import type {Article, Fact} from '../../pipeline/tree/types.ts'
import {articleOfSource} from '../support/edition.ts'

const paragraphs = [
  'The ship came into the harbour after two months at sea, and everybody on the quay was there to welcome her, with the band and the mayor.',
  'She had sailed from Lisbon through two storms and lost a mast; the crew of nine had mended it with what they had on board.',
  '“We were cold, and we sang,” the skipper said on the quay, before she went home to sleep for the first time in two days.'
]

/** A page. @param head what its head has @param top what stands above the text @param item attributes of the article */
const pageOf = (head: string, top = '<h1>A ship comes home</h1>', item = ''): string =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A ship comes home | Harbour Post</title>${head}</head>
<body><nav><a href="/">Home</a></nav><article ${item}>${top}${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article><footer>All rights reserved.</footer></body></html>`

function articleOf(html: string): Article {
  const article = articleOfSource('press/ship.html', html)
  return article
}

const saidBy = ({value}: Fact): unknown =>
  typeof value === 'object' && 'name' in value ? value.name : value

const all = {
  headline: ['A ship comes home'],
  alternativeHeadline: ['Two months, two storms, one mast'],
  description: ['The Nawara is back.'],
  authors: ['Anna Lind', 'Bo Ek'],
  datePublished: ['2024-03-05T18:30:00+02:00'],
  dateModified: ['2024-03-06T09:10:00+02:00'],
  publisher: ['Harbour Post'],
  section: ['Harbour'],
  keywords: ['storms', 'storm'],
  inLanguage: ['en-GB'],
  license: ['https://creativecommons.org/licenses/by/4.0/'],
  url: ['https://harbour.example/ship'],
  image: ['https://harbour.example/img/nawara.jpg'],
  imageCaption: ['The Nawara at the quay'],
  imageCredit: ['Mia Ek / HP'],
  wordCount: [154],
  isAccessibleForFree: [true]
}
type Field = keyof typeof all

const linked = JSON.stringify({
  '@context': 'https://schema.org',
  '@graph': [
    {'@type': 'WebSite', name: 'Harbour Post'},
    {
      '@type': 'NewsArticle',
      headline: 'A ship comes home',
      alternativeHeadline: 'Two months, two storms, one mast',
      description: 'The Nawara is back.',
      author: [{'@type': 'Person', name: 'Anna Lind'}, {'@id': '#bo'}],
      publisher: {'@type': 'Organization', name: 'Harbour Post'},
      datePublished: '2024-03-05T18:30:00+02:00',
      dateModified: '2024-03-06T09:10:00+02:00',
      articleSection: 'Harbour',
      keywords: 'storms, storm',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      mainEntityOfPage: {'@type': 'WebPage', '@id': 'https://harbour.example/ship'},
      image: {'@id': '#image'},
      wordCount: 154,
      isAccessibleForFree: true
    },
    {'@type': 'Person', '@id': '#bo', name: 'Bo Ek'},
    {
      '@type': 'ImageObject',
      '@id': '#image',
      url: 'https://harbour.example/img/nawara.jpg',
      caption: 'The Nawara at the quay',
      creditText: 'Mia Ek / HP'
    }
  ]
})

const microdata = `<h1 itemprop="headline">A ship comes home</h1><p itemprop="alternativeHeadline">Two months, two storms, one mast</p>
<p>By <span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Anna Lind</span></span> and <span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Bo Ek</span></span>,
<time itemprop="datePublished" datetime="2024-03-05T18:30:00+02:00">5 March 2024</time>, updated <time itemprop="dateModified" datetime="2024-03-06T09:10:00+02:00">6 March 2024</time> in <span itemprop="articleSection">Harbour</span></p>
<meta itemprop="description" content="The Nawara is back."><meta itemprop="keywords" content="storms, storm"><meta itemprop="wordCount" content="154"><meta itemprop="isAccessibleForFree" content="true">
<link itemprop="mainEntityOfPage" href="https://harbour.example/ship"><link itemprop="license" href="https://creativecommons.org/licenses/by/4.0/">
<div itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" content="Harbour Post"></div>
<figure itemprop="image" itemscope itemtype="https://schema.org/ImageObject"><img itemprop="url" src="https://harbour.example/img/nawara.jpg" alt="The ship"><figcaption><span itemprop="caption">The Nawara at the quay</span> <span itemprop="creditText">Mia Ek / HP</span></figcaption></figure>`

const rdfa = microdata
  .replaceAll('itemscope itemtype="https://schema.org/', 'typeof="')
  .replaceAll('itemprop=', 'property=')

const meta = (key: 'name' | 'property', entries: readonly [string, string][]): string =>
  entries
    .map(([name, content]) => `<meta ${key}="${name}" content="${content}">`)
    .join('')

const openGraph = meta('property', [
  ['og:title', 'A ship comes home'],
  ['og:description', 'The Nawara is back.'],
  ['og:site_name', 'Harbour Post'],
  ['og:url', 'https://harbour.example/ship'],
  ['og:image', 'https://harbour.example/img/nawara.jpg'],
  ['article:published_time', '2024-03-05T18:30:00+02:00'],
  ['article:modified_time', '2024-03-06T09:10:00+02:00'],
  ['article:author', 'Anna Lind'],
  ['article:author', 'Bo Ek'],
  ['article:section', 'Harbour'],
  ['article:tag', 'storms'],
  ['article:tag', 'storm'],
  ['article:content_tier', 'free']
])

const dublinCore = meta('name', [
  ['DC.title', 'A ship comes home'],
  ['DC.title.alternative', 'Two months, two storms, one mast'],
  ['DC.description', 'The Nawara is back.'],
  ['DC.creator', 'Lind, Anna'],
  ['DC.creator', 'Ek, Bo'],
  ['DC.publisher', 'Harbour Post'],
  ['DCTERMS.issued', '2024-03-05T18:30:00+02:00'],
  ['DCTERMS.modified', '2024-03-06T09:10:00+02:00'],
  ['DC.subject', 'storms; storm'],
  ['DC.rights', 'https://creativecommons.org/licenses/by/4.0/'],
  ['DC.identifier', 'https://harbour.example/ship']
])

const highwire = meta('name', [
  ['citation_title', 'A ship comes home'],
  ['citation_author', 'Lind, Anna'],
  ['citation_author', 'Ek, Bo'],
  ['citation_publication_date', '2024/03/05'],
  ['citation_publisher', 'Harbour Post'],
  ['citation_abstract', 'The Nawara is back.'],
  ['citation_keywords', 'storms; storm'],
  ['citation_public_url', 'https://harbour.example/ship']
])

const without = (...fields: Field[]): Record<string, unknown[]> =>
  Object.fromEntries(
    Object.entries(all).filter(([field]) => !fields.some((each) => each === field))
  )

describe.each([
  ['JSON-LD', pageOf(`<script type="application/ld+json">${linked}</script>`), all],
  [
    'microdata',
    pageOf('', microdata, 'itemscope itemtype="https://schema.org/NewsArticle"'),
    all
  ],
  ['RDFa', pageOf('', rdfa, 'vocab="https://schema.org/" typeof="NewsArticle"'), all],
  [
    'Open Graph',
    pageOf(openGraph),
    without('alternativeHeadline', 'license', 'imageCaption', 'imageCredit', 'wordCount')
  ],
  [
    'Dublin Core',
    pageOf(dublinCore),
    without(
      'section',
      'image',
      'imageCaption',
      'imageCredit',
      'wordCount',
      'isAccessibleForFree'
    )
  ],
  [
    'Highwire',
    pageOf(highwire),
    {
      ...without(
        'alternativeHeadline',
        'section',
        'image',
        'imageCaption',
        'imageCredit'
      ),
      datePublished: ['2024-03-05'],
      dateModified: [],
      license: [],
      wordCount: [paragraphs.join(' ').split(' ').length],
      isAccessibleForFree: []
    }
  ]
])('what a page states in %s', (_, html, expected) => {
  const article = articleOf(html)

  test('is a fact of the article', () => {
    const found = Object.keys(expected).map((field) => [
      field,
      holdingFacts(article.metadata, field).map(saidBy)
    ])
    expect(Object.fromEntries(found)).toEqual(expected)
  })

  test('has its place', () => {
    for (const field of Object.keys(expected))
      for (const fact of holdingFacts(article.metadata, field)) {
        if (fact.basis !== 'stated') continue
        const {start, end} = fact.position ?? {start: {offset: 0}, end: {offset: 0}}
        expect([field, html.slice(start.offset, end.offset)]).toEqual([
          field,
          fact.text ?? String(saidBy(fact))
        ])
      }
  })
})

test('a page that counts no words has them counted, and that is inferred', () => {
  const [count] = articleOf(pageOf('')).metadata.wordCount ?? []
  expect([count?.value, count?.basis, count?.rule]).toEqual([
    paragraphs.join(' ').split(' ').length,
    'inferred',
    'annotate/word-count'
  ])
})

test('of JSON as sites write it each value keeps its place', () => {
  const html = pageOf(`<script type="application/ld+json">/* <![CDATA[ */
{"@type": "NewsArticle", "headline": "A ship
comes home", "about": "Harbour Post \\"Harbour\\"", "articleSection": "Harbour", "keywords": ["a\\u00e9b",],}
/* ]]> */;</script>`)
  const {metadata} = articleOf(html)
  const [section] = metadata.section ?? []
  expect(
    html.slice((section?.position?.start.offset ?? 0) - 19, section?.position?.end.offset)
  ).toBe('"articleSection": "Harbour')
  const [keyword] = metadata.keywords ?? []
  expect(keyword?.value).toBe('aéb')
  expect(html.slice(keyword?.position?.start.offset, keyword?.position?.end.offset)).toBe(
    'a\\u00e9b'
  )
})

test('what other items of a page say is not said of its article', () => {
  const {metadata} = articleOf(
    pageOf(
      '',
      `<div itemscope itemtype="https://schema.org/VideoObject"><meta itemprop="wordCount" content="3"><meta itemprop="keywords" content="video"></div>
<h1 itemprop="headline">A ship comes home</h1>`,
      'itemscope itemtype="https://schema.org/NewsArticle"'
    )
  )
  expect([metadata.keywords, metadata.wordCount?.[0]?.basis]).toEqual([
    undefined,
    'inferred'
  ])
})
