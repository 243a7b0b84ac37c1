import {brotliCompressSync, gzipSync} from 'node:zlib'
import {describe, expect, test} from 'vitest'
import type {Result} from '../../pipeline/source/types.ts'
import {stringOf} from '../../pipeline/tree/facts.ts'
import {plainText} from '../../pipeline/tree/text.ts'
import type {Article} from '../../pipeline/tree/types.ts'
import {textBlocks} from '../../pipeline/tree/walk.ts'
import {laySources, resultsOf} from '../chain.ts'
import {
  docx,
  mhtml,
  okay,
  pageOf,
  quotedPrintable,
  sha1Of,
  warc,
  warcGz,
  wordParagraph,
  zip
} from '../support/archives.ts'

const edition = 'baseUrl: https://press.example/\n'
const ship = pageOf(
  'A ship comes home',
  'The ship Nawara came into the harbour after two months at sea.'
)
const mast = pageOf(
  'The mast is mended',
  'The mast of the Nawara was mended on Friday by nine men of the wharf.'
)

async function read(
  files: Readonly<Record<string, string | Uint8Array>>
): Promise<Result[]> {
  return resultsOf(laySources({'edition.yaml': edition, ...files}))
}

/** The one article of a folder with this file. */
async function articleOf(path: string, bytes: string | Uint8Array): Promise<Article> {
  const results = await read({[path]: bytes})
  const found = results.flatMap(({article}) => article ?? [])
  expect(results.flatMap(({messages}) => messages).filter(isBad)).toEqual([])
  expect(found).toHaveLength(1)
  const [article] = found
  if (!article) throw new Error('no article')
  return article
}
const isBad = ({severity}: {severity: string}): boolean => severity === 'error'

const textOf = (article: Article): string =>
  [...textBlocks(article)].map((block) => plainText(block.children)).join('\n')

describe('a page saved as MHTML', () => {
  const headers =
    'Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable'

  test('quoted-printable: text, address, time of saving', async () => {
    const page = quotedPrintable(ship.replaceAll('Nawara', '«Nawärá» = سفينة'))
    const article = await articleOf('press/ship.mhtml', mhtml(page, {headers}))
    expect(textOf(article)).toContain('The ship «Nawärá» = سفينة came into the harbour')
    expect(article.id).toBe('ship')
    expect(article.source).toMatchObject({
      path: 'press/ship.mhtml',
      mediaType: 'text/html',
      url: 'https://harbour.example/2024/ship',
      retrieved: '2024-03-06T07:08:09Z',
      container: {mediaType: 'multipart/related', id: '<frame-1@mhtml.example>'}
    })
    expect(stringOf(article.metadata, 'url')).toBe('https://harbour.example/2024/ship')
    expect(article.metadata.url?.[0]).toMatchObject({
      basis: 'stated',
      rule: 'read/container-address'
    })
  })

  test('base64 in an encoding that the part names', async () => {
    const page = Buffer.from(ship.replace('Nawara', 'Möwe'), 'latin1').toString('base64')
    const article = await articleOf(
      'press/ship.mht',
      mhtml(page.replace(/.{76}/gu, '$&\r\n'), {
        headers:
          'Content-Type: text/html; charset="iso-8859-1"\r\nContent-Transfer-Encoding: base64'
      })
    )
    expect(textOf(article)).toContain('The ship Möwe came')
    expect(article.source.encoding).toBe('windows-1252')
  })

  test('an encoding that does not exist gives way to what the page says', async () => {
    const article = await articleOf(
      'press/ship.mhtml',
      mhtml(ship.replace('Nawara', 'Möwe'), {
        headers: 'Content-Type: text/html; charset=no-such-set'
      })
    )
    expect(textOf(article)).toContain('The ship Möwe came')
  })
})

