import {LineCounter, parseDocument} from 'yaml'
import type {Validate} from '#validators'
import type {Report} from '../diagnostics/report.ts'
import {wordSchemaError} from '../diagnostics/schema-errors.ts'
import {badDeclaration, badYaml} from '../diagnostics/source-rules.ts'
import {createLocator} from '../tree/position.ts'
import type {Position} from '../tree/types.ts'

/** A YAML file as text, and where messages about it point. */
export interface YamlSource {
  /** Below `sources/`. */
  readonly file: string
  readonly text: string
}

/**
 * Reads a YAML file as plain data that its schema allows; null where it is not, with a message at the
 * place. No tags, no merge keys, few aliases: a declaration is data, never code.
 */
export function readYaml(
  {file, text}: YamlSource,
  validate: Validate,
  report: Report
): object | null {
  const at = createLocator(text)
  const document = parseDocument(text, {
    lineCounter: new LineCounter(),
    schema: 'core',
    stringKeys: true,
    uniqueKeys: true,
    logLevel: 'silent',
    prettyErrors: false
  })
  const [problem] = document.errors
  if (problem) {
    report(badYaml, {problem: problem.message}, {file, position: at.span(...problem.pos)})
    return null
  }
  const data = toData(document, {file, at, report})
  if (data === undefined) return null
  if (data === null) return {}
  if (typeof data !== 'object' || Array.isArray(data)) {
    report(
      badYaml,
      {problem: 'the file holds a single value'},
      {file, position: at.span(0, text.length)}
    )
    return null
  }
  if (validate(data)) return data
  for (const error of mostTelling(validate.errors ?? [])) {
    const {path, problem: why} = wordSchemaError(error)
    const position = placeOf(document, path, at)
    report(
      badDeclaration,
      {path: path.join('.') || 'the file', problem: why},
      {file, position}
    )
  }
  return null
}

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
function placeOf(document: Document, path: readonly string[], at: Locator): Position {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true)
    const range =
      typeof node === 'object' && node !== null && 'range' in node ? node.range : null
    if (Array.isArray(range)) return at.span(Number(range[0]), Number(range[1]))
  }
  return at.span(0, 0)
}
