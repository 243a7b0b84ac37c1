import vocabulary from '../../schemas/vocabulary/schema-org-30.0.json' with {type: 'json'}
import {isObject, type Json, type JsonObject} from './json.ts'

const classes: ReadonlySet<string> = new Set(Object.keys(vocabulary.classes))
interface Property {
  readonly domain: readonly string[]
  readonly type?: string
}
const properties: ReadonlyMap<string, Property> = new Map(
  Object.entries(vocabulary.properties)
)

/**
 * Whether a document is of so plain a kind that every processor takes all of it: in the context of schema.org
 * alone, nodes with types and properties that this context defines, addresses without a base, no list in a list, no
 * other keyword. What is not so plain may be right too; a processor has to say. It takes a hundredth of the time
 * of one.
 * @see https://www.w3.org/TR/json-ld11-api/#expansion for what is dropped or refused
 */
export function isPlain(document: Json): boolean {
  if (!isObject(document)) return false
  const {'@context': context, '@graph': graph, ...node} = document
  if (typeof context !== 'string' || !/^https?:\/\/schema\.org\/?$/u.test(context))
    return false
  return graph === undefined
    ? isPlainNode(node)
    : Object.keys(node).length === 0 &&
        Array.isArray(graph) &&
        graph.length > 0 &&
        graph.every((each) => isObject(each) && isPlainNode(each))
}

const isAddress = (value: Json): boolean =>
  typeof value === 'string' && /^https?:\/\/[^\s<>"{}|\\^`]+$/u.test(value)

function isPlainNode(node: JsonObject): boolean {
  if (!isPlainType(node['@type'])) return false
  for (const [key, value] of Object.entries(node)) {
    if (key === '@type') continue
    if (key === '@id') {
      if (!isAddress(value)) return false
      continue
    }
    const property = properties.get(key)
    if (!property || !isPlainValue(value, property.type)) return false
  }
  return true
}

function isPlainType(type: Json | undefined): boolean {
  const all = Array.isArray(type) ? type : [type]
  return all.length > 0 && all.every((each) => classes.has(each))
}

/** @param type that the context gives the property */
function isPlainValue(value: Json, type: string | undefined): boolean {
  if (Array.isArray(value))
    return value.every((each) => !Array.isArray(each) && isPlainValue(each, type))
  if (isObject(value))
    return '@type' in value
      ? isPlainNode(value)
      : Object.keys(value).length === 1 && isAddress(value['@id'] ?? null)
  return value !== null && (type !== '@id' || isAddress(value))
}
