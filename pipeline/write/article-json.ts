import schema from '../../schemas/article.schema.json' with {type: 'json'}
import {remember} from '../tree/remember.ts'
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
    const parts: string[] = []
    for (const item of value) parts.push(print(item, items, inner))
    return layOut('[]', parts, indent)
  }
  if (!isRecord(value)) return JSON.stringify(value)
  const shape = resolve(of, value)
  const entries: string[] = []
  for (const key of keysOf(value, shape)) {
    const item = print(value[key], propertyOf(shape, key), inner)
    entries.push(`${quoted(key)}: ${item}`)
  }
  return layOut('{}', entries, indent)
}

const quoted = remember((key) => JSON.stringify(key))

/** The keys of the schema, then those it leaves open. */
function keysOf(value: JsonRecord, {properties = {}}: Schema = {}): string[] {
  const keys = orderOf(properties).filter((key) => value[key] !== undefined)
  for (const key of Object.keys(value)) if (!(key in properties)) keys.push(key)
  return keys
}

const orders = new WeakMap<object, readonly string[]>()

function orderOf(properties: NonNullable<Schema['properties']>): readonly string[] {
  const order = orders.get(properties) ?? Object.keys(properties)
  orders.set(properties, order)
  return order
}

function propertyOf(shape: Schema | undefined, key: string): Schema | undefined {
  const open = shape?.additionalProperties
  return shape?.properties?.[key] ?? (typeof open === 'object' ? open : undefined)
}

/** The schema behind a reference or a choice. */
function resolve(of: Schema | undefined, value: unknown): Schema | undefined {
  if (!of) return undefined
  const shapes = shapesOf(of)
  const [first] = shapes
  if (first && !isChoice(of)) return first
  return shapes.find((shape) => describes(shape, value))
}

const isChoice = (of: Schema): boolean => {
  const {oneOf, anyOf, $ref} = of
  if ($ref === undefined) return (oneOf ?? anyOf) !== undefined
  const definition = definitions.get($ref)
  return definition !== undefined && isChoice(definition)
}

const shapesBehind = new WeakMap<Schema, readonly Schema[]>()

/** The schemas that a schema leads to, in its order: itself, where it is neither a reference nor a choice. */
function shapesOf(of: Schema): readonly Schema[] {
  const known = shapesBehind.get(of)
  if (known) return known
  const definition = of.$ref === undefined ? undefined : definitions.get(of.$ref)
  const choices = of.oneOf ?? of.anyOf
  const shapes =
    of.$ref !== undefined
      ? definition
        ? shapesOf(definition)
        : []
      : choices
        ? choices.flatMap(shapesOf)
        : [of]
  shapesBehind.set(of, shapes)
  return shapes
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
