import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {runInNewContext} from 'node:vm'
import {parse as parseCsv} from 'csv-parse/sync'
import {gunzipSync} from 'fflate'
import {parquetReadObjects} from 'hyparquet'
import {fromMarkdown} from 'mdast-util-from-markdown'
import sqlite from 'node-sqlite3-wasm'
import oxigraph from 'oxigraph'
import {SaxesParser} from 'saxes'
import {parse as parseYaml} from 'yaml'
import {elements, parsePage, textOf} from '../support/browser-page.ts'

/** A file as a parser of its format sees it. */
export interface Parsed {
  /** Everything that is text: what may hold what a source says. */
  readonly strings: readonly string[]
  /** Everything that is structure: names of elements, attributes, keys, columns; comments. */
  readonly structure: readonly string[]
}

type Parse = (bytes: Uint8Array, path: string) => Parsed | Promise<Parsed>

const decode = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', {fatal: true}).decode(bytes)

/** The parser for each ending. */
const parsers: Readonly<Record<string, Parse>> = {
  html: (bytes) => fromHtml(decode(bytes)),
  xml: (bytes) => fromXml(decode(bytes)),
  json: (bytes) => fromData(JSON.parse(decode(bytes))),
  jsonld: (bytes) => fromData(JSON.parse(decode(bytes))),
  jsonl: (bytes) =>
    fromData(
      decode(bytes)
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    ),
  cff: (bytes) => fromData(parseYaml(decode(bytes))),
  csv: (bytes) => fromCsv(decode(bytes)),
  parquet: fromParquet,
  sqlite: (_bytes, path) => fromDatabase(path),
  nq: (bytes) => fromQuads(decode(bytes)),
  js: (bytes) => fromScript(decode(bytes)),
  md: (bytes) => fromReadme(decode(bytes)),
  bib: (bytes) => fromBibTex(decode(bytes)),
  ris: (bytes) => fromTagged(decode(bytes), /^([A-Z][A-Z0-9]) {2}- /u),
  txt: (bytes) => ({strings: [decode(bytes)], structure: []})
}

/** A field a line, by the tag it begins with. */
const fromTagged = (text: string, tag: RegExp): Parsed => ({
  strings: [text],
  structure: text.split('\n').map((line) => tag.exec(line)?.[1] ?? line)
})

/** What TeX prints for the commands that stand for its own signs. */
const printedByTex: Readonly<Record<string, string>> = {
  '\\textbackslash{}': '\\',
  '\\textbraceleft{}': '{',
  '\\textbraceright{}': '}',
  '\\textasciitilde{}': '~',
  '\\textasciicircum{}': '^'
}

/** Tagged lines, and their text as TeX prints it. */
function fromBibTex(text: string): Parsed {
  const {structure} = fromTagged(text, /^ *(@?\w+)/u)
  const printed = text.replace(
    /\\(?:text\w+\{\}|[&%$#_])/gu,
    (command) => printedByTex[command] ?? command.slice(1)
  )
  return {strings: [text, printed], structure}
}

/** Names that a value of JSON or YAML has, and its strings. */
function fromData(value: unknown): Parsed {
  const strings: string[] = []
  const structure: string[] = []
  const visit = (each: unknown): void => {
    if (typeof each === 'string') strings.push(each)
    if (Array.isArray(each)) for (const item of each) visit(item)
    else if (typeof each === 'object' && each !== null)
      for (const [key, item] of Object.entries(each)) {
        structure.push(key)
        visit(item)
      }
  }
  visit(value)
  return {strings: [...strings, leafText(value)], structure}
}

/** The text of all leaves of an article tree, one behind the other: marks within a sentence part it. */
function leafText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return ''
  if (Array.isArray(value)) return value.map(leafText).join('')
  if ('type' in value && value.type === 'text' && 'value' in value)
    return String(value.value)
  return 'children' in value ? leafText(value.children) : ''
}

/** A script that hands data to the search, and does nothing else: it is run where nothing else is. */
function fromScript(text: string): Parsed {
  const handed: unknown[] = []
  runInNewContext(text, {warraqSearch: (...data: unknown[]) => handed.push(data)})
  if (handed.length !== 1) throw new Error('A script hands over other than one thing')
  return fromData(JSON.parse(JSON.stringify(handed)))
}

/** Comments, scripts and handlers are structure; text and the values of attributes are strings. */
function fromHtml(text: string): Parsed {
  const page = parsePage(text)
  const strings: string[] = [textOf(page)]
  const structure: string[] = [...comments(page)]
  for (const element of elements(page)) {
    structure.push(element.tagName)
    strings.push(textOf(element))
    for (const [name, value] of Object.entries(element.properties)) {
      structure.push(name)
      strings.push(String(value))
      if (/^\s*(?:javascript|vbscript|data:.*[^,])/iu.test(String(value)))
        structure.push(`address: ${value}`)
    }
    if (element.tagName !== 'script') continue
    if (element.properties.type === 'application/ld+json') {
      const data = fromData(JSON.parse(textOf(element)))
      strings.push(...data.strings)
      structure.push(...data.structure)
    } else if (textOf(element)) structure.push(`script: ${textOf(element)}`)
  }
  return {strings, structure}
}

function* comments(node: ReturnType<typeof parsePage>): Generator<string> {
  const open: unknown[] = [node]
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (typeof each !== 'object' || each === null) continue
    if ('type' in each && each.type === 'comment' && 'value' in each)
      yield String(each.value)
    if ('children' in each && Array.isArray(each.children)) open.push(...each.children)
  }
}

