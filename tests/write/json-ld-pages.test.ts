import {describe, expect, test} from 'vitest'
import {extract, print} from '../../pipeline/run/extraction.ts'
import {makeEdition} from '../../pipeline/source/edition.ts'
import {stringOf} from '../../pipeline/tree/facts.ts'
import type {Article} from '../../pipeline/tree/types.ts'
import {expandSafely} from '../../pipeline/validate/json-ld.ts'
import {checkVocabulary} from '../../pipeline/validate/vocabulary.ts'
import {fullGraph} from '../../pipeline/write/json-ld.ts'
import {embedJsonLd} from '../../pipeline/write/json-ld-embed.ts'

const prose =
  '<p>The ship came into the harbour after two months at sea, and everybody on the quay was there to welcome her, with the band and the mayor.</p><p>She had sailed from Lisbon through two storms and lost a mast; the crew of nine had mended it with what they had on board.</p>'

const linked = (more: object): string =>
  `<script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: 'A ship comes home',
    alternativeHeadline: 'Two months, one mast',
    articleSection: 'Harbour',
    keywords: ['ships', 'storms'],
    wordCount: 49,
    isAccessibleForFree: false,
    image: {
      '@type': 'ImageObject',
      url: 'https://harbour.example/ship.jpg',
      caption: 'The Nawara at the quay',
      creditText: 'Mia Ek'
    },
    ...more
  })}</script>`

const pageOf = (head: string): string =>
  `<!doctype html><html lang="en"><head><title>A ship comes home</title>${head}</head><body><article><h1>A ship comes home</h1>${prose}</article><div class="comments" id="comments"><p>Tom: I saw her come in, and it was a beautiful thing to see on a grey morning.</p><p>Jo: Welcome home to all of you, we have missed you here.</p></div></body></html>`

const edition = makeEdition(
  {baseUrl: 'https://press.example/'},
  {entities: [], byId: new Map()},
  [],
  () => undefined
)

async function articleOf(head: string, collection = {}): Promise<Article> {
  const {article} = await extract(pageOf(head), {
    slug: 'ship',
    collection: {id: 'press', extraction: {comments: true}, ...collection}
  })
  if (!article) throw new Error('there is no article')
  return article
}

async function profilesOf(head: string, collection = {}) {
  const article = await articleOf(head, collection)
  const graph = fullGraph(article, edition)
  const embed = embedJsonLd(article, edition)
  const document = {'@context': 'https://schema.org', '@graph': graph}
  for (const each of [document, embed]) {
    expect(checkVocabulary(each)).toEqual([])
    expect(await expandSafely(each)).toBeNull()
  }
  return {article, graph, full: graph[0], embed}
}

describe('what a page states stands in both profiles', () => {
  test('headlines, section, tags, count of words, paywall, image with caption and credit', async () => {
    const {graph, full, embed} = await profilesOf(linked({}))
    for (const profile of [full, embed])
      expect(profile).toMatchObject({
        alternativeHeadline: 'Two months, one mast',
        articleSection: 'Harbour',
        keywords: ['ships', 'storms'],
        wordCount: 49,
        isAccessibleForFree: false
      })
    const image = {
      contentUrl: 'https://harbour.example/ship.jpg',
      caption: 'The Nawara at the quay',
      creditText: 'Mia Ek'
    }
    expect(embed).toMatchObject({image})
    expect(graph.find((each) => each['@type'] === 'ImageObject')).toMatchObject(image)
  })

  test('comments of readers, where they are kept, apart from the body', async () => {
    const {graph, full, embed} = await profilesOf(linked({}))
    const nodes = graph.filter((each) => each['@type'] === 'Comment')
    expect(nodes.map(({text}) => text)).toEqual([
      'Tom: I saw her come in, and it was a beautiful thing to see on a grey morning.',
      'Jo: Welcome home to all of you, we have missed you here.'
    ])
    expect(embed.comment).toEqual(nodes)
    expect(full?.comment).toEqual(nodes.map(({'@id': id}) => ({'@id': id})))
    expect(String(embed.articleBody)).not.toContain('Welcome home')
  })
})

describe('rights', () => {
  const notice = '© 2024 Harbour Press'

  test('an address of a licence is the licence', async () => {
    const license = 'https://creativecommons.org/licenses/by/4.0/'
    const {full, embed} = await profilesOf(linked({license}))
    expect([full?.license, embed.license]).toEqual([license, license])
  })

  test('a licence in words is a work of that name, and stands in TEI', async () => {
    const {article, graph, full, embed} = await profilesOf(
      linked({license: 'Free to share with the name of the author'})
    )
    const work = {
      '@type': 'CreativeWork',
      name: 'Free to share with the name of the author'
    }
    expect(embed.license).toEqual(work)
    const id = 'https://press.example/articles/ship/#license'
    expect(full?.license).toEqual({'@id': id})
    expect(graph).toContainEqual({...work, '@id': id})
    expect(print(article, 'tei')).toContain(`<licence>${work.name}</licence>`)
  })

  test('an address holds before words, wherever they stand', async () => {
    const {article} = await profilesOf(
      `<meta name="dcterms.license" content="CC BY"><link rel="license" href="https://creativecommons.org/licenses/by/4.0/">`
    )
    expect(article.metadata.license?.map(({value}) => value)).toEqual([
      'https://creativecommons.org/licenses/by/4.0/'
    ])
  })

  test('a declared SPDX id is the address that SPDX has for it', async () => {
    const {full, embed} = await profilesOf('', {license: 'CC-BY-4.0'})
    const address = 'https://spdx.org/licenses/CC-BY-4.0'
    expect([full?.license, embed.license]).toEqual([address, address])
  })

  test.each([
    ['JSON-LD', linked({copyrightNotice: notice})],
    ['Dublin Core', `<meta name="DC.rights" content="${notice}">`],
    ['the usual tag', `<meta name="copyright" content="${notice}">`]
  ])('a notice in %s is a fact with its place, in JSON-LD and TEI', async (_, head) => {
    const {article, full, embed} = await profilesOf(head)
    const fact = article.metadata.copyrightNotice?.[0]
    expect([fact?.value, fact?.basis]).toEqual([notice, 'stated'])
    const {start, end} = fact?.position ?? {start: {offset: 0}, end: {offset: 0}}
    expect(pageOf(head).slice(start.offset, end.offset)).toBe(notice)
    expect([full?.copyrightNotice, embed.copyrightNotice]).toEqual([notice, notice])
    expect(print(article, 'tei')).toContain(`<p>${notice}</p>`)
  })

  test('what an archivist declares stands before the notice of the page', async () => {
    const {embed} = await profilesOf(linked({copyrightNotice: notice}), {
      rights: 'Shown by permission'
    })
    expect(embed.copyrightNotice).toBe('Shown by permission')
  })

  test.each(['/licence', '#rights', 'mailto:x@y.example', 'javascript:void(0)', '4.0'])(
    '%s is no licence in words',
    async (license) => {
      const article = await articleOf(linked({license}))
      expect(stringOf(article.metadata, 'license')).toBe(undefined)
    }
  )
})
