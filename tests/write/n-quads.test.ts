import {readFileSync} from 'node:fs'
import jsonld from 'jsonld'
import {Store} from 'oxigraph'
import {expect, test} from 'vitest'
import {nQuads, toQuads} from '../../pipeline/write/n-quads.ts'
import {sortLines} from '../../pipeline/write/quads.ts'
import {fullEdition} from '../package/full-edition.ts'
import {processSeed} from '../support/edition.ts'
import {writeAll} from './gather.ts'
import {printNastyArticle} from './nasty-article.ts'
import {bareEdition, resultOf} from './page.ts'

const graphOf = async (
  results: Parameters<typeof writeAll>[1],
  edition = bareEdition
): Promise<string> =>
  (await writeAll(nQuads, results, edition)).get('data/graph.nq') ?? ''

/** The canonical form by an implementation of its own, whose types leave N-Quads out. */
const canonical = (graph: string): Promise<string> =>
  Reflect.apply(jsonld.canonize, jsonld, [
    graph,
    {algorithm: 'RDFC-1.0', inputFormat: 'application/n-quads'}
  ])

const seed = processSeed()
const seedGraph = await graphOf(
  [resultOf(seed.article)],
  // What a build sets from the newest article.
  {...seed.edition, date: '2025-11-26T10:51:00+02:00'}
)

test.each([
  ['the seed', seedGraph],
  [
    'a hostile article in a full edition',
    await graphOf([resultOf(printNastyArticle('nasty').article)], fullEdition)
  ],
  ['an empty edition', await graphOf([])]
])('the graph of %s is in canonical form', async (_name, graph) => {
  expect(graph.split('\n').length).toBeGreaterThan(100)
  expect(graph).toBe(await canonical(graph))
})

test('every character is written as the canonical form has it', async () => {
  const text = Array.from({length: 0x100}, (_, code) => String.fromCodePoint(code)).join(
    ''
  )
  const strange = `${text}\u061C\u2028\uE000\uFFFD𐎀`
  const lines = toQuads([
    {'@type': 'Message', '@id': 'https://e.example/#a', text: strange},
    {'@type': 'Message', '@id': 'https://e.example/#b', text: '\uE000'},
    {'@type': 'Message', '@id': 'https://e.example/#b', text: '𐎀'}
  ])
  const graph = sortLines(new Set(lines)).join('')
  const store = new Store()
  store.load(graph, {format: 'application/n-quads'})
  const read = store.match(null, null, null).map(({object}) => object.value)
  expect(read).toContain(strange)
  expect(graph.indexOf('"\uE000"')).toBeLessThan(graph.indexOf('"𐎀"'))
  expect(graph).toContain('\\u0000\\u0001')
  expect(graph).toContain('\\b\\t\\n\\u000B\\f\\r\\u000E')
})

test('the graph tells its own size', () => {
  const lines = seedGraph.trimEnd().split('\n')
  expect(seedGraph).toContain(`void#triples> "${lines.length}"^^`)
  const subjects = new Set(lines.map((line) => line.split(' ')[0]))
  expect(seedGraph).toContain(`void#distinctSubjects> "${subjects.size}"^^`)
})

const guide = readFileSync(
  new URL('../../docs/how-to/ask-the-graph.md', import.meta.url),
  'utf8'
)
const questions = [
  ...guide.matchAll(/## (.+)\n\n```sparql\n([\s\S]*?)```\n\n((?:\|.*\n)+)/gu)
].map(([, title = '', query = '', answer = '']) => ({title, query, answer}))

test.each(questions)('Oxigraph answers “$title” as the guide says', ({query, answer}) => {
  const store = new Store()
  store.load(seedGraph, {format: 'application/n-quads'})
  const rows = answer
    .trimEnd()
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
    )
  const [names, , ...expected] = rows
  const found = store.query(query)
  if (!Array.isArray(found)) throw new Error('a question of the guide selects nothing')
  const answers = found.map((row) =>
    names?.map((name) => (row instanceof Map ? row.get(name)?.value : undefined))
  )
  expect(answers).toEqual(expected)
  expect(expected.length).toBeGreaterThan(0)
})

test('the guide asks four questions', () => {
  expect(questions).toHaveLength(4)
})