describe('a web archive', () => {
  const pages = [
    {type: 'warcinfo', id: 'urn:uuid:0', body: 'software: none\r\n'},
    {url: 'https://harbour.example/ship', id: 'urn:uuid:1', body: ship},
    {url: 'https://harbour.example/mast', id: 'urn:uuid:2', body: mast},
    {
      url: 'https://harbour.example/gone',
      id: 'urn:uuid:3',
      http: 'HTTP/1.1 404 Not Found\r\nContent-Type: text/html',
      body: mast
    }
  ]

  test.each([
    ['press/crawl.warc', warc(...pages)],
    ['press/crawl.warc.gz', warcGz(...pages)]
  ])(
    '%s: each page is a source of its own, with the place of its record',
    async (path, bytes) => {
      const results = await read({[path]: bytes})
      const articles = results.flatMap(({article}) => article ?? [])
      expect(articles.map(({id}) => id)).toEqual(['crawl-b362f50874', 'crawl-cd9a9e606c'])
      const [first] = articles
      expect(first?.source).toMatchObject({
        path,
        url: 'https://harbour.example/ship',
        retrieved: '2024-03-06T07:08:09Z'
      })
      const {offset = 0, length = 0, id} = first?.source.container ?? {}
      expect(id).toBe('urn:uuid:1')
      expect(offset + length).toBeLessThan(bytes.length)
      const all = results
        .flatMap(({messages}) => messages)
        .filter(({rule}) => rule !== 'run/near-duplicate')
      expect(all.map(({rule, message}) => [rule, message])).toEqual([
        [
          'read/passed-over',
          'Passed over 1 answers with 404, 1 warcinfo records; articles are read from pages that were answered with 200'
        ]
      ])
    }
  )

  test('slugs stay the same whatever else is in the archive, and in whatever order', async () => {
    const idsOf = async (bytes: Uint8Array): Promise<string[]> =>
      (await read({'press/crawl.warc': bytes})).flatMap(({article}) => article?.id ?? [])
    const [, one, two] = pages
    if (!one || !two) throw new Error('no pages')
    const third = {...one, id: 'urn:uuid:9', url: 'https://harbour.example/third'}
    const both = await idsOf(warc(one, two))
    expect(await idsOf(warc(two, third, one))).toEqual(expect.arrayContaining(both))
    expect(await idsOf(warc(one))).toEqual(['crawl'])
  })

  test('a sidecar of one article stands beside that of all', async () => {
    const results = await read({
      'press/crawl.warc': warc(...pages),
      'press/crawl.yaml': 'language: en-GB\n',
      'press/crawl-b362f50874.yaml': 'slug: ship\nlanguage: en-IE\n',
      'press/crawl-0000000000.yaml': 'language: de\n'
    })
    const articles = results.flatMap(({article}) => article ?? [])
    expect(articles.map(({id, language}) => [id, language])).toEqual([
      ['crawl-cd9a9e606c', 'en-GB'],
      ['ship', 'en-IE']
    ])
    expect(
      results.flatMap(({messages}) => messages.map(({rule, file}) => [file, rule]))
    ).toContainEqual(['press/crawl-0000000000.yaml', 'source/lonely-sidecar'])
  })

  test.each([
    ['gzip', gzipSync(ship)],
    ['br', brotliCompressSync(ship)],
    ['gzip', Buffer.from(ship)],
    ['identity', Buffer.from(ship)]
  ])('a body in %s, or what only says so', async (encoding, body) => {
    const http = `${okay}\r\nContent-Encoding: ${encoding}`
    const article = await articleOf(
      'press/ship.warc',
      warc({url: 'https://harbour.example/ship', http, body: new Uint8Array(body)})
    )
    expect(textOf(article)).toContain('The ship Nawara came')
  })

  test('a body in chunks, and one that only says so', async () => {
    const http = `${okay}\r\nTransfer-Encoding: chunked`
    const chunks = [ship.slice(0, 200), ship.slice(200)]
      .map((chunk) => `${Buffer.byteLength(chunk).toString(16)}\r\n${chunk}\r\n`)
      .join('')
    for (const body of [`${chunks}0\r\n\r\n`, ship]) {
      const article = await articleOf('press/ship.warc', warc({http, body}))
      expect(textOf(article)).toContain('The ship Nawara came')
      expect(textOf(article)).not.toMatch(/\r|^c8$/mu)
    }
  })

  test('a record is held against its digest: read/digest-differs', async () => {
    const body = `${okay}\r\n\r\n${ship}`
    const good = warc({body: ship, more: [`WARC-Block-Digest: sha1:${sha1Of(body)}`]})
    const bad = warc({body: ship, more: [`WARC-Block-Digest: sha1:${sha1Of('other')}`]})
    const rulesOf = async (bytes: Uint8Array) =>
      (await read({'press/ship.warc': bytes})).flatMap(({messages}) =>
        messages.map(({rule}) => rule)
      )
    expect(await rulesOf(good)).toEqual([])
    expect(await rulesOf(bad)).toEqual(['read/digest-differs'])
  })
})

describe('a WACZ package', () => {
  const archive = warcGz(
    {url: 'https://harbour.example/ship', id: 'urn:uuid:1', body: ship},
    {url: 'https://harbour.example/mast', id: 'urn:uuid:2', body: mast}
  )
  const list = '{"format":"json-pages-1.0"}\n{"url":"https://harbour.example/mast#top"}\n'

  test('the pages of its list are read in place, and no others', async () => {
    const article = await articleOf(
      'press/saved.wacz',
      zip({
        'datapackage.json': '{}',
        'pages/pages.jsonl': list,
        'archive/data.warc.gz': archive
      })
    )
    expect(article.id).toBe('saved')
    expect(article.source.url).toBe('https://harbour.example/mast')
    expect(article.source.container?.mediaType).toBe('application/wacz')
  })

  test('without a list every page is one', async () => {
    const results = await read({
      'press/saved.wacz': zip({'archive/data.warc.gz': archive})
    })
    expect(results.flatMap(({article}) => article?.id ?? [])).toEqual([
      'saved-b362f50874',
      'saved-cd9a9e606c'
    ])
  })
})

describe('a Word document', () => {
  test('headings, bold speakers; positions count in the HTML that is made of it', async () => {
    const article = await articleOf(
      'press/talk.docx',
      docx(
        wordParagraph('A ship comes home', 1) +
          wordParagraph('5 March 2024') +
          wordParagraph('We met the skipper & her mate on board.') +
          wordParagraph('*Anna Lind:* How was the sea?') +
          wordParagraph('*Mia Ek:* Rough, and cold.') +
          wordParagraph('*Anna Lind:* And then?') +
          wordParagraph('*Mia Ek:* Then we came home.')
      )
    )
    expect(stringOf(article.metadata, 'headline')).toBe('A ship comes home')
    expect(stringOf(article.metadata, 'datePublished')).toBe('2024-03-05')
    expect(textOf(article)).toContain('the skipper & her mate')
    expect(article.children.map(({type}) => type)).toContain('dialogue')
    expect(article.source).toMatchObject({
      mediaType:
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      encoding: 'utf-8'
    })
    expect(article.source.conversion).toMatch(/^mammoth \d+\.\d+\.\d+$/u)
    expect(article.source.container).toBeUndefined()
  })
})
