import schema from '../../schemas/article.schema.json' with {type: 'json'}
import type {Output} from './output.ts'

/**
 * The tree itself, as `schemas/article.schema.json` describes it: keys in the schema's order, small
 * objects on one line so that a difference shows where it is, a final newline.
 */
export const articleJson: Output = {
  name: 'article-json',
  article: (article) => [
    {
      path: `articles/${article.id}/article.json`,
      bytes: `${print(article, schema, '')}\n`
    }
  ]
}

/** What of JSON Schema tells the order of keys. */
interface Schema {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly $ref?: string
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly required?: readonly string[]
  readonly const?: string | boolean
}

const definitions = new Map<string, Schema>(
  Object.entries(schema.$defs).map(([name, definition]) => [
    `#/$defs/${name}`,
    definition
  ])
)

/** Characters up to which a value stands on one line. */
const lineLength = 120

function print(value: unknown, of: Schema | undefined, indent: string): string {
  const inner = `${indent} `
  if (Array.isArray(value)) {
    const items = resolve(of, value)?.items
    return layOut(
      '[]',
      value.map((item) => print(item, items, inner)),
      indent
    )
  }
  if (!isRecord(value)) return JSON.stringify(value)
  const shape = resolve(of, value)
  const entries: string[] = []
  for (const key of keysOf(value, shape)) {
    const item = print(value[key], propertyOf(shape, key), inner)
    entries.push(`${JSON.stringify(key)}: ${item}`)
  }
  return layOut('{}', entries, indent)
}

/** The keys of the schema, then those it leaves open. */
function keysOf(value: JsonRecord, {properties = {}}: Schema = {}): string[] {
  const keys = Object.keys(properties).filter((key) => value[key] !== undefined)
  const others = Object.keys(value).filter((key) => !(key in properties))
  return others.length > 0 ? [...keys, ...others] : keys
}

function propertyOf(shape: Schema | undefined, key: string): Schema | undefined {
  const open = shape?.additionalProperties
  return shape?.properties?.[key] ?? (typeof open === 'object' ? open : undefined)
}

/** The schema behind a reference or a choice. */
function resolve(of: Schema | undefined, value: unknown): Schema | undefined {
  if (of?.$ref) return resolve(definitions.get(of.$ref), value)
  const choices = of?.oneOf ?? of?.anyOf
  if (!choices) return of
  for (const choice of choices) {
    const shape = resolve(choice, value)
    if (shape && describes(shape, value)) return shape
  }
  return undefined
}

function describes({properties = {}, required = []}: Schema, value: unknown): boolean {
  if (!isRecord(value)) return false
  const type = properties.type?.const
  if (type !== undefined) return type === value.type
  return (
    required.every((key) => key in value) &&
    Object.keys(value).every((key) => key in properties)
  )
}

type JsonRecord = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The parts between brackets: on one line, where there is room. */
function layOut(brackets: '[]' | '{}', parts: readonly string[], indent: string): string {
  const [open, close] = brackets
  let length = 0
  for (const part of parts) length += part.length + 2
  if (length <= lineLength) return `${open}${parts.join(', ')}${close}`
  return `${open}\n${indent} ${parts.join(`,\n${indent} `)}\n${indent}${close}`
}
