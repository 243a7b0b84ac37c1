import type {Report} from '../diagnostics/report.ts'
import {badTei, deadPointer} from '../diagnostics/validate-rules.ts'
import type {EditionGate} from './edition-gate.ts'
import type {ArticleGate} from './gate.ts'
import {walkTei} from './tei-grammar-walk.ts'
import type {XmlAttribute} from './xml-event.ts'

/** TEI against our grammar, and every pointer in it. */
export const teiGate: ArticleGate = {
  name: 'tei',
  async check({article, edition, files, report}) {
    const name = `articles/${article.id}/article.tei.xml`
    const text = files.get(name)
    if (text !== undefined)
      await checkTei(name, text, {
        ...{lines: article.source.lines, report},
        isThorough: edition.isThorough
      })
  }
}

/**
 * Whether an article stands in the corpus as in its own file but for what joins it there: each id and each pointer
 * has the slug before it, and lines are further in. What holds for the one then holds for the other, and reading
 * it again would find nothing. Where it differs in anything else, as where its rights keep words back, it has to
 * be read.
 * @param own the whole file of the article
 * @param part its element in the corpus
 */
export function standsAsInOwnFile(part: string, own: string, slug: string): boolean {
  if (part.split(' xml:id="').length !== part.split(` xml:id="${slug}.`).length)
    return false
  const root = own.indexOf('<TEI ')
  const [tag = ''] = /^<TEI [^>]*>/u.exec(own.slice(root)) ?? []
  const bare = own
    .slice(root)
    .replace(tag, tag.replace(/ (?:xmlns|version)="[^"]*"/gu, ''))
  const lines = part.split('\n')
  const ownLines = bare.split('\n')
  return (
    lines.length === ownLines.length &&
    lines.every((line, n) => isSameLine(line, ownLines[n] ?? '', slug))
  )
}

/** Most lines have neither ids nor pointers, and are only further in. */
const isSameLine = (line: string, own: string, slug: string): boolean =>
  unindented(line) === unindented(own) ||
  withoutSlug(line, slug) === withoutSlug(own, slug)

function unindented(line: string): string {
  let at = 0
  while (line[at] === ' ') at++
  return line.slice(at)
}

const withoutSlug = (text: string, slug: string): string =>
  text.replaceAll(`"${slug}.`, '"').replaceAll(`#${slug}.`, '#').replace(/^ +/gmu, '')

/** The corpus; its articles were checked one by one, so only what joins them can be wrong. */
export const corpusGate: EditionGate = {
  name: 'corpus',
  async check({writer, report}) {
    const name = 'data/corpus.tei.xml'
    if (!writer.written().some((file) => file.path === name)) return
    await checkTei(name, writer.read(name), {lines: Number.POSITIVE_INFINITY, report})
  }
}

async function checkTei(
  name: string,
  text: string,
  {
    lines,
    report,
    isThorough = false
  }: {lines: number; report: Report; isThorough?: boolean | undefined}
): Promise<void> {
  const {faults, attributes} = await walkTei(text, isThorough)
  for (const {line, problem} of faults)
    report(badTei, {problem: `${name}:${line}: ${problem}`})
  const ids = new Set<string>()
  for (const {name: attribute, value, line} of attributes) {
    if (attribute !== 'xml:id') continue
    if (ids.has(value))
      report(badTei, {problem: `${name}:${line}: the id \`${value}\` stands twice`})
    ids.add(value)
  }
  for (const attribute of attributes) {
    for (const pointer of pointersOf(attribute)) {
      if (!leadsSomewhere(pointer, ids, lines))
        report(deadPointer, {
          pointer,
          where: `${name}:${attribute.line}, \`${attribute.name}\` of \`${attribute.element}\``
        })
    }
  }
}

const pointing = new Set([
  'who',
  'ref',
  'resp',
  'target',
  'scheme',
  'source',
  'datingMethod'
])

const pointersOf = ({name, value}: XmlAttribute): string[] =>
  pointing.has(name)
    ? value.split(/\s+/u).filter((each) => /^(?:#|raw:)/u.test(each))
    : []

function leadsSomewhere(
  pointer: string,
  ids: ReadonlySet<string>,
  lines: number
): boolean {
  if (pointer.startsWith('#')) return ids.has(pointer.slice(1))
  const [from = Number.NaN, to = Number.NaN] = pointer.slice(4).split(',').map(Number)
  return from >= 0 && from < to && to <= lines
}
