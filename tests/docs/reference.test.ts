import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {rules} from '../../pipeline/diagnostics/index.ts'
import {reportTo} from '../../pipeline/diagnostics/report.ts'
import {commandHelp, help} from '../../pipeline/run/help.ts'
import {tableList} from '../../pipeline/tree/tables.ts'
import {dialogues} from '../../pipeline/tree/walk.ts'
import {anchorsOf, pages, read, root, rowsOf} from '../support/documentation.ts'
import {processSeed} from '../support/edition.ts'

const code = (cell = ''): string[] =>
  [...cell.matchAll(/`([^`]+)`/gu)].map(([, word = '']) => word)

test('every rule of a message has its place, and the address in a message leads there', () => {
  const anchors = anchorsOf('docs/reference/messages.md')
  for (const rule of rules.values()) {
    expect(read('docs/reference/messages.md')).toContain(`## ${rule.id}\n`)
    const file = new VFile()
    const report = reportTo(file)
    report({...rule, message: () => 'Unexpected', fix: 'Mend it.'}, {})
    const [page, anchor = ''] = (file.messages[0]?.url ?? '').split('#')
    expect(page).toMatch(/\/docs\/reference\/messages\.md$/u)
    expect([rule.id, anchors.has(anchor)]).toEqual([rule.id, true])
  }
})

test('every table has its place', () => {
  for (const {name} of tableList)
    expect(read('docs/reference/tables.md')).toContain(`## ${name}\n`)
})

const options = [
  ...(read('pipeline/run/options.ts').split('} as const')[0] ?? '').matchAll(
    /^ {2}'?([a-z-]+)'?: \{type/gmu
  )
].map(([, name = '']) => name)

test('every option and exit status is described', () => {
  const page = read('docs/reference/command-line.md')
  expect(options).toContain('out')
  for (const name of options) expect(page).toContain(`--${name}`)
  for (const status of [0, 1, 2, 70, 74, 130, 143])
    expect(page).toMatch(new RegExp(`^\\|.*\\b${status}\\b`, 'mu'))
})

test('every command is described, and every option is one of some command', () => {
  const page = read('docs/reference/command-line.md')
  const known = Object.entries(commandHelp).flatMap(([name, {options: own}]) => {
    expect(page).toContain(`| \`warraq ${name}`)
    return Object.keys(own)
  })
  const [, shared = ''] = help.split('Options of all')
  const named = [...`${known.join()}${shared}`.matchAll(/--([a-z-]+)/gu)]
  expect([...new Set(named.map(([, name]) => name))].sort()).toEqual([...options].sort())
})

test.each(pages)('%s shows no option of warraq that is not there', (page) => {
  for (const [, rest = ''] of read(page).matchAll(
    /warraq (?:build|check|stage|explain)([^\n`|]*)/gu
  ))
    for (const [, name = ''] of rest.matchAll(/ --([a-z-]+)/gu))
      expect([page, name, options.includes(name)]).toEqual([page, name, true])
})

/** Keys that a schema allows, in `properties` at any depth. */
function keysOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(keysOf)
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'properties' && typeof value === 'object' && value !== null
      ? [...Object.keys(value), ...Object.values(value).flatMap(keysOf)]
      : keysOf(value)
  )
}

/** The pages that describe what an archivist writes. */
const described = [
  'reference/sources',
  'reference/facts',
  'how-to/declare-facts',
  'how-to/run-as-a-stage'
]

test.each(['edition', 'collection', 'authorities', 'sidecar', 'record'])(
  'every key of the schema of %s is described',
  (name) => {
    const text = described.map((page) => read(`docs/${page}.md`)).join('\n')
    const inCode = [...text.matchAll(/```[\s\S]*?```|`[^`\n]+`/gu)].join('\n')
    const words = new Set(inCode.match(/[A-Za-z]+/gu) ?? [])
    const keys = keysOf(JSON.parse(read(`schemas/${name}.schema.json`)))
    expect(keys.length).toBeGreaterThan(3)
    expect(keys.filter((key) => !words.has(key))).toEqual([])
  }
)

describe('facts', () => {
  const [fields = '', names = ''] = read('docs/reference/facts.md').split('## Rules')

  test('every rule that stands beside a value is listed, and no other', () => {
    const files = ['read', 'extract', 'segment', 'annotate', 'source'].flatMap((folder) =>
      readdirSync(join(root, 'pipeline', folder)).map(
        (name) => `pipeline/${folder}/${name}`
      )
    )
    const text = files.map(read).join('\n')
    const used = [
      ...text.matchAll(/'((?:read|extract|segment|annotate|source)\/[a-z-]+)'/gu),
      ...text.matchAll(/`(annotate\/)\$\{/gu)
    ].map(([, rule = '']) => rule)
    const listed = rowsOf(names).map(([rule]) => code(rule)[0] ?? '')
    const made = [
      'hijri-date',
      'jalali-date',
      'week-from-anchor',
      'month-from-anchor',
      'year-from-anchor'
    ]
    const all = [
      ...used.filter((rule) => rule !== 'annotate/'),
      ...made.map((rule) => `annotate/${rule}`)
    ]
    expect(used.filter((rule) => rule === 'annotate/').length).toBe(2)
    expect([...listed].sort()).toEqual([...new Set(all)].sort())
  })

  test('every field that the seed has is listed', () => {
    const listed = rowsOf(fields).flatMap(([field]) => code(field))
    const {article} = processSeed()
    const found = [article, ...dialogues(article)].flatMap(({metadata}) =>
      Object.keys(metadata)
    )
    expect(found.length).toBeGreaterThan(8)
    expect(found.filter((field) => !listed.includes(field))).toEqual([])
  })
})
