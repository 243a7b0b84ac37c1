import {VFile} from 'vfile'
import {formatMessage} from '../../pipeline/diagnostics/format.ts'
import {messagesOf, reportTo} from '../../pipeline/diagnostics/report.ts'
import {processArticle} from '../../pipeline/run/article.ts'
import {pages} from '../../pipeline/site/index.ts'
import {indexAuthorities} from '../../pipeline/source/authorities.ts'
import {makeEdition} from '../../pipeline/source/edition.ts'
import type {Authorities, Edition} from '../../pipeline/source/types.ts'
import type {Node} from '../../pipeline/tree/guards.ts'
import type {
  Article,
  CollectionFile,
  Message,
  Sidecar
} from '../../pipeline/tree/types.ts'
import {walk} from '../../pipeline/tree/walk.ts'
import {articleGates} from '../../pipeline/validate/index.ts'
import {outputs} from '../../pipeline/write/index.ts'
import {faultOfPage} from './page-account.ts'

/** What an archivist might have declared around a source. */
export interface Surroundings {
  readonly collection: CollectionFile & {readonly id: string}
  readonly sidecar: Sidecar
  readonly authorities: Authorities
}

const ignore = (): void => undefined
const start = {line: 1, column: 1, offset: 0}

/** A file of declarations that nobody wrote. */
export const unwritten = {file: '', place: () => ({start, end: start})}

/** Nothing declared; and names short enough to be found by chance, in several languages. */
export const surroundings: readonly Surroundings[] = [
  {
    collection: {id: 'press'},
    sidecar: {},
    authorities: indexAuthorities({}, unwritten, ignore)
  },
  {
    collection: {
      id: 'press',
      language: 'ar',
      timeZone: 'Africa/Cairo',
      publisher: 'house',
      dateOrder: 'dmy'
    },
    sidecar: {
      url: 'https://press.example/1',
      metadata: {headline: {value: 'كلمة', because: 'test'}},
      dialogues: [{kind: 'interview', name: {value: 'x', quote: 'Anna', because: 'test'}}]
    },
    authorities: indexAuthorities(
      {
        people: [
          {
            id: 'anna-lind',
            names: {en: ['Anna Lind', 'Anna', 'A'], ar: ['آنا ليند', 'س']},
            organisation: 'house'
          },
          {id: 'steve-witkoff', names: {ar: ['ستيف ويتكوف', 'ويتكوف']}}
        ],
        organisations: [{id: 'house', names: {en: ['The House', ':'], ar: ['الدار']}}],
        places: [{id: 'harbour', names: {en: ['harbour', 'May'], und: ['(']}}]
      },
      unwritten,
      ignore
    )
  }
]

/** A source through the chain, with what is declared around it. */
export const chainOf = (bytes: Uint8Array, ending: string, around: Surroundings) =>
  processArticle({...around, slug: 'article', path: `press/article.${ending}`, bytes})

type Outcome = ReturnType<typeof chainOf>

/** Names the first thing that does not hold of what became of a source; null where all holds. */
export function faultOf({article, messages}: Outcome, bytes: Uint8Array): string | null {
  return (
    faultOfMessages(messages) ??
    (article ? faultOfTree(article, bytes) : faultOfRefusal(messages))
  )
}

/** Names what is wrong with messages; null where they are sound. */
export function faultOfMessages(messages: readonly Message[]): string | null {
  for (const message of messages) {
    if (message.rule.startsWith('run/internal') || message.rule.startsWith('validate/'))
      return `${message.rule}: ${message.message}`
    const printed = formatMessage(message, {terminal: false})
    if (unsafe.test(printed))
      return `a message steers the terminal: ${JSON.stringify(printed)}`
    if (message.line !== undefined && (message.line < 1 || (message.column ?? 1) < 1))
      return `a message points nowhere: ${message.line}:${message.column}`
  }
  return null
}
/** Controls but tab and line feed, and what turns the direction of a line around. */
const unsafe = /(?![\t\n])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

const faultOfRefusal = (messages: readonly Message[]): string | null =>
  messages.some(({severity}) => severity === 'error')
    ? null
    : 'there is no article, and no error says why'

function faultOfTree(article: Article, bytes: Uint8Array): string | null {
  const copy: unknown = JSON.parse(JSON.stringify(article))
  if (JSON.stringify(copy) !== JSON.stringify(article))
    return 'the tree is not the same when it is read back'
  return faultOfNesting(article) ?? faultOfIds(article) ?? faultOfWords(article, bytes)
}

