import type {FoundDate} from '../language/date-reading.ts'
import {findDates} from '../language/dates.ts'
import {keySet, nameKey} from '../language/fold.ts'
import {languageOf} from '../language/index.ts'
import type {Context} from '../source/types.ts'
import {addFact, copyMetadata, factOf, stringOf} from '../tree/facts.ts'
import type {Mark} from '../tree/inline.ts'
import type {Locator} from '../tree/position.ts'
import type {Article, Dialogue, Fact, Text} from '../tree/types.ts'
import {type BlockText, blockText} from './block-text.ts'
import {type Anchor, resolveDate} from './resolve-date.ts'

/** Marks the date expressions of a block that have a value. */
export function dateMarks(
  block: BlockText,
  article: Article,
  dialogue: Dialogue | null,
  context: Context
): Mark[] {
  const anchor = anchorOf(article, dialogue)
  return findDates(block.text, article.language, context.collection.dateOrder).flatMap(
    (found) => {
      if (isPartOfName(found, block.text, article.language)) return []
      const resolved = resolveDate(found, anchor)
      if (!resolved) return []
      return [
        {
          start: block.offsetAt(found.start),
          end: block.offsetAt(found.end - 1) + 1,
          wrap: (children, position) => ({
            type: 'date',
            ...resolved,
            calendar: found.calendar,
            children: children.filter((child): child is Text => child.type === 'text'),
            position
          })
        } satisfies Mark
      ]
    }
  )
}

/** A conversation counts from its own day; where that is not known, from nothing. */
function anchorOf(article: Article, dialogue: Dialogue | null): Anchor | null {
  if (dialogue) {
    const date = stringOf(dialogue.metadata, 'startDate')
    return date && /^\d{4}-\d{2}-\d{2}/u.test(date)
      ? {id: dialogue.id, date, looks: 'ahead'}
      : null
  }
  const date = stringOf(article.metadata, 'datePublished')
  return date && /^\d{4}-\d{2}-\d{2}/u.test(date)
    ? {id: 'datePublished', date, looks: 'back'}
    : null
}

/** «صلاة الجمعة» is a prayer: a bare weekday right behind a noun of worship is no date. */
function isPartOfName(
  {start, weekday, month, direction}: FoundDate,
  text: string,
  tag: string
): boolean {
  if (
    weekday === undefined ||
    month !== undefined ||
    direction ||
    tag.split('-')[0] !== 'ar'
  )
    return false
  const before =
    /([\p{L}\p{M}]+)\s+$/u.exec(text.slice(Math.max(0, start - 30), start))?.[1] ?? ''
  return ['صلاه', 'خطبه', 'جمعه', 'سوره', 'مسجد', 'امام', 'خطيب'].includes(
    nameKey(before).replace(/^ال/u, '')
  )
}

/** Words between the name of the conversation and its date, at most. */
const reach = 60

/**
 * The day of each dialogue: the date that stands in one sentence with a word for this kind of dialogue,
 * in the narrative. Where such dates differ, none is taken.
 */
export function dateDialogues(article: Article, at: Locator, context: Context): Article {
  const children = article.children.map((child) => {
    if (child.type !== 'dialogue' || factOf(child.metadata, 'startDate')) return child
    const fact = findDay(article, child, at, context)
    if (!fact) return child
    const metadata = copyMetadata(child.metadata)
    addFact(metadata, 'startDate', fact)
    return {...child, metadata}
  })
  return {...article, children}
}

function findDay(
  article: Article,
  dialogue: Dialogue,
  at: Locator,
  context: Context
): Fact | null {
  if (dialogue.kind === 'unknown') return null
  const words = [
    ...keySet(languageOf(article.language).dialogueWords[dialogue.kind] ?? [])
  ]
  const facts = article.children
    .filter((child) => child.type === 'paragraph')
    .flatMap((child) => daysBeside(blockText(child.children), words, article, context))
    .map(({because, start, end, ...resolved}) => ({
      value: resolved.value,
      basis: 'inferred' as const,
      rule: 'annotate/dialogue-date',
      position: at.span(start, end),
      confidence: resolved.confidence ?? 0.9,
      because: `the date beside the word for the ${dialogue.kind}; ${because ?? 'as printed'}`
    }))
  const [first] = facts
  return first && facts.every((fact) => fact.value === first.value) ? first : null
}

/** Days of a paragraph that stand beside one of the words; offsets in the source. */
function daysBeside(
  block: BlockText,
  words: readonly string[],
  article: Article,
  context: Context
) {
  const anchor = anchorOf(article, null)
  return findDates(block.text, article.language, context.collection.dateOrder).flatMap(
    (found) => {
      const resolved = found.day === undefined ? null : resolveDate(found, anchor)
      if (!resolved || !isBeside(block.text, found.start, words)) return []
      return [
        {
          ...resolved,
          start: block.offsetAt(found.start),
          end: block.offsetAt(found.end - 1) + 1
        }
      ]
    }
  )
}

/** True where one of the words stands before an index, in the same sentence and near. */
function isBeside(text: string, index: number, words: readonly string[]): boolean {
  const clause =
    text
      .slice(Math.max(0, index - reach * 2), index)
      .split(/[.!?؟\n]/u)
      .at(-1) ?? ''
  const near = clause
    .split(/\s+/u)
    .slice(-12)
    .map((word) => nameKey(word))
  return near.some((key) =>
    words.some(
      (word) =>
        key === word ||
        key.replace(/^(?:و|ف)?(?:ب|ل|ك)?/u, '') === word.replace(/^ال/u, '')
    )
  )
}
