import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {isTextBlock, type Node} from '../../pipeline/tree/guards.ts'
import type {Article} from '../../pipeline/tree/types.ts'
import {walk} from '../../pipeline/tree/walk.ts'
import {processSource} from '../support/edition.ts'

const runs = Number(process.env.FUZZ_RUNS ?? 400)

const chain = (bytes: Uint8Array) => processSource('press/article.txt', bytes)

/** Lines as they come in articles, and as nobody would write them. */
const line = fc.oneof(
  fc.string({unit: 'grapheme', maxLength: 80}),
  fc
    .string({unit: 'binary', maxLength: 40})
    .map((text) => text.replace(/\p{Surrogate}/gu, '\ufffd')),
  fc.constantFrom(
    'Anna Lind: And what then?',
    'Bo Ek: Nothing (laughs).',
    'س: ماذا حدث؟',
    'ج: لا شيء.',
    '- Und dann?',
    '* ماذا قلت؟',
    '[00:12:31] AL: Well',
    '26 نوفمبر 2025 10:51',
    'March 3, 2024, 4:15 p.m.',
    '“Words,” he said.',
    'قال: “كلام”',
    'ستيف ويتكوف:',
    'The interview',
    '٣١/١٢/١٤٤٦هـ',
    '2024年3月5日',
    '\u202eabc\u202c',
    '\u0000\u0007',
    '(Applause.)',
    '*** * ***',
    ':',
    ': :',
    '—',
    '::::::::::::',
    '«»“”',
    '((((((((((',
    '00:00 00:00 00:00',
    '\ud83d\ude00: \ud83d\ude00?'
  )
)
const text = fc
  .array(line, {maxLength: 40})
  .chain((lines) =>
    fc
      .constantFrom('\n', '\n\n', '\r\n', '\r', '\u2028', '\u0085')
      .map((end) => lines.join(end))
  )

const ink = (text: string): string => text.replace(/[\s\u0085]+/gu, '')

/** Every span that accounts for characters, found without the code under test. */
function spansOf(article: Article): [number, number][] {
  const spans: [number, number][] = []
  const add = ({start, end}: {start: {offset: number}; end: {offset: number}}): void => {
    spans.push([start.offset, end.offset])
  }
  for (const node of walk(article)) {
    if (node.type === 'text') add(node.position)
    if (node.type === 'turn' && node.label) add(node.label.position)
  }
  for (const entry of article.source.setAside) add(entry.position)
  for (const facts of Object.values(article.metadata))
    for (const fact of facts)
      if (fact.basis === 'stated' && fact.position) add(fact.position)
  return spans.sort(([a], [b]) => a - b)
}

function expectOrder(node: Node): void {
  if (!('children' in node)) return
  let at = node.position.start.offset
  for (const child of node.children) {
    expect(child.position.start.offset).toBeGreaterThanOrEqual(at)
    at = child.position.end.offset
  }
  expect(at).toBeLessThanOrEqual(node.position.end.offset)
  if (isTextBlock(node)) expect(node.children.length).toBeGreaterThan(0)
}

describe('whatever the text', () => {
  test('each character that is not white space lies in exactly one span', () => {
    fc.assert(
      fc.property(text, (source) => {
        const {article, messages} = chain(new TextEncoder().encode(source))
        if (!article) {
          expect(messages.filter(({rule}) => rule !== 'read/empty-source')).toEqual([])
          return
        }
        const decoded = source.replace(/^\ufeff/u, '')
        let at = 0
        for (const [start, end] of spansOf(article)) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(ink(decoded.slice(at, start))).toBe('')
          at = end
        }
        expect(ink(decoded.slice(at))).toBe('')
      }),
      {numRuns: runs}
    )
  })

  test('parents enclose their children, which keep their order, and no id stands twice', () => {
    fc.assert(
      fc.property(text, (source) => {
        const {article} = chain(new TextEncoder().encode(source))
        if (!article) return
        const nodes = [...walk(article)]
        const ids = nodes.flatMap((node) => ('id' in node ? [node.id] : []))
        expect(new Set(ids).size).toBe(ids.length)
        for (const node of nodes) expectOrder(node)
      }),
      {numRuns: runs}
    )
  })

  test('bytes that are no text are refused or read, never a fault of ours', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 300}), (bytes) => {
        const {article, messages} = chain(bytes)
        expect(messages.map(({rule}) => rule)).not.toContain('run/internal-error')
        if (!article)
          expect(messages.some(({severity}) => severity === 'error')).toBe(true)
      }),
      {numRuns: runs}
    )
  })

  test('the same bytes give the same tree', () => {
    fc.assert(
      fc.property(text, (source) => {
        const bytes = new TextEncoder().encode(source)
        expect(JSON.stringify(chain(bytes))).toBe(JSON.stringify(chain(bytes)))
      }),
      {numRuns: Math.ceil(runs / 4)}
    )
  })
})
