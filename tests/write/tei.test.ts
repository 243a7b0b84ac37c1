import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {SaxesParser} from 'saxes'
import {expect, test} from 'vitest'
import {walkTei} from '../../pipeline/validate/tei-grammar-walk.ts'
import {tei} from '../../pipeline/write/tei.ts'
import {dateAttributes} from '../../pipeline/write/tei-dates.ts'
import {
  articleOfSource,
  processFirst,
  seedSources,
  writeSources
} from '../support/edition.ts'

/** The text of `body` as a reader of XML gets it. */
function bodyText(document: string): string {
  const parser = new SaxesParser({xmlns: true})
  let inside = 0
  let text = ''
  parser.on('opentag', (tag) => {
    if (tag.name === 'body' || inside > 0) inside++
  })
  parser.on('closetag', () => {
    if (inside > 0) inside--
  })
  parser.on('text', (part) => {
    if (inside > 0) text += part
  })
  parser.write(document).close()
  return text
}

const bare = (text: string): string => text.replace(/\s+/gu, '')

function documentOf(processed: ReturnType<typeof processFirst>): string {
  const [file] = tei.article?.(processed.article, processed.edition) ?? []
  return String(file?.bytes)
}

test('the TEI of the seed is valid, and its body holds every character of the source in order', async () => {
  const seed = processFirst(seedSources)
  const document = documentOf(seed)
  const {faults} = await walkTei(document)
  expect(faults).toEqual([])
  const source = readFileSync(join(seedSources, seed.article.source.path), 'utf8')
  expect(bare(bodyText(document))).toBe(bare(source))
  expect(document.match(/<u /gu)).toHaveLength(44)
  expect(document.match(/<seg /gu)).toHaveLength(45)
  expect(document.match(/<vocal type="laughter"/gu)).toHaveLength(2)
  expect(document).toContain(
    '<note type="speaker" source="raw:26,27">ستيف ويتكوف:</note>'
  )
})

const hostile = {
  'press/hostile.txt': `A < B & "C" ]]> D
26 November 2025

The call & its <transcript> were published, said a man: “we & they”.

- Anna Lind: <b>Well</b> & ]]> what then?
- Bo Ek: Nothing "at all", said he (laughs).
- Anna Lind: And </TEI> if?
- Bo Ek: &amp; stays &amp;.
- Anna Lind: Good.
- Bo Ek: 😀 astral, \u200f marks and \u2028a line.
`,
  'edition.yaml': 'baseUrl: https://press.example/\n'
}

test('text that looks like mark-up stays text', async () => {
  const processed = processFirst(writeSources(hostile))
  const document = documentOf(processed)
  const {faults} = await walkTei(document)
  expect(faults).toEqual([])
  expect(bare(bodyText(document))).toBe(bare(hostile['press/hostile.txt']))
  expect(bodyText(document)).toContain('&amp; stays &amp;')
})

test('the corpus holds each article once, with ids that are unique', async () => {
  const seed = processFirst(seedSources)
  const other = processFirst(writeSources(hostile))
  let document = ''
  const parts = async function* () {
    for (const {article} of [other, seed]) {
      const result = {id: article.id, path: article.source.path, article, messages: []}
      yield tei.part?.(result, seed.edition) ?? null
    }
  }
  for await (const file of tei.edition?.(parts(), seed.edition) ?? [])
    document += String(file.bytes)
  const {faults, attributes} = await walkTei(document)
  expect(faults).toEqual([])
  const ids = attributes.filter(({name}) => name === 'xml:id').map(({value}) => value)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toContain('witkoff-ushakov-call.turn-001')
  expect(document.match(/<TEI /gu)).toHaveLength(2)
})

test('an edition without an article has no corpus', async () => {
  const {edition} = processFirst(seedSources)
  const none = async function* () {
    // An edition whose only source was refused.
  }
  const files = []
  for await (const file of tei.edition?.(none(), edition) ?? []) files.push(file)
  expect(files).toEqual([])
})

test('a season, which EDTF writes as a month, is no month of TEI', () => {
  expect(dateAttributes('2023-12', '#edtf')).toEqual({when: '2023-12'})
  expect(dateAttributes('2023-24', '#edtf')).toEqual({
    'when-custom': '2023-24',
    datingMethod: '#edtf'
  })
})

test('an agency among the authors of a page is an organisation, in TEI that is valid', async () => {
  const page = `<!doctype html><html lang="en"><head><title>A ship comes home</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"A ship comes home","author":[{"@type":"Organization","name":"Harbour Desk"},{"@type":"Person","name":"Ida Berg"}]}</script></head><body><article><h1>A ship comes home</h1><p>The ship came into the harbour after two months at sea, and everybody on the quay was there to welcome her.</p></article></body></html>`
  const article = articleOfSource('press/ship.html', page)
  const document = documentOf({...processFirst(seedSources), article})
  expect(document).toMatch(/<author>\s*<orgName xml:lang="en">Harbour Desk<\/orgName>/u)
  const {faults} = await walkTei(document)
  expect(faults).toEqual([])
})