/** The accounting, for what is read as it is written and for what a browser prints. */
function faultOfWords(article: Article, bytes: Uint8Array): string | null {
  const {mediaType, encoding} = article.source
  if (!/^(?:text|application)\/(?:plain|html|xhtml\+xml)$/u.test(mediaType)) return null
  const text = new TextDecoder(encoding).decode(bytes)
  return mediaType === 'text/plain'
    ? faultOfAccount(article, text)
    : faultOfPage(article, text)
}

function faultOfNesting(article: Article): string | null {
  const inspect = (node: Node): string | null => {
    const {start, end} = node.position
    if (start.offset > end.offset || start.line < 1 || start.column < 1)
      return `${node.type} has no extent`
    if (!('children' in node)) return null
    let at = start.offset
    for (const child of node.children) {
      if (child.position.start.offset < at || child.position.end.offset > end.offset)
        return `${child.type} at ${child.position.start.line}:${child.position.start.column} lies outside of its ${node.type}`
      at = child.position.end.offset
      const fault = inspect(child)
      if (fault) return fault
    }
    return null
  }
  return inspect(article)
}

function faultOfIds(article: Article): string | null {
  const ids = [...walk(article)].flatMap((node) => ('id' in node ? [node.id] : []))
  return new Set(ids).size === ids.length ? null : 'an id stands twice'
}

/** Each leaf is what stands in its place, and each character that is not white space lies in exactly one span. */
function faultOfAccount(article: Article, text: string): string | null {
  for (const node of walk(article)) {
    if (node.type !== 'text') continue
    const {start, end} = node.position
    if (text.slice(start.offset, end.offset) !== node.value)
      return `the text at ${start.line}:${start.column} is another one`
  }
  let at = 0
  const end = {start: {offset: text.length}, end: {offset: text.length}}
  for (const span of [...spansOf(article), end]) {
    if (span.start.offset < at)
      return `characters at ${span.start.offset} are counted twice`
    const lost = text.slice(at, span.start.offset).replace(/[\s\u0085]+/gu, '')
    if (lost) return `lost at ${at}: ${JSON.stringify(lost.slice(0, 40))}`
    at = span.end.offset
  }
  return null
}

/** Every span that accounts for characters, in order, found without the code under test. */
function spansOf(article: Article): Span[] {
  const nodes = [...walk(article)]
  const facts = Object.values(article.metadata).flat()
  return [
    ...nodes.filter(({type}) => type === 'text').map(({position}) => position),
    ...nodes.flatMap((node) =>
      node.type === 'turn' && node.label ? [node.label.position] : []
    ),
    ...article.source.setAside.map(({position}) => position),
    ...facts.flatMap(({basis, position}) =>
      basis === 'stated' && position ? [position] : []
    )
  ].sort((a, b) => a.start.offset - b.start.offset)
}

interface Span {
  readonly start: {readonly offset: number}
  readonly end: {readonly offset: number}
}

const plainEdition: Edition = {
  ...makeEdition(
    {baseUrl: 'https://press.example/'},
    surroundings[1]?.authorities ?? {entities: [], byId: new Map()},
    [],
    ignore
  ),
  date: '2025-01-01T00:00:00Z'
}

/** Names the first thing that a check of an article's outputs finds; null where they are sound. */
export async function faultOfOutputs(
  article: Article,
  edition: Edition = plainEdition
): Promise<string | null> {
  const made = [...outputs, ...pages].flatMap(
    (output) => output.article?.(article, edition) ?? []
  )
  const files = new Map(
    made.flatMap(({path, bytes}) =>
      typeof bytes === 'string' ? [[path, bytes] as const] : []
    )
  )
  const tree: unknown = JSON.parse(files.get('articles/article/article.json') ?? 'null')
  if (JSON.stringify(sorted(tree)) !== JSON.stringify(sorted(article)))
    return 'article.json holds another tree'
  const file = new VFile({path: 'article'})
  for (const gate of articleGates)
    await gate.check({article, edition, files, report: reportTo(file)})
  const [message] = messagesOf(file)
  return message ? `${message.rule}: ${message.message}` : null
}

/** The same value with the keys of its objects in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)])
  )
}
