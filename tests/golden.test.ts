import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {isHeading, isUtterance} from '../pipeline/tree/guards.ts'
import {plainText} from '../pipeline/tree/text.ts'
import type {Article, Inline, Turn} from '../pipeline/tree/types.ts'
import {dialogues, textBlocks, turns} from '../pipeline/tree/walk.ts'
import {runChain} from './chain.ts'

type Row = Readonly<Record<string, unknown>>

const slug = 'witkoff-ushakov-call'
const golden: Row = parse(
  readFileSync(new URL(`./golden/${slug}.yaml`, import.meta.url), 'utf8')
)
const sources = new URL('../sources', import.meta.url).pathname
const {article, messages} =
  (await runChain(sources)).find((result) => result.id === slug) ?? {}

test.each(Object.keys(golden))('the tree of the seed has the %s of the page', (part) => {
  expect(article).toBeTruthy()
  if (article) expect(differences(golden[part], projections[part]?.(article))).toEqual([])
})

test('the seed gives no message but that of its paragraph without a label', () => {
  expect(messages?.map(({rule, line}) => ({rule, line}))).toEqual([
    {rule: 'segment/unlabelled-continuation', line: 51}
  ])
})

/** What the tree says of each part of the golden file, in its shape. */
const projections: Readonly<Record<string, (article: Article) => unknown>> = {
  datePublished: ({metadata}) => statedFact(metadata, 'datePublished'),
  publisher: ({metadata}) => statedFact(metadata, 'publisher'),
  headline: ({metadata}) => statedFact(metadata, 'headline'),
  headlineMentions: ({metadata}) =>
    (metadata.mentions ?? []).map(({value}) => {
      const {id: entity, name: text} = Object(value)
      return {text, entity}
    }),
  setAside: ({source}) =>
    source.setAside.map(({value, reason, position}) => ({
      line: position.start.line,
      reason,
      text: value
    })),
  paragraphs: ({children}) =>
    children.flatMap((child) =>
      child.type === 'paragraph'
        ? [{line: child.position.start.line, text: plainText(child.children)}]
        : []
    ),
  dialogue: (tree) => {
    const [dialogue] = dialogues(tree)
    const heading = dialogue?.children.find(isHeading)
    return {
      kind: dialogue?.kind,
      heading: {
        line: heading?.position.start.line,
        text: plainText(heading?.children ?? [])
      },
      participants: dialogue?.participants,
      startDate: dialogue?.metadata.startDate?.[0]?.value
    }
  },
  turns: (tree) => turns(tree).map(turnRow),
  stage: (tree) =>
    inlineRows(tree, (node) => (node.type === 'stage' ? {kind: node.kind} : null)),
  dates: (tree) =>
    inlineRows(tree, (node) =>
      node.type === 'date'
        ? {value: node.value, ...(node.printed ? {printed: node.printed} : {})}
        : null
    ),
  quotations: (tree) =>
    inlineRows(tree, (node) =>
      node.type === 'quotation' ? (node.kind === 'direct' ? {kind: 'direct'} : {}) : null
    ),
  mentions: (tree) =>
    inlineRows(tree, (node) => (node.type === 'mention' ? {entity: node.entity} : null))
}

/** The fact that stands on the page, by its words and line. */
function statedFact(metadata: Article['metadata'], field: string): Row {
  const fact = metadata[field]?.find(({basis}) => basis === 'stated')
  const value = Object(fact?.value)
  const text = fact?.text ?? value.name ?? fact?.value
  return {
    line: fact?.position?.start.line,
    text,
    ...(value.id ? {id: value.id} : {}),
    ...(fact?.text ? {value: fact.value} : {})
  }
}

function turnRow({n, label, speaker, children, position}: Turn): Row {
  const [first, second, ...more] = children.filter(isUtterance).map((utterance) => ({
    line: utterance.position.start.line,
    text: plainText(utterance.children)
  }))
  expect(more).toEqual([])
  return {
    n,
    line: position.start.line,
    label: label?.value,
    speaker,
    text: first?.text,
    ...(second ? {continues: second} : {})
  }
}

/** The inline nodes that `pick` takes, in the order of reading. */
function inlineRows(tree: Article, pick: (node: Inline) => Row | null): Row[] {
  const rowsOf = (nodes: readonly Inline[]): Row[] =>
    nodes.flatMap((node) => {
      const row = pick(node)
      const inner = node.type === 'text' ? [] : rowsOf(node.children)
      const text = node.type === 'text' ? node.value : plainText(node.children)
      return row ? [{line: node.position.start.line, text, ...row}, ...inner] : inner
    })
  return [...textBlocks(tree)].flatMap((block) => rowsOf(block.children))
}

/** Each row of one side that the other has not, in words; the order too. */
function differences(expected: unknown, found: unknown): string[] {
  const [wanted, got] = [expected, found].map((side) => [side].flat().map(print))
  const missing = minus(wanted ?? [], got ?? [])
  const extra = minus(got ?? [], wanted ?? [])
  const list = [
    ...missing.map((row) => `on the page, not in the tree: ${row}`),
    ...extra.map((row) => `in the tree, not on the page: ${row}`)
  ]
  if (list.length === 0 && String(wanted) !== String(got))
    list.push(`out of order: ${got}`)
  return list
}

/** Rows of one list that are not in another, each as often as it is there. */
function minus(rows: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return rows.filter((row) => {
    const at = left.indexOf(row)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** A row with its keys in order. */
function print(row: unknown): string {
  return JSON.stringify(row, (_, value: unknown) =>
    value instanceof Object && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value
  )
}
