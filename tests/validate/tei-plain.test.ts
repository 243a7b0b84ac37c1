import fc from 'fast-check'
import {expect, test} from 'vitest'
import {faultsOf} from '../../pipeline/validate/tei-grammar-walk.ts'
import {isPlainTei} from '../../pipeline/validate/tei-plain.ts'
import {readXml} from '../../pipeline/validate/xml-events.ts'
import {tei} from '../../pipeline/write/tei.ts'
import {processFirst, seedSources} from '../support/edition.ts'

const {article, edition} = processFirst(seedSources)
const [made] = tei.article?.(article, edition) ?? []
const good = String(made?.bytes)

test('TEI as it is written is plain', () => {
  expect(isPlainTei(readXml(good))).toBe(true)
})

const faults: Readonly<Record<string, readonly [from: string | RegExp, to: string]>> = {
  'an attribute that is not known': ['<u ', '<u whom="x" '],
  'an attribute that stands elsewhere': ['<seg ', '<seg who="#person.yuri-ushakov" '],
  'an attribute that is missing': [/ unit="\w+"/u, ''],
  'an element that is not known': ['<seg ', '<sea/><seg '],
  'an element that stands elsewhere': ['<seg ', '<teiHeader/><seg '],
  'an element that is missing': [/<publicationStmt>.*?<\/publicationStmt>/su, ''],
  'an order that is not theirs': [
    /(<extent>.*?<\/extent>)(\s*<publicationStmt>.*?<\/publicationStmt>)/su,
    '$2$1'
  ],
  'words where none may stand': ['<fileDesc>', '<fileDesc>words'],
  'a day that no calendar has': ['when="2025-10-17"', 'when="2025-02-30"'],
  'a number that is none': [/quantity="\d+"/u, 'quantity="many"'],
  'a number out of its bounds': ['cert="1"', 'cert="1.5"'],
  'a language that is none': ['xml:lang="ar"', 'xml:lang="a b"'],
  'an id that stands twice': ['xml:id="turn-002"', 'xml:id="turn-001"'],
  'another namespace': [
    'xmlns="http://www.tei-c.org/ns/1.0"',
    'xmlns="http://www.tei-c.org/ns/1.1"'
  ]
}

test.each(Object.entries(faults))(
  '%s is not plain, and a fault',
  async (_, [from, to]) => {
    const document = good.replace(from, to)
    expect(document).not.toBe(good)
    const events = readXml(document)
    expect(isPlainTei(events)).toBe(false)
    expect(await faultsOf(events)).not.toEqual([])
  }
)

const pieces = [...good.matchAll(/<[^>]*>|[a-z:]+="[^"]*"|>[^<]+/gu)]
const piece = fc.constantFrom(...pieces)
const edit = fc.oneof(
  fc.record({at: piece, to: piece.map(([text]) => text)}),
  fc.record({at: piece, to: fc.constantFrom('', ' ', 'x', '<p/>', '</p>', '0', ' n="0"')})
)

test('what is plain has no fault, wherever a document is changed', async () => {
  await fc.assert(
    fc.asyncProperty(edit, fc.boolean(), async ({at, to}, isBehind) => {
      const end = at.index + at[0].length
      const document = good.slice(0, isBehind ? end : at.index) + to + good.slice(end)
      const events = readXml(document)
      if (isPlainTei(events)) expect(await faultsOf(events)).toEqual([])
    }),
    {numRuns: Number(process.env.FUZZ_RUNS ?? 80), seed: 11}
  )
})
