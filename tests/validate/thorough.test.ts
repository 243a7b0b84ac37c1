import jsonld from 'jsonld'
import {VFile} from 'vfile'
import {afterEach, expect, test, vi} from 'vitest'
import {messagesOf, reportTo} from '../../pipeline/diagnostics/report.ts'
import {articlePage} from '../../pipeline/site/article.ts'
import {jsonLdGate} from '../../pipeline/validate/json-ld.ts'
import {readersGate} from '../../pipeline/validate/readers.ts'
import {walkTei} from '../../pipeline/validate/tei-grammar-walk.ts'
import {jsonLd} from '../../pipeline/write/json-ld.ts'
import {tei} from '../../pipeline/write/tei.ts'
import {processSeed} from '../support/edition.ts'

const {article, edition} = processSeed()
afterEach(() => vi.restoreAllMocks())

/** How often a processor reads the graph of the seed, in which it finds nothing. */
async function readings(isThorough: boolean): Promise<number> {
  const read = vi.spyOn(jsonld, 'toRDF')
  const [made] = jsonLd.article?.(article, edition) ?? []
  const file = new VFile()
  await jsonLdGate.check({
    article,
    edition: isThorough ? {...edition, isThorough: true} : edition,
    files: new Map([[made?.path ?? '', String(made?.bytes)]]),
    report: reportTo(file)
  })
  expect(messagesOf(file)).toEqual([])
  return read.mock.calls.length
}

test('a processor of JSON-LD reads what is plainly right where all is to be read', async () => {
  expect(await readings(false)).toBe(0)
  expect(await readings(true)).toBe(1)
})

test('a validator of TEI finds nothing in it either', async () => {
  const [made] = tei.article?.(article, edition) ?? []
  const {faults} = await walkTei(String(made?.bytes), true)
  expect(faults).toEqual([])
})

test('whole parsers read pages and TEI as the rules for plain ones do', async () => {
  const files = new Map(
    [articlePage, tei]
      .flatMap((output) => output.article?.(article, edition) ?? [])
      .map(({path, bytes}) => [path, String(bytes)])
  )
  expect([...files.keys()].map((path) => path.split('.').at(-1))).toEqual(['html', 'xml'])
  const file = new VFile()
  const thorough = {...edition, isThorough: true as const}
  await readersGate.check({article, edition: thorough, files, report: reportTo(file)})
  expect(messagesOf(file)).toEqual([])
})
