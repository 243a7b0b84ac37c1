import {appendFileSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {parquetReadObjects} from 'hyparquet'
import {expect, test} from 'vitest'
import {readCsv} from '../../pipeline/validate/csv-reader.ts'
import {warraq} from '../support/command.ts'
import {editionOfTwo, processFirst, writeSources} from '../support/edition.ts'
import {newFolder} from '../support/files.ts'

const slug = 'harbour-talks'

/** Builds the edition of two with more declared in its files of sources. */
function build(declared: Readonly<Record<string, string>>): string {
  const sources = editionOfTwo()
  for (const [path, yaml] of Object.entries(declared))
    appendFileSync(join(sources, path), yaml)
  const out = join(newFolder(), 'dist')
  const {status, stderr} = warraq(['build', sources, '--out', out, '--quiet'])
  expect([status, stderr]).toEqual([0, ''])
  return out
}

const collection = 'harbour-post/collection.yaml'
const full = build({})
const none = build({
  [collection]: 'text: none\n',
  'edition.yaml':
    'rights: © The House\ntdm: {reservation: true, policy: "https://house.example/tdm"}\n'
})
const snippet = build({'edition.yaml': 'text: snippet\n'})

function rows(out: string, table: string): Map<string, string>[] {
  const [header, ...records] = [
    ...readCsv(readFileSync(join(out, `data/${table}.csv`), 'utf8'))
  ]
  const columns = header?.cells ?? []
  return records.map(
    ({cells}) => new Map(columns.map((name, n) => [name, cells[n] ?? '']))
  )
}

const ofTalks = (table: Map<string, string>[]) =>
  table.filter((row) => row.get('article_id') === slug)

/** Words of the lede, of a paragraph, of two turns and of a quotation of that article. */
const words = [
  'Ruth Calder has run the small harbour',
  'council did not answer',
  'repaired only last year',
  'people who repair it'
]

/** Every file of data as text, the database as its bytes. */
async function dataOf(out: string): Promise<string> {
  let all = ''
  for (const entry of readdirSync(join(out, 'data'), {
    recursive: true,
    withFileTypes: true
  })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile()) continue
    if (entry.name.endsWith('.parquet')) {
      const {buffer, byteOffset, byteLength} = readFileSync(path)
      const file = buffer.slice(byteOffset, byteOffset + byteLength)
      all += JSON.stringify(
        await parquetReadObjects({
          file: new Uint8Array(file).buffer,
          compressors: {GZIP: (packed) => new Uint8Array(gunzipSync(packed))}
        }),
        (_, value) => (typeof value === 'bigint' ? String(value) : value)
      )
    } else all += readFileSync(path, 'utf8')
  }
  return all
}

test('text: none keeps the words of a source out of every file of data, and all else in', async () => {
  const [before, after] = [await dataOf(full), await dataOf(none)]
  for (const each of words) {
    expect(before).toContain(each)
    expect(after).not.toContain(each)
  }
  const [whole, kept] = [ofTalks(rows(full, 'turns')), ofTalks(rows(none, 'turns'))]
  const but = (each: Map<string, string>): object => ({
    ...Object.fromEntries(each),
    text: '',
    text_norm: '',
    stage_directions: ''
  })
  expect(kept.map((row) => Object.fromEntries(row))).toEqual(whole.map(but))
  expect(rows(none, 'mentions')).toEqual(rows(full, 'mentions'))
  expect(after).toContain('<gap reason="rights" unit="chars"')
  expect(after).toContain('harbour-talks.turn-001')
  const page = readFileSync(join(none, `articles/${slug}/index.html`), 'utf8')
  for (const each of words) expect(page).toContain(each)
})

test('text: snippet gives the beginning of each passage, never more than half of its words', () => {
  const count = (text: string): number => text.match(/[\p{L}\p{N}’']+/gu)?.length ?? 0
  const [whole, kept] = [ofTalks(rows(full, 'turns')), ofTalks(rows(snippet, 'turns'))]
  expect(kept.length).toBe(whole.length)
  for (const [n, row] of kept.entries()) {
    const [text = '', part = ''] = [whole[n]?.get('text'), row.get('text')]
    expect(text.startsWith(part)).toBe(true)
    expect(count(part)).toBeLessThanOrEqual(Math.min(10, count(text) / 2))
  }
  expect(kept.some((row) => row.get('text'))).toBe(true)
})

test('text: of an edition gives way to that of a collection, and that to that of a sidecar', () => {
  const withheld = (files: Record<string, string>) =>
    processFirst(writeSources({'c/article.txt': 'A title\n\nSome text.\n', ...files}))
      .article.source.textInData
  const edition = {'edition.yaml': 'text: none\n'}
  const inCollection = {...edition, 'c/collection.yaml': 'text: snippet\n'}
  expect(withheld({})).toBeUndefined()
  expect(withheld(edition)).toBe('none')
  expect(withheld(inCollection)).toBe('snippet')
  expect(withheld({...inCollection, 'c/article.yaml': 'text: full\n'})).toBeUndefined()
})

test('rights and the reservation of mining stand in each format that has a field for them', () => {
  const read = (path: string): string => readFileSync(join(none, path), 'utf8')
  const {url} = JSON.parse(read('data/dataset.jsonld'))
  expect(JSON.parse(read('.well-known/tdmrep.json'))).toEqual([
    {
      location: `${new URL('..', url).pathname}*`,
      'tdm-reservation': 1,
      'tdm-policy': 'https://house.example/tdm'
    }
  ])
  for (const page of ['index.html', `articles/${slug}/index.html`]) {
    expect(read(page)).toContain('<meta name="tdm-reservation" content="1">')
    expect(read(page)).toContain(
      '<meta name="tdm-policy" content="https://house.example/tdm">'
    )
  }
  for (const path of [
    'data/dataset.jsonld',
    'data/datapackage.json',
    'data/csv-metadata.json',
    'data/croissant.json',
    'data/corpus.tei.xml',
    'data/graph.nq',
    'data/convokit/corpus.json',
    'data/README.md',
    'ro-crate-metadata.json'
  ])
    expect([path, read(path).includes('© The House')]).toEqual([path, true])
})

test('rights of one source are its sidecar’s, before those of its collection', () => {
  const {article} = processFirst(
    writeSources({
      'c/article.txt': 'A title\n\nSome text.\n',
      'c/collection.yaml': 'rights: © C\n',
      'c/article.yaml': 'rights: © A\n'
    })
  )
  expect(article.source.rights).toBe('© A')
})

test('an edition that says nothing of mining has no word of it', () => {
  expect(readdirSync(full)).not.toContain('.well-known')
  expect(readFileSync(join(full, 'index.html'), 'utf8')).not.toContain('tdm-')
})
