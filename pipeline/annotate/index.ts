import type {Context} from '../source/types.ts'
import {wrapMarks} from '../tree/inline.ts'
import {createLocator} from '../tree/position.ts'
import type {Article} from '../tree/types.ts'
import {blockText} from './block-text.ts'
import {mapBlocks} from './blocks.ts'
import {dateDialogues, dateMarks} from './dates.ts'
import {collectEntities} from './entities.ts'
import {knownTo} from './known.ts'
import {addHeadlineMentions, mentionFinder} from './mentions.ts'
import {annotateMetadata} from './metadata.ts'
import {passageLanguage} from './passages.ts'
import {quotationMarks} from './quotations.ts'
import {attributeQuotations} from './quoted-speakers.ts'
import {annotateSpeakers} from './speakers.ts'

/**
 * Adds meaning to the structure of an article, in this order: declared and inferred facts, speakers,
 * the day of each dialogue, names and dates in the text, quotations and who says them, entities.
 * No character of the text changes. Reports the rules of `annotate-rules.ts`.
 */
export function annotate(article: Article, text: string, context: Context): Article {
  const source = {text, at: createLocator(text)}
  const described = annotateMetadata(article, source, context)
  const {article: spoken, local} = annotateSpeakers(described, text, context)
  const dated = dateDialogues(spoken, source.at, context)
  const known = knownTo(context.authorities, local)
  const names = mentionFinder(dated, known, {report: context.report, at: source.at})
  const marked = mapBlocks(dated, (block, {dialogue}) => {
    const words = blockText(block.children)
    const dates = dateMarks(words, dated, dialogue, context)
    const mentions = names
      .marks(words, dialogue)
      .filter((mark) =>
        dates.every((date) => mark.end <= date.start || mark.start >= date.end)
      )
    const inner = wrapMarks(
      block.children,
      [...mentions, ...dates].sort((a, b) => a.start - b.start),
      source.at
    )
    const children = wrapMarks(
      inner,
      quotationMarks(words, inner, dated.language),
      source.at
    )
    const language = passageLanguage(words.text, dated.language)
    return {children, ...(language === undefined ? {} : {language})}
  })
  const quoted = attributeQuotations(marked, known)
  const metadata = addHeadlineMentions(quoted, known, source)
  const done = {...quoted, metadata}
  return {...done, entities: collectEntities(done, known, context)}
}
