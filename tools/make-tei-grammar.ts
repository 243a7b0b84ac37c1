/**
 * Converts `schemas/tei-warraq.rng`, so that the build need not read RELAX NG: into `build/tei-patterns.mjs`, by which what
 * is plainly right is told, and into `build/tei-grammar.mjs`, by which a validator says what is wrong with the rest.
 */
import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {convertRNGToPattern, writeTreeToJSON} from 'salve-annos'
import type {WrittenPattern} from '../pipeline/validate/tei-patterns.d.ts'

const root = new URL('../', import.meta.url)
const schema = await readFile(new URL('schemas/tei-warraq.rng', root), 'utf8')
const address = new URL(
  `data:application/xml;base64,${Buffer.from(schema).toString('base64')}`
)
const {simplified, warnings} = await convertRNGToPattern(address)
for (const warning of warnings) console.warn(warning)
const json = writeTreeToJSON(simplified, 3)
await mkdir(new URL('build/', root), {recursive: true})
await writeFile(
  new URL('build/tei-grammar.mjs', root),
  `export const grammar = JSON.parse(${JSON.stringify(json)})\n`
)

type Simple = typeof simplified
type Child = Simple['children'][number]

const isElement = (node: Child): node is Simple => node.kind === 'element'
const childrenOf = (node: Simple): Simple[] => node.children.filter(isElement)

/** A child that the simple form always has there. */
function childOf(node: Simple, at: number): Simple {
  const child = childrenOf(node)[at]
  if (!child) throw new Error(`A \`${node.local}\` of the grammar has no child ${at}`)
  return child
}

/** A name as documents write it: elements are TEI's, attributes have no namespace or that of XML. */
function nameOf(node: Simple): string {
  const name = childOf(node, 0)
  const space = name.getAttribute('ns')
  const wanted = node.local === 'element' ? 'http://www.tei-c.org/ns/1.0' : ''
  if (name.local === 'name' && space === wanted) return name.text
  if (node.local === 'attribute' && space === 'http://www.w3.org/XML/1998/namespace') return `xml:${name.text}`
  throw new Error(`The name of a \`${node.local}\` of the grammar is not plain: ${name.text}`)
}

function patternOf(node: Simple): WrittenPattern {
  switch (node.local) {
    case 'empty':
    case 'notAllowed':
    case 'text':
      return node.local
    case 'choice':
    case 'group':
    case 'interleave':
      return [node.local, patternOf(childOf(node, 0)), patternOf(childOf(node, 1))]
    case 'oneOrMore':
    case 'list':
      return [node.local, patternOf(childOf(node, 0))]
    case 'attribute':
      return ['attribute', nameOf(node), patternOf(childOf(node, 1))]
    case 'ref':
      return ['ref', node.mustGetAttribute('name')]
    case 'value':
      if (node.mustGetAttribute('type') !== 'token') break
      return ['value', node.text]
    case 'data': {
      const params = childrenOf(node).map((param) => [param.getAttribute('name') ?? param.local, param.text])
      return ['data', node.mustGetAttribute('type'), Object.fromEntries(params)]
    }
  }
  throw new Error(`A \`${node.local}\` of the grammar is not known`)
}

const elements: Record<string, readonly [string, WrittenPattern]> = {}
for (const define of childrenOf(simplified).slice(1)) {
  const element = childOf(define, 0)
  elements[define.mustGetAttribute('name')] = [nameOf(element), patternOf(childOf(element, 1))]
}
const patterns = {start: patternOf(childOf(childOf(simplified, 0), 0)), elements}
await writeFile(
  new URL('build/tei-patterns.mjs', root),
  `export const grammar = JSON.parse(${JSON.stringify(JSON.stringify(patterns))})\n`
)
