import {isMap, isNode, isScalar, LineCounter, parseDocument} from 'yaml'
import type {Validate} from '#validators'
import type {Report} from '../diagnostics/report.ts'
import {wordSchemaError} from '../diagnostics/schema-errors.ts'
import {badDeclaration, badYaml} from '../diagnostics/source-rules.ts'
import {createLocator} from '../tree/position.ts'
import type {Position} from '../tree/types.ts'
import {findUnprintable} from '../tree/unprintable.ts'

/** A YAML file as it lies there, and where messages about it point. */
export interface YamlSource {
  /** Below `sources/`. */
  readonly file: string
  readonly bytes: Uint8Array
}

/** Where a part of a YAML file stands, by the keys that lead to it; the nearest part above it where there is none. */
export type Place = (keys: readonly (string | number)[]) => Position

/** What a YAML file declares. */
export interface Declared {
  readonly data: object
  readonly place: Place
}

/**
 * Reads a YAML file as plain data that its schema allows; null where it is not, with a message at the
 * place. No tags, no merge keys, few aliases: a declaration is data, never code.
 */
export function readYaml(
  {file, bytes}: YamlSource,
  validate: Validate,
  report: Report
): Declared | null {
  const text = new TextDecoder().decode(bytes)
  const at = createLocator(text)
  if (!isUtf8(bytes)) {
    const lost = text.indexOf('\uFFFD')
    const position = at.span(lost, lost + 1)
    report(badYaml, {problem: 'a byte here is not UTF-8'}, {file, position})
    return null
  }
  const document = parseDocument(text, {
    lineCounter: new LineCounter(),
    schema: 'core',
    stringKeys: true,
    uniqueKeys: true,
    logLevel: 'silent',
    prettyErrors: false
  })
  const place: Place = (keys) => placeOf(document, keys, at)
  const [problem] = document.errors
  if (problem) {
    report(badYaml, {problem: problem.message}, {file, position: at.span(...problem.pos)})
    return null
  }
  const data = toData(document, {file, at, report})
  if (data === undefined) return null
  if (data === null) return {data: {}, place}
  if (typeof data !== 'object' || Array.isArray(data)) {
    const position = at.span(0, text.length)
    report(badYaml, {problem: 'the file holds a single value'}, {file, position})
    return null
  }
  const found = findUnprintable(data)
  if (found) {
    const [path, problem] = [
      nameOf(found.path),
      `${found.code} is no character of a text`
    ]
    report(badDeclaration, {path, problem}, {file, position: place(found.path)})
    return null
  }
  if (validate(data)) return {data, place}
  for (const error of mostTelling(validate.errors ?? [])) {
    const {path, problem: why, isKey} = wordSchemaError(error)
    const position = (isKey && keyOf(document, path, at)) || place(path)
    report(badDeclaration, {path: nameOf(path), problem: why}, {file, position})
  }
  return null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes)
    return true
  } catch {
    // A TypeError: the bytes are of another encoding.
    return false
  }
}

const nameOf = (path: readonly string[]): string => path.join('.') || 'the file'

type Document = ReturnType<typeof parseDocument>
type Locator = ReturnType<typeof createLocator>

function toData(
  document: Document,
  {file, at, report}: {file: string; at: Locator; report: Report}
): unknown {
  try {
    return document.toJS({maxAliasCount: 20})
  } catch (error) {
    // The alias bomb guard throws a ReferenceError.
    report(
      badYaml,
      {problem: error instanceof Error ? error.message : String(error)},
      {file, position: at.span(0, 0)}
    )
    return undefined
  }
}

/** ajv names each branch of a choice that fails: those of another type than the value's say nothing. */
function mostTelling<E extends {instancePath: string; keyword: string}>(
  errors: readonly E[]
): E[] {
  const choices = errors
    .filter((error) => error.keyword === 'anyOf')
    .map((error) => error.instancePath)
  const isOtherBranch = ({instancePath, keyword}: E): boolean =>
    keyword === 'type' &&
    choices.includes(instancePath) &&
    errors.some(
      (other) =>
        other.keyword !== 'type' &&
        other.keyword !== 'anyOf' &&
        `${other.instancePath}/`.startsWith(`${instancePath}/`)
    )
  return errors
    .filter((error) => error.keyword !== 'anyOf' && !isOtherBranch(error))
    .slice(0, 5)
}

/** The node a path leads to, or the nearest one above it. */
function placeOf(
  document: Document,
  path: readonly (string | number)[],
  at: Locator
): Position {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return at.span(node.range[0], node.range[1])
  }
  return at.span(0, 0)
}

/** The key itself that a path ends in, where it is one of a mapping. */
function keyOf(
  document: Document,
  path: readonly string[],
  at: Locator
): Position | undefined {
  const parent = document.getIn(path.slice(0, -1), true)
  if (!isMap(parent)) return undefined
  const key = parent.items
    .map((pair) => pair.key)
    .find((each) => isScalar(each) && each.value === path.at(-1))
  return isScalar(key) && key.range ? at.span(key.range[0], key.range[1]) : undefined
}
