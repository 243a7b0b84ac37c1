import {gzipSync} from 'node:zlib'
import {describe, expect, test} from 'vitest'
import {laySources, resultsOf} from '../chain.ts'
import {
  docx,
  mhtml,
  okay,
  pageOf,
  warc,
  warcGz,
  wordParagraph,
  zip
} from '../support/archives.ts'

const ship = pageOf(
  'A ship comes home',
  'The ship Nawara came into the harbour after two months at sea.'
)
const good =
  'A ship comes home\n5 March 2024\n\nThe ship came into the harbour after two months at sea.\n'

/** What becomes of a file beside a good one: the articles, and its messages without those that only inform. */
async function outcomeOf(name: string, bytes: string | Uint8Array) {
  const results = await resultsOf(
    laySources({
      'edition.yaml': 'baseUrl: https://press.example/\n',
      'press/good.txt': good,
      [`press/${name}`]: bytes
    })
  )
  const messages = results.flatMap((result) => result.messages)
  return {
    articles: results.flatMap(({article}) => article?.id ?? []),
    rules: messages.filter(({severity}) => severity !== 'info').map(({rule}) => rule),
    text: messages.map(({message}) => message).join('\n'),
    all: messages.map(({rule}) => rule)
  }
}

const page = {url: 'https://harbour.example/ship', id: 'urn:uuid:1', body: ship}
const other = {...page, id: 'urn:uuid:2', url: 'https://harbour.example/mast'}

/** Replaces bytes, all of one length. */
function overwritten(
  bytes: Uint8Array,
  at: number,
  values: readonly number[]
): Uint8Array {
  const copy = bytes.slice()
  copy.set(values, at)
  return copy
}

describe('a web archive that is damaged', () => {
  test('ends too early: what stands before is published, and the place is named', async () => {
    const bytes = warc(page, other)
    const found = await outcomeOf('crawl.warc', bytes.subarray(0, bytes.length - 200))
    expect(found.articles).toEqual(['crawl', 'good'])
    expect(found.rules).toEqual(['read/broken-archive'])
    expect(found.text).toMatch(
      /Unexpected end of the file at byte \d+, expected the rest of a record of \d+ bytes/u
    )
  })

  test('packed, ends too early', async () => {
    const bytes = warcGz(page, other)
    const found = await outcomeOf('crawl.warc.gz', bytes.subarray(0, bytes.length - 60))
    expect(found.articles).toEqual(['crawl', 'good'])
    expect(found.rules).toEqual(['read/broken-archive'])
    expect(found.text).toContain('expected the rest of the record that begins at byte')
  })

  test('packed, with a byte that flipped: its checksum tells', async () => {
    const bytes = warcGz(page)
    const found = await outcomeOf(
      'crawl.warc.gz',
      overwritten(bytes, bytes.length - 8, [1, 2, 3, 4])
    )
    expect(found.articles).toEqual(['good'])
    expect(found.rules).toEqual(['read/broken-archive'])
  })

  test('packed as a whole: how to mend it is said', async () => {
    const found = await outcomeOf(
      'crawl.warc.gz',
      new Uint8Array(gzipSync(warc(page, other)))
    )
    expect(found.articles).toEqual(['good'])
    expect(found.text).toContain(
      'Unexpected several records packed as one at byte 0, expected one gzip member a record'
    )
  })

  test.each([
    ['crawl.warc', 'nothing of the kind'],
    [
      'crawl.warc',
      'WARC/1.1\r\nWARC-Type: response\r\nContent-Length: minus one\r\n\r\n'
    ],
    ['crawl.warc.gz', new Uint8Array(gzipSync('nothing of the kind'))],
    ['crawl.wacz', 'nothing of the kind']
  ])('%s of other content', async (name, bytes) => {
    const found = await outcomeOf(name, bytes)
    expect(found.articles).toEqual(['good'])
    expect(found.rules).toEqual(['read/broken-archive', 'read/no-page'])
  })

  test('a page in an encoding of HTTP that nobody knows', async () => {
    const found = await outcomeOf(
      'crawl.warc',
      warc({...page, http: `${okay}\r\nContent-Encoding: rot13`})
    )
    expect(found.articles).toEqual(['good'])
    expect(found.text).toContain('content encoding `rot13`')
  })

  test('a frame without an article is named and is no error: read/no-article', async () => {
    const frame = {...other, body: '<!doctype html><title></title><body></body>'}
    const found = await outcomeOf('crawl.warc', warc(page, frame))
    expect(found.articles).toHaveLength(2)
    expect(found.rules).toEqual([])
    expect(found.all).toContain('read/no-article')
  })
})

