import type {Edition} from '../source/types.ts'
import {factOf, stringOf} from '../tree/facts.ts'
import {isDate, type Node} from '../tree/guards.ts'
import {plainText} from '../tree/text.ts'
import type {Article, DateExpression, Dialogue} from '../tree/types.ts'
import {turns, walk} from '../tree/walk.ts'
import {wordClaim} from './claim-wording.ts'
import {nodeIri, siteIri} from './iris.ts'
import {type JsonLdNode, node, ref} from './json-ld-nodes.ts'

/** A reading of ours: what it dates, where it stands, the value and why. */
interface Reading {
  readonly appearance: string
  readonly about: string
  readonly temporal: string
  readonly surface: string
  readonly because: string
  readonly rule: string
}

/** Every inference about time as a Claim, so that no machine takes it for a statement of the source. */
export function claimNodes(
  article: Article,
  edition: Edition,
  eventOf: (dialogue: Dialogue) => string
): JsonLdNode[] {
  const readings = [
    ...publication(article),
    ...dialogueDays(article, eventOf),
    ...expressions(article, eventOf)
  ]
  return readings.map((reading, n) => {
    const {text, language} = wordClaim(article.language, reading)
    return node({
      '@type': 'Claim',
      '@id': nodeIri(edition, article.id, `inference-${String(n + 1).padStart(2, '0')}`),
      appearance: ref(nodeIri(edition, article.id, reading.appearance)),
      about: ref(nodeIri(edition, article.id, reading.about)),
      temporal: reading.temporal,
      text,
      inLanguage: language,
      claimInterpreter: ref(siteIri(edition))
    })
  })
}

function publication(article: Article): Reading[] {
  const fact = factOf(article.metadata, 'datePublished')
  if (typeof fact?.value !== 'string' || !fact.because) return []
  const {value: temporal, because} = fact
  return [
    {
      appearance: 'article',
      about: 'article',
      temporal,
      surface: fact.text ?? temporal,
      because,
      rule: fact.rule
    }
  ]
}

function dialogueDays(
  article: Article,
  eventOf: (dialogue: Dialogue) => string
): Reading[] {
  return article.children.flatMap((child) => {
    if (child.type !== 'dialogue') return []
    const fact = factOf(child.metadata, 'startDate')
    if (fact?.basis !== 'inferred' || typeof fact.value !== 'string') return []
    const temporal = fact.value
    return [
      {
        appearance: 'article',
        about: eventOf(child),
        temporal,
        surface: surfaceAt(article, fact.position?.start.offset),
        because: fact.because ?? fact.rule,
        rule: fact.rule
      }
    ]
  })
}

/** The words of the date expression that begins at an offset. */
function surfaceAt(article: Article, offset: number | undefined): string {
  for (const each of walk(article)) {
    if (each.type === 'date' && each.position.start.offset === offset)
      return plainText(each.children)
  }
  return ''
}

/** Inferred dates of the text: in the narrative one claim a reading, in dialogue one a turn. */
function expressions(
  article: Article,
  eventOf: (dialogue: Dialogue) => string
): Reading[] {
  const readings = article.children.flatMap((child) =>
    child.type === 'dialogue'
      ? turns({...article, children: [child]}).flatMap((turn) =>
          datesIn(turn).map((date) => readingOf(date, turn.id, eventOf(child)))
        )
      : datesIn(child)
          .filter((date) => !isDialogueDay(article, date))
          .map((date) => readingOf(date, 'article', 'article'))
  )
  const keys = readings.map(
    ({surface, temporal, appearance}) => `${surface}|${temporal}|${appearance}`
  )
  return readings.filter((_, n) => keys.indexOf(keys[n] ?? '') === n)
}

const datesIn = (node: Node): DateExpression[] =>
  [...walk(node)].filter(isDate).filter((date) => date.basis === 'inferred')

const readingOf = (date: DateExpression, appearance: string, about: string): Reading => ({
  appearance,
  about,
  temporal: date.value,
  surface: plainText(date.children),
  because: date.because ?? date.rule,
  rule: date.rule
})

const isDialogueDay = (article: Article, date: DateExpression): boolean =>
  article.children.some(
    (child) =>
      child.type === 'dialogue' && stringOf(child.metadata, 'startDate') === date.value
  )
