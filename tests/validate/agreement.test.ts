import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {messagesOf, reportTo} from '../../pipeline/diagnostics/report.ts'
import {pages} from '../../pipeline/site/index.ts'
import {agreementGate} from '../../pipeline/validate/agreement.ts'
import {outputs} from '../../pipeline/write/index.ts'
import {processFirst, seedSources} from '../support/edition.ts'

const {article, edition} = processFirst(seedSources)
const folder = `articles/${article.id}/`
const good = new Map(
  [...outputs, ...pages]
    .flatMap((output) => output.article?.(article, edition) ?? [])
    .map(({path, bytes}) => [path, String(bytes)])
)

async function faultsOf(files: ReadonlyMap<string, string>): Promise<string[]> {
  const file = new VFile()
  await agreementGate.check({article, edition, files, report: reportTo(file)})
  return messagesOf(file).map(({rule, message}) => `${rule} ${message}`)
}

test('every format of the seed says the same', async () => {
  expect([...good.keys()].map((path) => path.slice(folder.length)).sort()).toEqual([
    'article.csv',
    'article.json',
    'article.jsonld',
    'article.md',
    'article.tei.xml',
    'article.txt',
    'card.png',
    'cite.bib',
    'cite.csl.json',
    'cite.ris',
    'index.html',
    'proof/index.html',
    'text-1.js',
    'text-2.js'
  ])
  expect(await faultsOf(good)).toEqual([])
})

describe('a format that says something else is found', () => {
  const faults = {
    'a word in the page': ['index.html', 'مرحباً <a ', 'أهلاً <a ', 'turn-001'],
    'a speaker in the page': [
      'index.html',
      'data-speaker="yuri-ushakov"',
      'data-speaker="steve-witkoff"',
      'turn-002'
    ],
    'a paragraph of the page': ['index.html', 'ظهر تسجيل', 'نُشر تسجيل', 'p-001'],
    'a date of the embedded data': [
      'index.html',
      '"datePublished":"2025-11-26',
      '"datePublished":"2025-11-27',
      'article'
    ],
    'a word in the graph': ['article.jsonld', 'وداعاً', 'سلاماً', 'turn-043'],
    'a headline in the graph': [
      'article.jsonld',
      'مكالمة سرية',
      'مكالمة علنية',
      'article'
    ],
    'a word in the TEI': ['article.tei.xml', '>أشكرك.<', '>شكراً.<', 'turn-005'],
    'a speaker in the TEI': [
      'article.tei.xml',
      'n="1" who="#person.steve-witkoff"',
      'n="1"',
      'turn-001'
    ],
    'an id in the TEI': [
      'article.tei.xml',
      '<u xml:id="turn-044"',
      '<u xml:id="turn-045"',
      'turn-045'
    ],
    'a cell of the table': ['article.csv', 'أشكرك.', 'شكراً.', 'turn-005'],
    'a value of the tree': [
      'article.json',
      '"value": "أشكرك."',
      '"value": "شكراً."',
      'turn-005'
    ]
  } as const
  test.each(Object.entries(faults))('%s', async (_, [name, from, to, id]) => {
    const text = good.get(folder + name) ?? ''
    expect(text).toContain(from)
    const found = await faultsOf(
      new Map([...good, [folder + name, text.replaceAll(from, to)]])
    )
    expect(found.join('\n')).toContain('validate/formats-disagree')
    expect(found.join('\n')).toContain(`\`${id}\``)
    expect(found.join('\n')).toContain(name)
  })
})
