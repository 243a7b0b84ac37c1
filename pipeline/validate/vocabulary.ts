import vocabulary from '../../schemas/vocabulary/schema-org-30.0.json' with {type: 'json'}
import {isList, isObject, type Json, type JsonObject} from './json.ts'

/** A use of schema.org that its vocabulary does not have. */
export interface VocabularyFault {
  readonly node: string
  readonly problem: string
}

interface Property {
  readonly domain: readonly string[]
  readonly range: readonly string[]
}
const classes: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(vocabulary.classes)
)
const properties: ReadonlyMap<string, Property> = new Map(
  Object.entries(vocabulary.properties)
)

/**
 * Checks every node of a compact JSON-LD document: known types and properties, domains, ranges, the form
 * of dates, numbers and addresses; absolute ids, none twice, none dangling; no null, empty string or list.
 * @see https://schema.org/docs/datamodel.html, release 30.0
 */
export const checkVocabulary = (document: unknown): VocabularyFault[] =>
  checkTerms(JSON.parse(JSON.stringify(document)))

/** The same of what was just parsed. */
export function checkTerms(json: Json): VocabularyFault[] {
  const faults: VocabularyFault[] = []
  const nodes: JsonObject[] = []
  addNodesIn(json, nodes)
  const types = new Map<string, readonly string[]>()
  for (const each of nodes) {
    const id = each['@id']
    if (typeof id !== 'string') continue
    if (!/^https?:\/\//u.test(id)) faults.push({node: id, problem: 'a relative @id'})
    if (types.has(id)) faults.push({node: id, problem: 'an @id that another node has'})
    types.set(id, typesOf(each))
  }
  for (const each of nodes) checkNode(each, types, faults)
  return faults
}

/** Every object with a type, at any depth. */
function addNodesIn(value: Json, nodes: JsonObject[]): void {
  if (typeof value !== 'object' || value === null) return
  if (isList(value)) for (const each of value) addNodesIn(each, nodes)
  else {
    if ('@type' in value) nodes.push(value)
    for (const each of Object.values(value)) addNodesIn(each, nodes)
  }
}

function typesOf(node: JsonObject): string[] {
  const type = node['@type'] ?? []
  if (typeof type === 'string') return [type]
  return (isList(type) ? type : [type]).filter(
    (each): each is string => typeof each === 'string'
  )
}

function checkNode(
  node: JsonObject,
  known: ReadonlyMap<string, readonly string[]>,
  faults: VocabularyFault[]
): void {
  const types = typesOf(node)
  const name = typeof node['@id'] === 'string' ? node['@id'] : types.join(' ')
  const add = (problem: string): void => void faults.push({node: name, problem})
  for (const type of types)
    if (!classes.has(type)) add(`type \`${type}\`, which schema.org does not have`)
  for (const [key, value] of Object.entries(node)) {
    if (key.startsWith('@')) continue
    const property = properties.get(key)
    if (!property) {
      add(`property \`${key}\`, which schema.org does not have`)
      continue
    }
    if (!types.some((type) => isInDomain(type, property)))
      add(`property \`${key}\`, which belongs to ${property.domain.join(', ')}`)
    const values = isList(value) ? value : [value]
    if (values.length === 0) add(`an empty list as \`${key}\``)
    for (const each of values) {
      const problem = checkValue(each, property.range, known)
      if (problem)
        add(`${problem} as \`${key}\`, which takes ${property.range.join(', ')}`)
    }
  }
}

const isInDomain = (type: string, {domain}: Property): boolean =>
  domain.some((wanted) => isKindOf(type, wanted))

const isKindOf = (type: string, wanted: string): boolean =>
  type === wanted || kindsOf(type).has(wanted)

const kinds = new Map<string, ReadonlySet<string>>()

/** Every class that a class is a kind of. */
function kindsOf(type: string): ReadonlySet<string> {
  const known = kinds.get(type)
  if (known) return known
  const parents = classes.get(type) ?? []
  const all = new Set(parents.flatMap((parent) => [parent, ...kindsOf(parent)]))
  if (classes.has(type)) kinds.set(type, all)
  return all
}

function checkValue(
  value: Json,
  range: readonly string[],
  known: ReadonlyMap<string, readonly string[]>
): string | null {
  if (value === null || value === '') return 'an empty value'
  if (!isObject(value))
    return typeof value === 'object' ? 'a list in a list' : checkLiteral(value, range)
  const id = value['@id']
  const types =
    '@type' in value ? typesOf(value) : typeof id === 'string' ? known.get(id) : undefined
  if (!types) return `\`${String(id)}\`, which no node has,`
  return types.some((type) => range.some((wanted) => isKindOf(type, wanted)))
    ? null
    : types.join(' ')
}

type Form = (value: string | number | boolean) => boolean

/** Forms of literals. A date has no time where none is stated: T00:00 is no precision of ours. */
const forms: Readonly<Record<string, Form>> = {
  Text: (value) => typeof value === 'string',
  URL: (value) => typeof value === 'string' && /^https?:\/\/\S+$/u.test(value),
  Date: (value) => typeof value === 'string' && isDay(value),
  DateTime: (value) => typeof value === 'string' && isMoment(value),
  Time: (value) => typeof value === 'string' && /^\d{2}:\d{2}/u.test(value),
  Integer: (value) => Number.isInteger(value),
  Number: (value) => typeof value === 'number',
  Float: (value) => typeof value === 'number',
  Boolean: (value) => typeof value === 'boolean',
  Duration: (value) => typeof value === 'string' && /^P(?=.)/u.test(value)
}

function checkLiteral(
  value: string | number | boolean,
  range: readonly string[]
): string | null {
  if (formsOf(range).some((test) => test(value))) return null
  // schema.org takes a text or an address where a thing is expected; we do so for addresses alone.
  const isThing = range.every((wanted) => !(wanted in forms))
  if (isThing && typeof value === 'string' && (forms.URL?.(value) ?? false)) return null
  return `\`${String(value).slice(0, 60)}\``
}

const formsOfRanges = new Map<readonly string[], readonly Form[]>()

/** The forms of literals that a range of the vocabulary takes. */
function formsOf(range: readonly string[]): readonly Form[] {
  const known = formsOfRanges.get(range)
  if (known) return known
  const fitting = Object.entries(forms)
    .filter(([form]) => range.some((wanted) => isKindOf(form, wanted)))
    .map(([, test]) => test)
  formsOfRanges.set(range, fitting)
  return fitting
}

function isDay(value: string): boolean {
  if (!/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u.test(value)) return false
  const full =
    value.length === 10 ? value : value.length === 7 ? `${value}-01` : `${value}-01-01`
  const time = Date.parse(`${full}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(full)
}

function isMoment(value: string): boolean {
  const match =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?$/u.exec(value)
  return (
    match !== null &&
    isDay(match[1] ?? '') &&
    Number(match[2]) < 24 &&
    Number(match[3]) < 60
  )
}
