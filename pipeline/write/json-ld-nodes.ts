/** A node of a JSON-LD document, in compact form. */
export interface JsonLdNode {
  readonly '@type': string | readonly string[]
  readonly '@id'?: string
  readonly [property: string]: JsonLdValue | undefined
}
export interface Reference {
  readonly '@id': string
}
export type JsonLdValue =
  | string
  | number
  | boolean
  | Reference
  | JsonLdNode
  | readonly JsonLdValue[]

export const ref = (iri: string): Reference => ({'@id': iri})

/** Leaves out properties without a value, and lists of one: JSON-LD drops null and [] in silence. */
export function node(properties: {
  readonly '@type': string | readonly string[]
  readonly [property: string]: JsonLdValue | undefined
}): JsonLdNode {
  const kept: [string, JsonLdValue][] = []
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === '') continue
    if (!isList(value)) kept.push([key, value])
    else if (value.length === 1 && value[0] !== undefined && key !== '@type')
      kept.push([key, value[0]])
    else if (value.length > 0) kept.push([key, value])
  }
  return {'@type': properties['@type'], ...Object.fromEntries(kept)}
}

const isList = (value: JsonLdValue): value is readonly JsonLdValue[] =>
  Array.isArray(value)

/** Prints JSON so that no HTML parser finds a tag, a comment or a line separator in it. */
export const escapeForScript = (json: string): string =>
  json.replace(
    /[<>&\u2028\u2029]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
  )
