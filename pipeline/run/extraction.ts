import {VFile} from 'vfile'
import {messagesOf, reportTo} from '../diagnostics/report.ts'
import {loadReader} from '../read/index.ts'
import {indexAuthorities, noAuthorities} from '../source/authorities.ts'
import {makeEdition} from '../source/edition.ts'
import type {Authorities, Context} from '../source/types.ts'
import type {
  Article,
  AuthoritiesFile,
  CollectionFile,
  Message,
  Sidecar
} from '../tree/types.ts'
import {type FormatName, formats} from '../write/formats.ts'
import {processArticle} from './article.ts'

/** What is declared about a source that is no file of an edition. */
export interface ExtractOptions {
  /** What the source is written in; a web page, where it is left out. */
  readonly input?: InputName
  /** Where it was published. */
  readonly url?: string
  /** Identity of the article, `^[a-z][a-z0-9]*(-[a-z0-9]+)*$`; `article`, where it is left out. */
  readonly slug?: string
  /** As in `collection.yaml`, with an id. */
  readonly collection?: CollectionFile & {readonly id?: string}
  /** As in a sidecar. */
  readonly sidecar?: Sidecar
  /** As in `authorities.yaml`. */
  readonly authorities?: AuthoritiesFile
}

/** What became of a source. */
export interface Extraction {
  /** Null where it cannot be read: a message of severity `error` says why. */
  readonly article: Article | null
  readonly messages: readonly Message[]
}

/** What a source is written in, and the ending of a file of it. */
const inputs = {html: 'html', text: 'txt', markdown: 'md'} as const
export type InputName = keyof typeof inputs

/**
 * Takes the article out of a web page, a text or Markdown: read, segment, annotate, validate.
 * @param source a string, or the bytes as they were received, which are decoded by what they say
 */
export async function extract(
  source: string | Uint8Array,
  options: ExtractOptions = {}
): Promise<Extraction> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  const {slug, path, collection, sidecar} = declared(options)
  await loadReader(path)
  const {authorities, messages} = indexed(options.authorities)
  const made = processArticle({slug, path, bytes, collection, sidecar, authorities})
  return {article: made.article, messages: [...messages, ...made.messages]}
}

/** What the chain is told of a source, with what nobody said filled in. */
export function declared(
  options: ExtractOptions
): Pick<Context, 'slug' | 'collection' | 'sidecar'> & {readonly path: string} {
  const {input = 'html', url, slug = 'article', collection, sidecar} = options
  return {
    slug,
    path: `${slug}.${inputs[input]}`,
    collection: {id: 'extracted', ...collection},
    sidecar: {...(url ? {url} : {}), ...sidecar}
  }
}

/** An authority file, indexed, and what is wrong with it. */
export function indexed(file: AuthoritiesFile | undefined): {
  authorities: Authorities
  messages: readonly Message[]
} {
  if (!file) return {authorities: noAuthorities, messages: []}
  const messages = new VFile({path: 'authorities'})
  const start = {line: 1, column: 1, offset: 0}
  const place = () => ({start, end: start})
  const authorities = indexAuthorities(
    file,
    {file: 'authorities', place},
    reportTo(messages)
  )
  return {authorities, messages: messagesOf(messages)}
}

/** What a printed article is told of the edition that it is no part of. */
export interface PrintOptions {
  /** Its ids in JSON-LD and TEI begin with it; ends in a slash. */
  readonly baseUrl?: string
  readonly authorities?: AuthoritiesFile
}

/** An article in a format: the same bytes as the file of an edition with this base. */
export function print(
  article: Article,
  format: FormatName,
  options: PrintOptions = {}
): string {
  const {baseUrl} = options
  const edition = makeEdition(
    baseUrl ? {baseUrl} : {},
    indexed(options.authorities).authorities,
    [],
    () => undefined
  )
  return formats[format].print(article, edition)
}
