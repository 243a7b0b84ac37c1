import schema from '../../schemas/article.schema.json' with {type: 'json'}
import {rememberOf} from '../tree/remember.ts'
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
      bytes: `${print(article, schema, 0)}\n`
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

function print(value: unknown, of: Schema | undefined, depth: number): string {
  if (typeof value === 'number' && Number.isFinite(value)) return `${value}`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts: string[] = []
  if (Array.isArray(value)) {
    const items = resolve(of, value)?.items
    for (const item of value) parts.push(print(item, items, depth + 1))
    return layOut(square, parts, depth)
  }
  if (!isRecord(value)) return JSON.stringify(value)
  const shape = resolve(of, value)
  const {listed, others} = shape ? orderOf(shape) : noOrder
  let count = 0
  for (const {key, begin, of: property} of listed.values()) {
    const item = value[key]
    if (item === undefined) continue
    count++
    parts.push(begin + print(item, property, depth + 1))
  }
  const keys = Object.keys(value)
  if (keys.length > count)
    for (const key of keys)
      if (!listed.has(key))
        parts.push(`${JSON.stringify(key)}: ${print(value[key], others, depth + 1)}`)
  return layOut(curly, parts, depth)
}

interface Listed {
  readonly key: string
  /** The key as it is printed. */
  readonly begin: string
  readonly of: Schema
}

/** The order of keys: those of the schema, then those it leaves open. */
interface Order {
  readonly listed: ReadonlyMap<string, Listed>
  readonly others: Schema | undefined
}

const noOrder: Order = {listed: new Map(), others: undefined}

const orderOf = rememberOf(
  ({properties = {}, additionalProperties: open}: Schema): Order => ({
    listed: new Map(
      Object.entries(properties).map(
        ([key, of]) => [key, {key, begin: `${JSON.stringify(key)}: `, of}] as const
      )
    ),
    others: typeof open === 'object' ? open : undefined
  })
)

/** The schema behind a reference or a choice. */
function resolve(of: Schema | undefined, value: unknown): Schema | undefined {
  if (!of) return undefined
  const {shapes, isChoice, byType} = shapesOf(of)
  if (!isChoice) return shapes[0]
  if (byType && isRecord(value)) return byType.get(value.type)
  return shapes.find((shape) => describes(shape, value))
}

/** The schemas that one leads to, in its order: itself, where it is neither a reference nor a choice. */
interface Shapes {
  readonly shapes: readonly Schema[]
  readonly isChoice: boolean
  /** The first of each type, where each is of one. */
  readonly byType?: ReadonlyMap<unknown, Schema>
}

const shapesOf: (of: Schema) => Shapes = rememberOf(findShapes)

function findShapes(of: Schema): Shapes {
  if (of.$ref !== undefined) {
    const definition = definitions.get(of.$ref)
    return definition ? shapesOf(definition) : {shapes: [], isChoice: false}
  }
  const choices = of.oneOf ?? of.anyOf
  if (!choices) return {shapes: [of], isChoice: false}
  const shapes = choices.flatMap((choice) => shapesOf(choice).shapes)
  const types = shapes.map(({properties}) => properties?.type?.const)
  if (types.includes(undefined)) return {shapes, isChoice: true}
  const byType = new Map(shapes.map((shape, n) => [types[n], shape] as const).reverse())
  return {shapes, isChoice: true, byType}
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

interface Brackets {
  readonly open: string
  readonly close: string
}

const square = {open: '[', close: ']'} as const
const curly = {open: '{', close: '}'} as const

/** The parts between brackets: on one line, where there is room. */
function layOut(
  {open, close}: Brackets,
  parts: readonly string[],
  depth: number
): string {
  let length = 0
  for (const part of parts) length += part.length + 2
  if (length <= lineLength) return `${open}${parts.join(', ')}${close}`
  const indent = indents[depth] ?? ' '.repeat(depth)
  // Put together part by part, the engine does not copy what is within at each depth again.
  let text = open
  let before = `\n${indent} `
  for (const part of parts) {
    text += before + part
    before = `,\n${indent} `
  }
  return `${text}\n${indent}${close}`
}

const indents = Array.from({length: 32}, (_, depth) => ' '.repeat(depth))
