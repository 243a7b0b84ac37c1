/**
 * Makes `schemas/vocabulary/schema-org-30.0.json` from schema.org's own files:
 * `npx tsx tools/make-vocabulary.ts FOLDER` with schemaorg-all-https.jsonld and jsonldcontext.jsonld in it.
 * Classes with what they are a kind of; properties with where they may stand and what they may hold; and
 * which properties the context types. Local names only. The vocabulary is CC BY-SA 3.0.
 */
import {readFile, writeFile} from 'node:fs/promises'

interface Ref {
  '@id': string
}
interface Term extends Ref {
  '@type': string | string[]
  'rdfs:subClassOf'?: Ref | Ref[]
  'schema:domainIncludes'?: Ref | Ref[]
  'schema:rangeIncludes'?: Ref | Ref[]
  'schema:supersededBy'?: Ref | Ref[]
}

const folder = process.argv[2] ?? '.'
const {'@graph': graph}: {'@graph': Term[]} = JSON.parse(
  await readFile(`${folder}/schemaorg-all-https.jsonld`, 'utf8')
)
const {'@context': context}: {'@context': Record<string, {'@id': string; '@type'?: string} | string>} = JSON.parse(
  await readFile(`${folder}/jsonldcontext.jsonld`, 'utf8')
)
const local = (ref: Ref): string => ref['@id'].replace(/^schema:|^https?:\/\/schema\.org\//, '')
const names = (refs: Ref | Ref[] | undefined): string[] => [refs ?? []].flat().map(local).sort()
const classes: Record<string, string[]> = {}
const properties: Record<string, {domain: string[]; range: string[]; type?: string}> = {}
for (const term of graph) {
  if (!term['@id'].startsWith('schema:')) continue
  const types = [term['@type']].flat()
  if (types.includes('rdfs:Class')) classes[local(term)] = names(term['rdfs:subClassOf'])
  if (types.includes('rdf:Property')) {
    const entry = context[local(term)]
    const type = typeof entry === 'object' ? entry['@type'] : undefined
    properties[local(term)] = {
      domain: names(term['schema:domainIncludes']),
      range: names(term['schema:rangeIncludes']),
      ...(type ? {type: type.replace('schema:', '')} : {})
    }
  }
}
const sorted = <Value>(record: Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
const target = new URL('../schemas/vocabulary/schema-org-30.0.json', import.meta.url)
await writeFile(
  target,
  `${JSON.stringify({
    source: 'schema.org 30.0 (2026-03-19), schemaorg-all and the JSON-LD context; CC BY-SA 3.0, https://schema.org/docs/terms.html',
    classes: sorted(classes),
    properties: sorted(properties)
  })}\n`
)
