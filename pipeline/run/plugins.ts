import type {Root} from 'hast'
import type {Plugin} from 'unified'
import type {Node} from 'unist'
import type {VFile} from 'vfile'
import {annotate} from '../annotate/index.ts'
import {reportAt, reportTo} from '../diagnostics/report.ts'
import {read} from '../read/index.ts'
import {segment} from '../segment/index.ts'
import type {Reading} from '../source/reading.ts'
import type {Context} from '../source/types.ts'
import {addLinks} from '../tree/links.ts'
import {relocate} from '../tree/relocate.ts'
import type {Article} from '../tree/types.ts'
import {checkTree} from '../validate/tree-checks.ts'
import type {FormatName} from '../write/formats.ts'
import {
  declared,
  type ExtractOptions,
  indexed,
  type PrintOptions,
  print
} from './extraction.ts'
import {sha256Of} from './sha256.ts'

/** What was read of a source, as the node that steps hand on. */
export interface ReadingNode extends Node {
  readonly type: 'reading'
  readonly reading: Reading
}

/** The readings that trees were made of: later steps need the text that their positions count in. */
const readings = new WeakMap<VFile, Reading>()

function contextOf(file: VFile, options: ExtractOptions): Context {
  const {slug, collection, sidecar} = declared(options)
  const {authorities} = indexed(options.authorities)
  return {slug, collection, sidecar, authorities, report: reportTo(file)}
}

/** The text that a tree was made of. @throws where no step before read any */
function readingOf(file: VFile): Reading {
  const reading = readings.get(file)
  if (!reading) throw new Error('Use `warraqRead` before this step')
  return reading
}

/** A step that finds an error ends the run with it, as every parser of unified does. */
function endOnError(file: VFile): void {
  const error = file.messages.find((message) => message.fatal)
  if (error) throw error
}

/** Parser: a page, a text, or Markdown → the lines of its article. */
export const warraqRead: Plugin<[ExtractOptions?], string, ReadingNode> = function (
  options = {}
) {
  this.parser = (_, file) => readFile(file, options)
}

/**
 * Transformer: a page that rehype-parse has parsed (hast, with its positions) → the lines of its article. What plugins
 * before it took out is not read, nor is what they put in, since it stands nowhere in the source.
 */
export const warraqExtract: Plugin<[ExtractOptions?], Root, ReadingNode> =
  (options = {}) =>
  (tree, file) => {
    const node = readFile(file, {...options, input: 'html'}, tree)
    if (node.reading.origin?.text !== String(file))
      throw new Error(
        'The page says another encoding than it was parsed by: decode it before it is parsed'
      )
    return node
  }

function readFile(file: VFile, options: ExtractOptions, tree?: Root): ReadingNode {
  const {path} = declared(options)
  const {value} = file
  const bytes =
    value instanceof Uint8Array ? value : new TextEncoder().encode(String(file))
  const source = {path, bytes, sha256: sha256Of(bytes)}
  const reading = read({...source, ...(tree ? {tree} : {})}, contextOf(file, options))
  endOnError(file)
  if (!reading) throw new Error('Nothing was read')
  readings.set(file, reading)
  return {type: 'reading', reading}
}

/** Lines → the tree of an article: masthead, headings, paragraphs, turns. */
export const warraqSegment: Plugin<[ExtractOptions?], ReadingNode, Article> =
  (options = {}) =>
  ({reading}, file) => {
    const context = contextOf(file, options)
    return segment(reading, {
      ...context,
      report: reportAt(context.report, reading.origin)
    })
  }

/** A tree → the same with speakers, names, dates, quotations and links found; from here on positions are the source's. */
export const warraqAnnotate: Plugin<[ExtractOptions?], Article, Article> =
  (options = {}) =>
  (article, file) => {
    const {text, origin, links = [], at} = readingOf(file)
    const context = contextOf(file, options)
    const inside = {...context, report: reportAt(context.report, origin)}
    const annotated = addLinks(annotate(article, text, inside), links, at)
    endOnError(file)
    return origin ? relocate(annotated, origin) : annotated
  }

/** Holds a tree against its schema and its source. */
export const warraqValidate: Plugin<[], Article, Article> = () => (article, file) => {
  const {text, origin} = readingOf(file)
  checkTree(article, origin?.text ?? text, reportTo(file))
  endOnError(file)
}

const isArticle = (node: Node): node is Article => node.type === 'article'

/** Compiler: a tree → one of the formats. */
export const warraqStringify: Plugin<
  [(PrintOptions & {readonly format?: FormatName})?],
  Article,
  string
> = function (options = {}) {
  this.compiler = (tree) => {
    if (!isArticle(tree)) throw new Error('Use `warraqSegment` before this step')
    return print(tree, options.format ?? 'json', options)
  }
}
