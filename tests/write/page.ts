import type {Edition, Result} from '../../pipeline/source/types.ts'
import {astralOffsets} from '../../pipeline/tree/code-points.ts'
import {
  dialogueId,
  headingId,
  paragraphId,
  turnId,
  utteranceId
} from '../../pipeline/tree/id.ts'
import {createLocator} from '../../pipeline/tree/position.ts'
import type {
  Article,
  ArticleChild,
  Entity,
  Inline,
  Metadata,
  Position,
  Text,
  Turn,
  Utterance
} from '../../pipeline/tree/types.ts'

/** A piece of a paragraph: plain words, or words that are a mention, quotation, date or stage direction. */
export type Piece =
  | string
  | {readonly mention: string; readonly words: string}
  | {readonly quotation: string; readonly speaker?: string}
  | {readonly date: string; readonly words: string}
  | {readonly stage: string}

/** Prints a source piece by piece and hands out the positions that a reader would find. */
export function createPage(newline: 'lf' | 'crlf' = 'lf') {
  let source = ''
  const put = (words: string): Position => {
    const start = source.length
    source += words
    return createLocator(source).span(start, source.length)
  }
  const text = (words: string): Text => ({
    type: 'text',
    value: words,
    position: put(words)
  })
  const end = newline === 'lf' ? '\n' : '\r\n'
  return {
    /** The decoded source as printed so far. */
    source: () => source,
    newline,
    put,
    inlines: (pieces: readonly Piece[]) => pieces.map((piece) => toInline(piece, text)),
    /** Ends a line, and leaves blank ones. @returns what it prints */
    endLine(blank = 0): string {
      put(end.repeat(blank + 1))
      return end.repeat(blank + 1)
    }
  }
}

function toInline(piece: Piece, print: (words: string) => Text): Inline {
  if (typeof piece === 'string') return print(piece)
  const rule = 'annotate/by-hand'
  if ('mention' in piece) {
    const child = print(piece.words)
    const {position} = child
    return {
      type: 'mention',
      entity: piece.mention,
      rule,
      confidence: 1,
      children: [child],
      position
    }
  }
  if ('date' in piece) {
    const child = print(piece.words)
    const {position} = child
    return {
      type: 'date',
      value: piece.date,
      basis: 'inferred',
      rule,
      children: [child],
      position
    }
  }
  const child = print('stage' in piece ? piece.stage : piece.quotation)
  const {position} = child
  if ('stage' in piece) return {type: 'stage', children: [child], position}
  const speaker = piece.speaker === undefined ? {} : {speaker: piece.speaker}
  return {type: 'quotation', kind: 'direct', ...speaker, children: [child], position}
}

/** A source that is being printed. */
export type Page = ReturnType<typeof createPage>

/** The span from the first to the last of nodes. */
const around = (nodes: readonly {position: Position}[]): Position => {
  const [first] = nodes
  const last = nodes.at(-1)
  if (!first || !last) throw new Error('nothing to span')
  return {start: first.position.start, end: last.position.end}
}

export function printParagraph(
  page: Page,
  n: number,
  pieces: readonly Piece[]
): ArticleChild {
  const children = page.inlines(pieces)
  page.endLine(1)
  return {
    type: 'paragraph',
    id: paragraphId(n),
    role: 'body',
    children,
    position: around(children)
  }
}

/** A speech to print; `said` holds its paragraphs. */
export interface Speech {
  readonly label: string | null
  readonly speaker: string | null
  readonly said: readonly (readonly Piece[])[]
}

function printTurn(page: Page, n: number, {label, speaker, said}: Speech): Turn {
  const id = turnId(n)
  const printed = label === null ? null : {value: label, position: page.put(`${label}:`)}
  if (printed && said.length > 0) page.put(' ')
  let gap: string | undefined
  const children = said.map((pieces, index): Utterance => {
    const content = page.inlines(pieces)
    const before = gap === undefined ? {} : {gap}
    gap = index < said.length - 1 ? page.endLine(1) : undefined
    const position = around(content)
    return {
      type: 'utterance',
      id: utteranceId(id, index + 1),
      ...before,
      children: content,
      position
    }
  })
  page.endLine()
  const attribution = {
    basis: 'inferred',
    rule: 'annotate/by-hand',
    confidence: 0.9
  } as const
  return {
    type: 'turn',
    id,
    n,
    label: printed,
    speaker,
    ...(speaker === null ? {} : {attribution}),
    children,
    position: around([...(printed ? [printed] : []), ...children])
  }
}

export function printDialogue(
  page: Page,
  heading: string,
  speeches: readonly Speech[]
): ArticleChild {
  const title = page.inlines([heading])
  page.endLine(1)
  const turns = speeches.map((speech, index) => printTurn(page, index + 1, speech))
  const participants = [...new Set(turns.flatMap(({speaker}) => speaker ?? []))]
  const children = [
    {
      type: 'heading' as const,
      id: headingId(1),
      depth: 2,
      children: title,
      position: around(title)
    },
    ...turns
  ]
  return {
    type: 'dialogue',
    id: dialogueId(1),
    kind: 'interview',
    participants,
    metadata: {},
    children,
    position: around(children)
  }
}

interface Rest {
  readonly slug: string
  readonly metadata: Metadata
  readonly entities: readonly Entity[]
  readonly children: readonly ArticleChild[]
}

/** The tree of a page that is printed. */
export function toArticle(
  page: Page,
  {slug, metadata, entities, children}: Rest
): Article {
  const source = page.source()
  const {span, lines} = createLocator(source)
  const astral = astralOffsets(source)
  return {
    type: 'article',
    id: slug,
    collection: 'news',
    language: 'ar',
    dir: 'rtl',
    metadata,
    source: {
      path: `news/${slug}.txt`,
      mediaType: 'text/plain',
      sha256: '0'.repeat(64),
      bytes: new TextEncoder().encode(source).length,
      encoding: 'utf-8',
      newline: page.newline,
      lines,
      ...(astral.length > 0 ? {astral} : {}),
      setAside: []
    },
    entities: [...entities],
    children: [...children],
    position: span(0, source.length)
  }
}

export const person = (id: string, ...names: string[]): Entity => ({
  id,
  type: 'person',
  name: names[0] ?? id,
  language: 'ar',
  names: names.map((value) => ({value, language: 'ar'})),
  basis: 'declared',
  rule: 'source/authorities'
})

/** An edition that declares only what every edition has. */
export const bareEdition: Edition = {
  title: {},
  description: {},
  languages: [],
  baseUrl: 'https://warraq.example/',
  creators: [],
  authorities: {entities: [], byId: new Map()},
  collections: [],
  generator: '0.1.0'
}

export const resultOf = (article: Article): Result => ({
  id: article.id,
  path: article.source.path,
  article,
  messages: []
})

/** Results as `run` hands them out: one after the other, and again from the start. */
export const streamOf = <Item>(items: readonly Item[]): AsyncIterable<Item> => ({
  async *[Symbol.asyncIterator]() {
    yield* items
  }
})
