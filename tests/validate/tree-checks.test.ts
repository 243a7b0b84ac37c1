import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {messagesOf, reportTo} from '../../pipeline/diagnostics/report.ts'
import type {Article} from '../../pipeline/tree/types.ts'
import {turns} from '../../pipeline/tree/walk.ts'
import {checkTree} from '../../pipeline/validate/tree-checks.ts'
import {processFirst, seedSources} from '../support/edition.ts'

const {article} = processFirst(seedSources)
const text = readFileSync(join(seedSources, article.source.path), 'utf8')

function faultsOf(change: (copy: Article) => void): string[] {
  const copy = structuredClone(article)
  change(copy)
  const file = new VFile()
  checkTree(copy, text, reportTo(file))
  return messagesOf(file).map(({rule}) => rule)
}

test('the tree of the seed has no fault', () => {
  expect(faultsOf(() => undefined)).toEqual([])
})

describe('a fault in the tree is found', () => {
  test('a key that the schema does not have: validate/schema', () => {
    expect(faultsOf((copy) => Object.assign(copy, {mood: 'tense'}))).toContain(
      'validate/schema'
    )
  })
  test('a text that is not what stands in the source: validate/invariant', () => {
    const faults = faultsOf((copy) => {
      const [first] = turns(copy)[0]?.children[0]?.children ?? []
      if (first?.type === 'text') first.value = 'سلاماً '
    })
    expect(faults).toContain('validate/invariant')
  })
  test('two nodes with one id', () => {
    const faults = faultsOf((copy) => {
      const [first, second] = turns(copy)
      if (first && second) second.id = first.id
    })
    expect(faults).toContain('validate/invariant')
  })
  test('a speaker who is not among the entities', () => {
    const faults = faultsOf((copy) => {
      const [first] = turns(copy)
      if (first) first.speaker = 'nobody'
    })
    expect(faults).toContain('validate/invariant')
  })
  test('a child that lies outside of its parent', () => {
    const faults = faultsOf((copy) => {
      const [first] = turns(copy)
      if (first) first.position.end = {...first.position.start}
    })
    expect(faults).toContain('validate/invariant')
  })
})
