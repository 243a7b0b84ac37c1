import vocabulary from '../../schemas/vocabulary/schema-org-30.0.json' with {type: 'json'}
import {fullGraph} from './json-ld.ts'
import type {JsonLdNode, JsonLdValue} from './json-ld-nodes.ts'
import type {Output} from './output.ts'

/**
 * The whole edition as canonical N-Quads. Our graphs have no blank node, so the canonical form is the
 * sorted set of lines; entities that articles share give the same lines. Holds the lines in memory.
 * @see https://www.w3.org/TR/rdf-canon/#canonical-quads
 */
export const nQuads: Output = {
  name: 'n-quads',
  async *edition(results, edition) {
    const lines = new Set<string>()
    for await (const {article} of results) {
      if (article)
        for (const line of toQuads(fullGraph(article, edition))) lines.add(line)
    }
    yield {path: 'data/graph.nq', bytes: [...lines].sort().join('')}
  }
}

const schema = 'http://schema.org/'
const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
interface Property {
  readonly domain: readonly string[]
  readonly type?: string
}
const properties: ReadonlyMap<string, Property> = new Map(
  Object.entries(vocabulary.properties)
)

/** The statements of flat nodes, one line each, typed as the schema.org context types them. */
export function toQuads(nodes: readonly JsonLdNode[]): string[] {
  return nodes.flatMap((node) => {
    const subject = `<${node['@id'] ?? ''}>`
    const types = [node['@type']]
      .flat()
      .map((type) => `${subject} <${rdfType}> <${schema}${type}> .\n`)
    const statements = Object.entries(node).flatMap(([key, value]) =>
      key.startsWith('@') || value === undefined
        ? []
        : flatten(value).map(
            (each) => `${subject} <${schema}${key}> ${object(key, each)} .\n`
          )
    )
    return [...types, ...statements]
  })
}

const flatten = (value: JsonLdValue): JsonLdValue[] =>
  Array.isArray(value) ? value : [value]

function object(property: string, value: JsonLdValue): string {
  if (typeof value === 'object' && '@id' in value) return `<${String(value['@id'])}>`
  if (typeof value === 'boolean')
    return `"${value}"^^<http://www.w3.org/2001/XMLSchema#boolean>`
  if (typeof value === 'number') {
    return Number.isInteger(value)
      ? `"${value}"^^<http://www.w3.org/2001/XMLSchema#integer>`
      : `"${value.toExponential(15).replace(/(\d)0*e\+?/u, '$1E')}"^^<http://www.w3.org/2001/XMLSchema#double>`
  }
  const type = properties.get(property)?.type
  if (type === '@id') return `<${String(value)}>`
  return `"${escapeLiteral(String(value))}"${type ? `^^<${schema}${type}>` : ''}`
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r'
}
const escapeLiteral = (text: string): string =>
  text.replace(/[\\"\n\r]/gu, (character) => escapes[character] ?? character)
