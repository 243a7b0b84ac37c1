import vocabulary from '../../schemas/vocabulary/schema-org-30.0.json' with {type: 'json'}
import {remember} from '../tree/remember.ts'
import type {Source} from '../tree/types.ts'
import {datasetQuads} from './dataset-quads.ts'
import {articleIri} from './iris.ts'
import {fullGraph} from './json-ld.ts'
import {type JsonLdNode, type JsonLdValue, node} from './json-ld-nodes.ts'
import type {Output} from './output.ts'
import {iri, literal, statement} from './quads.ts'
import {inData} from './withheld.ts'

/**
 * The whole edition as canonical N-Quads. Our graphs have no blank node, so the canonical form is the
 * sorted set of lines; entities that articles share give the same lines, what begins with the address of an
 * article is said by it alone.
 * @see https://www.w3.org/TR/rdf-canon/#canonical-quads
 */
export const nQuads: Output<GraphPart | null> = {
  name: 'n-quads',
  part({article}, edition) {
    if (!article) return null
    const nodes = fullGraph(article, edition).map(withholding(article.source))
    return {slug: article.id, lines: toQuads(nodes).join('')}
  },
  lines: {
    path: 'data/graph.nq',
    of: (part, edition) =>
      part && {
        id: part.slug,
        prefix: iri(articleIri(edition, part.slug)).slice(0, -1),
        lines: part.lines
      },
    rest: datasetQuads
  }
}

/** The statements of one article, a line each. */
interface GraphPart {
  readonly slug: string
  readonly lines: string
}

/** Properties that carry the words of the source. */
const wording = ['articleBody', 'description', 'text'] as const

/** A node of the graph with as many of the source's words as the files of data may carry. */
const withholding =
  ({textInData}: Source) =>
  (each: JsonLdNode): JsonLdNode => {
    const types = [each['@type']].flat()
    if (
      !textInData ||
      !types.some(
        (type) => type === 'NewsArticle' || type === 'Message' || type === 'Comment'
      )
    )
      return each
    const cut = wording.map((key) => {
      const value = each[key]
      return [key, typeof value === 'string' ? inData(value, textInData) : value]
    })
    return node({...each, ...Object.fromEntries(cut)})
  }

const schema = 'http://schema.org/'
const xsd = 'http://www.w3.org/2001/XMLSchema#'
interface Property {
  readonly domain: readonly string[]
  readonly type?: string
}
const properties: ReadonlyMap<string, Property> = new Map(
  Object.entries(vocabulary.properties)
)

/** The statements of flat nodes, one line each, typed as the schema.org context types them. */
export function toQuads(nodes: readonly JsonLdNode[]): string[] {
  const lines: string[] = []
  for (const node of nodes) {
    const subject = iri(node['@id'] ?? '')
    for (const type of [node['@type']].flat())
      lines.push(statement(subject, rdfType, termOf(type)))
    for (const [key, value] of Object.entries(node)) {
      if (key.startsWith('@') || value === undefined) continue
      for (const each of flatten(value))
        lines.push(statement(subject, termOf(key), object(key, each)))
    }
  }
  return lines
}

/** Terms of schema.org, few and in every statement. */
const termOf = remember((name) => iri(schema + name))
const rdfType = iri('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')

const flatten = (value: JsonLdValue): JsonLdValue[] =>
  Array.isArray(value) ? value : [value]

function object(property: string, value: JsonLdValue): string {
  if (typeof value === 'object' && '@id' in value) return iri(String(value['@id']))
  if (typeof value === 'boolean') return literal(String(value), {type: `${xsd}boolean`})
  if (typeof value === 'number') {
    return Number.isInteger(value)
      ? literal(String(value), {type: `${xsd}integer`})
      : literal(value.toExponential(15).replace(/(\d)0*e\+?/u, '$1E'), {
          type: `${xsd}double`
        })
  }
  const type = properties.get(property)?.type
  if (type === '@id') return iri(String(value))
  return literal(String(value), type ? {type: schema + type} : {})
}