function fromXml(text: string): Parsed {
  const strings: string[] = []
  const structure: string[] = []
  const parser = new SaxesParser({xmlns: true})
  const open: string[] = []
  parser.on('opentag', ({name, attributes}) => {
    structure.push(name)
    open.push('')
    for (const [key, {value}] of Object.entries(attributes)) {
      structure.push(key)
      strings.push(value)
    }
  })
  parser.on('text', (part) => {
    for (const at of open.keys()) open[at] += part
  })
  parser.on('closetag', () => strings.push(open.pop() ?? ''))
  for (const kind of ['comment', 'cdata', 'doctype'] as const)
    parser.on(kind, (part) => structure.push(`${kind}: ${part}`))
  parser.on('processinginstruction', ({target, body}) =>
    structure.push(`instruction: ${target} ${body}`)
  )
  parser.write(text).close()
  return {strings, structure}
}

/** Records as long as their header, or the parser throws. */
function fromCsv(text: string): Parsed {
  const rows: string[][] = parseCsv(text, {bom: true})
  const [header = [], ...records] = rows
  return {strings: records.flat(), structure: header}
}

async function fromParquet(bytes: Uint8Array): Promise<Parsed> {
  const rows = await parquetReadObjects({
    file: Uint8Array.from(bytes).buffer,
    compressors: {GZIP: (input) => gunzipSync(input)}
  })
  return fromData(rows)
}

function fromDatabase(path: string): Parsed {
  const database = new sqlite.Database(path, {readOnly: true})
  try {
    const names = database
      .all("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      .map(({name}) => String(name))
    const rows = names
      .filter((name) => !name.includes('_fts'))
      .flatMap((name) => database.all(`SELECT * FROM ${name}`))
    const data = fromData(rows)
    return {strings: data.strings, structure: [...names, ...data.structure]}
  } finally {
    database.close()
  }
}

function fromQuads(text: string): Parsed {
  const store = new oxigraph.Store()
  store.load(text, {format: 'application/n-quads'})
  const strings: string[] = []
  const structure: string[] = []
  for (const {subject, predicate, object, graph} of store.match()) {
    structure.push(subject.value, predicate.value, graph.value)
    if (object.termType === 'Literal') strings.push(object.value)
    else structure.push(object.value)
  }
  return {strings, structure}
}

/** Data at the head, then Markdown, whose HTML, links and images are structure. */
function fromReadme(text: string): Parsed {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(text) ?? []
  const data = fromData(parseYaml(front))
  const {strings, structure} = fromProse(body)
  return {
    strings: [...data.strings, ...strings],
    structure: [...data.structure, ...structure]
  }
}

/** Markdown: its text; mark-up, code, definitions and addresses are structure. */
function fromProse(text: string): Parsed {
  const strings: string[] = []
  const structure: string[] = []
  const visit = (node: unknown): string => {
    if (typeof node !== 'object' || node === null || !('type' in node)) return ''
    if (node.type === 'html') structure.push(JSON.stringify(node))
    // Whether there should be one is seen by whoever counts them.
    if (node.type === 'code' && 'lang' in node)
      structure.push('code', JSON.stringify(node.lang))
    if ('url' in node) structure.push(String(node.url))
    if (node.type === 'definition') structure.push('definition')
    const own = 'value' in node ? String(node.value) : ''
    const inner =
      'children' in node && Array.isArray(node.children) ? node.children.map(visit) : []
    const whole = own + inner.join('')
    strings.push(whole)
    return whole
  }
  visit(fromMarkdown(text))
  return {strings, structure}
}

const parseProse: Parse = (bytes) => fromProse(decode(bytes))

/** Files that hold nothing of a source: pictures, whose words are drawn, and what each edition has the same of. */
const silent = /\.png$|^assets\/|^schemas\/|^sha256sums\.txt$/u

/**
 * A file of an edition, parsed; null where nothing of a source can be in it. @throws of a kind that nobody knows: a
 * new output is not forgotten
 */
export async function parseFile(root: string, path: string): Promise<Parsed | null> {
  if (silent.test(path)) return null
  const ending = path.slice(path.lastIndexOf('.') + 1)
  const parse = path === 'llms.txt' ? parseProse : parsers[ending]
  if (!parse) throw new Error(`Nobody reads ${path} to see what became of words in it`)
  const full = join(root, path)
  return parse(new Uint8Array(readFileSync(full)), full)
}
