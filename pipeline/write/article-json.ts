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
      bytes: `${print(inOrder(article, schema), '')}\n`
    }
  ]
}

/** What of JSON Schema tells the order of keys. */
interface Schema {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly $ref?: string
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly required?: readonly string[]
  readonly const?: string
}

const definitions: Readonly<Record<string, Schema>> = schema.$defs

function inOrder(value: unknown, of: Schema | undefined): unknown {
  const shape = of && resolve(of, value)
  if (Array.isArray(value)) return value.map((item) => inOrder(item, shape?.items))
  if (!isRecord(value)) return value
  const {properties = {}, additionalProperties} = shape ?? {}
  const others =
    typeof additionalProperties === 'object' ? additionalProperties : undefined
  const keys = new Set([...Object.keys(properties), ...Object.keys(value)])
  return Object.fromEntries(
    [...keys]
      .filter((key) => value[key] !== undefined)
      .map((key) => [key, inOrder(value[key], properties[key] ?? others)])
  )
}

/** The schema behind a reference or a choice. */
function resolve(of: Schema, value: unknown): Schema | undefined {
  if (of.$ref) {
    const definition = definitions[of.$ref.slice('#/$defs/'.length)]
    return definition && resolve(definition, value)
  }
  if (!of.anyOf) return of
  return of.anyOf
    .map((choice) => resolve(choice, value))
    .find((choice) => choice && describes(choice, value))
}

function describes({properties = {}, required = []}: Schema, value: unknown): boolean {
  if (!isRecord(value)) return false
  const type = properties['type']?.const
  return (
    (type === undefined || type === value['type']) &&
    required.every((key) => key in value) &&
    Object.keys(value).every((key) => key in properties)
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Characters up to which a value stands on one line. */
const lineLength = 120

function print(value: unknown, indent: string): string {
  const line = JSON.stringify(value)
  if (line.length <= lineLength || typeof value !== 'object' || value === null)
    return line
  const inner = `${indent} `
  const parts = Array.isArray(value)
    ? value.map((item) => print(item, inner))
    : Object.entries(value).map(
        ([key, item]) => `${JSON.stringify(key)}: ${print(item, inner)}`
      )
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`
}
