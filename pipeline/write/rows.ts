import type {Edition, Result} from '../source/types.ts'
import type {Rows} from '../tree/tables.ts'
import type {Article} from '../tree/types.ts'
import {dateRows, mentionRows, quotationRows} from './annotation-rows.ts'
import {articleRow} from './article-rows.ts'
import {dialogueRows, speakerRows, turnRows} from './dialogue-rows.ts'
import {
  createEntityRegister,
  createNamingTally,
  type NamedEntity,
  namedEntities
} from './entity-rows.ts'
import {factRows} from './fact-rows.ts'
import {sortByKey} from './key-order.ts'
import {paragraphRows} from './paragraph-rows.ts'
import {printedBlocks} from './printed-blocks.ts'
import {createRowContext, type RowContext} from './row-context.ts'
import {messageRows, sourceRow} from './source-rows.ts'
import {withhold} from './withheld.ts'

/** What the tables of an edition keep of one source; the rows of its messages are made when all are known. */
export interface TablePart {
  readonly rows: Partial<Rows>
  readonly named: readonly NamedEntity[]
  readonly language: string
}

/** What the tables keep of a source. */
export function tablePart(result: Result, edition: Edition): TablePart {
  const sources = [sourceRow(result)]
  const {article} = result
  if (!article) return {rows: {sources}, named: [], language: ''}
  const context = createRowContext(article, edition, 'edition')
  const rows = withhold(articleRows(context), article.source.textInData)
  return {
    rows: {...rows, sources},
    named: namedEntities(context),
    language: article.language
  }
}

/** What is known of a source when its rows are gathered. */
export type KeptSource = Omit<Result, 'article'> & {readonly part: TablePart}

/** The rows of a source. */
export const rowsOfSource = (source: KeptSource): Partial<Rows> => ({
  ...source.part.rows,
  messages: messageRows(source)
})

/**
 * The rows of every table of an edition, a batch a source: sources in the order they come, within
 * one the rows of a table by key. What holds for the whole edition (people, organisations, places,
 * names) comes last. Whatever the number of articles, one of them and the entities are held.
 */
export async function* gatherRows(
  sources: AsyncIterable<KeptSource>,
  edition: Edition
): AsyncGenerator<Partial<Rows>> {
  const register = createEntityRegister(edition.authorities)
  const tally = createNamingTally()
  for await (const source of sources) {
    const {rows, named, language} = source.part
    tally.add(named, language, rows.mentions ?? [])
    yield rowsOfSource(source)
  }
  register.add(tally.take())
  yield register.rows()
}

/** The same of results as they are. */
export const editionRows = (
  results: AsyncIterable<Result>,
  edition: Edition
): AsyncGenerator<Partial<Rows>> => gatherRows(keptOf(results, edition), edition)

async function* keptOf(
  results: AsyncIterable<Result>,
  edition: Edition
): AsyncIterable<KeptSource> {
  for await (const result of results) yield {...result, part: tablePart(result, edition)}
}

/** The rows of the turns of one article for a file of its own, in which ids stand alone. */
export function ownTurnRows(article: Article, edition: Edition): Rows['turns'] {
  const context = createRowContext(article, edition, 'article')
  return turnRows(context, printedBlocks(article))
}

/** The rows of the printed blocks of one article, ids standing alone. */
export function ownBlockRows(article: Article, edition: Edition): Rows['paragraphs'] {
  const context = createRowContext(article, edition, 'article')
  return paragraphRows(context, printedBlocks(article))
}

type ArticleTable =
  | 'articles'
  | 'dialogues'
  | 'speakers'
  | 'turns'
  | 'paragraphs'
  | 'mentions'
  | 'dates'
  | 'quotations'
  | 'facts'

function articleRows(context: RowContext): Rows<ArticleTable> {
  const blocks = printedBlocks(context.article)
  const turns = turnRows(context, blocks)
  const dates = dateRows(context, blocks)
  return {
    articles: [articleRow(context, blocks)],
    dialogues: sortByKey(dialogueRows(context, dates), (row) => row.dialogue_id),
    speakers: sortByKey(speakerRows(context, turns), (row) => row.speaker_id),
    turns: sortByKey(turns, (row) => row.turn_id),
    paragraphs: sortByKey(paragraphRows(context, blocks), (row) => row.paragraph_id),
    mentions: mentionRows(context, blocks),
    dates,
    quotations: quotationRows(context, blocks),
    facts: factRows(context)
  }
}
