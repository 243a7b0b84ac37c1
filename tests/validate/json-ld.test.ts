import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {messagesOf, reportTo} from '../../pipeline/diagnostics/report.ts'
import {jsonLdGate} from '../../pipeline/validate/json-ld.ts'
import {jsonLd} from '../../pipeline/write/json-ld.ts'
import {processFirst, seedSources} from '../support/edition.ts'

const {article, edition} = processFirst(seedSources)
const [made] = jsonLd.article?.(article, edition) ?? []
const good = String(made?.bytes)

async function faultsOf(document: string): Promise<string[]> {
  const file = new VFile()
  const files = new Map([[made?.path ?? '', document]])
  await jsonLdGate.check({article, edition, files, report: reportTo(file)})
  return messagesOf(file).map(({rule, message}) => `${rule} ${message}`)
}

test('the graph as it is written has no fault', async () => {
  expect(await faultsOf(good)).toEqual([])
})

describe('a fault in the graph is found', () => {
  const faults = {
    'a term that does not exist': ['"headline"', '"headlines"', 'validate/schema-org'],
    'a term on the wrong type': ['"sender"', '"director"', 'validate/schema-org'],
    'a type that does not exist': ['"NewsArticle"', '"NewsStory"', 'validate/schema-org'],
    'a key that a processor would drop': [
      '"headline"',
      '"@headline"',
      'validate/json-ld'
    ],
    'a context that is not ours': [
      '"https://schema.org"',
      '"https://example.org/context"',
      'validate/json-ld'
    ]
  } as const
  test.each(Object.entries(faults))('%s', async (_, [from, to, rule]) => {
    expect(good).toContain(from)
    const found = await faultsOf(good.replace(from, to))
    expect(found.some((each) => each.startsWith(rule))).toBe(true)
  })
})
