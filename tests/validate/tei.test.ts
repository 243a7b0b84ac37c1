import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {messagesOf, reportTo} from '../../pipeline/diagnostics/report.ts'
import {teiGate} from '../../pipeline/validate/tei.ts'
import {tei} from '../../pipeline/write/tei.ts'
import {processFirst, seedSources} from '../support/edition.ts'

const {article, edition} = processFirst(seedSources)
const [made] = tei.article?.(article, edition) ?? []
const good = String(made?.bytes)

/** The rules that the gate reports for a document. */
async function faultsOf(document: string): Promise<string[]> {
  const file = new VFile()
  const files = new Map([[made?.path ?? '', document]])
  await teiGate.check({article, edition, files, report: reportTo(file)})
  return messagesOf(file).map(({rule, message}) => `${rule} ${message}`)
}

test('TEI as it is written has no fault', async () => {
  expect(await faultsOf(good)).toEqual([])
})

describe('a fault in TEI is found', () => {
  const faults = {
    'an unknown attribute': ['<u ', '<u whom="x" ', 'validate/tei', 'whom'],
    'a paragraph in an utterance': ['<seg ', '<p/><seg ', 'validate/tei', 'p'],
    'a date that is none': [
      'when="2025-10-17"',
      'when="2025-13-45"',
      'validate/tei',
      'when'
    ],
    'an id that stands twice': [
      'xml:id="turn-002"',
      'xml:id="turn-001"',
      'validate/tei',
      'turn-001'
    ],
    'a tag that is not closed': ['</body>', '', 'validate/tei', 'not well-formed'],
    'a speaker who is not listed': [
      'who="#person.yuri-ushakov"',
      'who="#nobody"',
      'validate/tei-pointer',
      '#nobody'
    ],
    'a line that the source does not have': [
      'source="raw:26,27"',
      'source="raw:26,2700"',
      'validate/tei-pointer',
      'raw:26,2700'
    ]
  } as const
  test.each(Object.entries(faults))('%s', async (_, [from, to, rule, words]) => {
    expect(good).toContain(from)
    const found = await faultsOf(good.replace(from, to))
    expect(
      found.some((each) => each.startsWith(`${rule} `) && each.includes(words))
    ).toBe(true)
  })
})