describe('a container that is made to do harm', () => {
  const bomb = (bytes: number): Uint8Array =>
    new Uint8Array(gzipSync(Buffer.alloc(bytes, 'a')))

  test('a record that unpacks without end: read/archive-limit', async () => {
    const found = await outcomeOf(
      'crawl.warc.gz',
      warcGz({...page, body: Buffer.alloc(12 << 20, 'a')})
    )
    expect(found.articles).toEqual(['good'])
    expect(found.rules).toEqual(['read/archive-limit', 'read/no-page'])
  })

  test.each([
    ['to more than a source may have', 17 << 20, 'read/too-large'],
    ['without end', 65 << 20, 'read/archive-limit']
  ])('a body that unpacks %s', async (_name, bytes, rule) => {
    const http = `${okay}\r\nContent-Encoding: gzip`
    const found = await outcomeOf('crawl.warc', warc({...page, http, body: bomb(bytes)}))
    expect(found.articles).toEqual(['good'])
    expect(found.rules).toEqual([rule])
  })

  /** A document whose directory states another size for each of its files. */
  function docxStating(size: number): Uint8Array {
    const bytes = docx(wordParagraph('word '.repeat(20_000)))
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    for (let at = 0; at + 46 < bytes.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true)
    return bytes
  }

  test.each([
    ['whose files are larger than it states', 1],
    ['that unpacks to more than the limit', 1 << 28]
  ])('a document %s', async (_name, size) => {
    const found = await outcomeOf('note.docx', docxStating(size))
    expect(found.articles).toEqual(['good'])
    expect(found.rules).toEqual(['read/archive-limit'])
  })

  test('names that lead out of the archive are not read: read/unsafe-entry', async () => {
    const found = await outcomeOf(
      'saved.wacz',
      zip({
        '../../archive/evil.warc.gz': warcGz(other),
        '/archive/evil.warc.gz': warcGz(other),
        'archive/data.warc.gz': warcGz(page)
      })
    )
    expect(found.articles).toEqual(['good', 'saved'])
    expect(found.rules).toEqual(['read/unsafe-entry', 'read/unsafe-entry'])
  })
})

describe('a page saved as MHTML that is damaged', () => {
  test.each([
    ['without a boundary', mhtml(ship).replace(/\s+boundary="[^"]*"/u, '')],
    [
      'with another boundary than it states',
      mhtml(ship).replace('boundary="--', 'boundary="**')
    ],
    ['cut off within the page', mhtml(ship).slice(0, 900)],
    ['without headers', ship],
    [
      'in a transfer encoding that nobody knows',
      mhtml(ship, {
        headers: 'Content-Type: text/html\r\nContent-Transfer-Encoding: uuencode'
      })
    ],
    [
      'with base64 that is none',
      mhtml('***', {
        headers: 'Content-Type: text/html\r\nContent-Transfer-Encoding: base64'
      })
    ]
  ])('%s', async (_name, bytes) => {
    const found = await outcomeOf('ship.mhtml', bytes)
    expect(found.articles).toEqual(['good'])
    expect(found.rules).toEqual(['read/broken-archive'])
    expect(found.text).toMatch(/Unexpected .+, expected .+/u)
  })

  test('without a page', async () => {
    const bytes = mhtml(ship).replace(
      '\r\nContent-Type: text/html;',
      '\r\nContent-Type: text/css;'
    )
    expect((await outcomeOf('ship.mhtml', bytes)).rules).toEqual(['read/no-page'])
  })

  test('in an encoding its bytes are not of', async () => {
    const bytes = Buffer.from(mhtml(ship.replace('Nawara', 'M\u00f6we')), 'latin1')
    const found = await outcomeOf('ship.mhtml', new Uint8Array(bytes))
    expect(found.articles).toEqual(['good', 'ship'])
  })
})

test('a document that is none, and one without its text', async () => {
  for (const bytes of ['nothing of the kind', zip({'other.xml': '<a/>'})]) {
    const found = await outcomeOf('note.docx', bytes)
    expect(found.articles).toEqual(['good'])
    expect(found.rules).toEqual(['read/broken-archive'])
  }
})
