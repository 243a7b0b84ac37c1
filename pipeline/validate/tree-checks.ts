import {validateArticle} from '#validators'
import type {Report} from '../diagnostics/report.ts'
import {wordSchemaError} from '../diagnostics/schema-errors.ts'
import {brokenInvariant, schemaViolation} from '../diagnostics/validate-rules.ts'
import type {Node} from '../tree/guards.ts'
import type {Article, Text} from '../tree/types.ts'
import {sourceTexts} from './source-texts.ts'

/** Checks a finished tree: its schema, that positions nest and slice, that ids are unique and references lead somewhere. */
export function checkTree(article: Article, text: string, report: Report): void {
  if (!validateArticle(article)) {
    for (const error of (validateArticle.errors ?? []).slice(0, 10)) {
      const {path, problem} = wordSchemaError(error)
      report(schemaViolation, {path: path.join('/'), problem})
    }
  }
  for (const problem of problemsOf(article, text)) report(brokenInvariant, {problem})
}

/** What is wrong with a tree, kind by kind. */
interface Problems {
  readonly texts: string[]
  readonly nesting: string[]
  readonly ids: string[]
  readonly references: string[]
}

/** What is wrong with a tree: its texts, how its nodes nest, ids, references; all of them looked at in one walk. */
function problemsOf(article: Article, text: string): string[] {
  const found: Problems = {texts: [], nesting: [], ids: [], references: []}
  const {differs, differsAside} = sourceTexts(article.source.mediaType)
  const known = new Set(article.entities.map((entity) => entity.id))
  const seen = new Set<string>()
  const visit = (node: Node): void => {
    if (node.type === 'text') {
      const {start, end} = node.position
      if (differs(text.slice(start.offset, end.offset), node.value))
        found.texts.push(`the text at ${placeOf(node)} is not what stands in the source`)
      return
    }
    if ('id' in node) {
      if (seen.has(node.id)) found.ids.push(`the id \`${node.id}\` is there twice`)
      seen.add(node.id)
    }
    for (const id of referencesOf(node))
      if (id && !known.has(id))
        found.references.push(`nothing has the id \`${id}\`, which is referred to`)
    found.nesting.push(...nestingProblems(node))
    for (const child of node.children) visit(child)
  }
  visit(article)
  for (const {value, position} of article.source.setAside)
    if (differsAside(text.slice(position.start.offset, position.end.offset), value))
      found.texts.push(
        `what is set aside at ${placeOf({position})} is not what stands in the source`
      )
  return [...found.texts, ...found.nesting, ...found.ids, ...found.references]
}

const placeOf = ({position: {start}}: Pick<Node, 'position'>): string =>
  `${start.line}:${start.column}`

const none: readonly string[] = []

/** Children that lie outside of a node, or before their neighbour. */
function nestingProblems(node: Exclude<Node, Text>): readonly string[] {
  let at = node.position.start.offset
  let problems = none
  for (const child of node.children) {
    const {start, end} = child.position
    if (start.offset < at || end.offset > node.position.end.offset)
      problems = [
        ...problems,
        `the ${child.type} at ${placeOf(child)} lies outside of its ${node.type} or before its neighbour`
      ]
    at = end.offset
  }
  return problems
}

/** Ids of entities that a node refers to. */
function referencesOf(node: Node): readonly (string | null)[] {
  switch (node.type) {
    case 'mention':
      return [node.entity]
    case 'turn':
    case 'quotation':
      return [node.speaker ?? null]
    case 'dialogue':
      return node.participants
    default:
      return none
  }
}
