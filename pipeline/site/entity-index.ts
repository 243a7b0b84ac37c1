import type {Result} from '../source/types.ts'
import {factOf} from '../tree/facts.ts'
import {isMention} from '../tree/guards.ts'
import {countWords, spokenText} from '../tree/text.ts'
import type {Article, Dialogue, Entity} from '../tree/types.ts'
import {dialogues, walk} from '../tree/walk.ts'
import {titleOf} from './about.ts'

/** What one article says of somebody or something. */
export interface Appearance {
  readonly article: Pick<Article, 'id' | 'language' | 'dir'>
  readonly title: string
  /** As printed, and its value. */
  readonly date: string | undefined
  readonly day: string
  readonly mentions: number
  readonly turns: number
  readonly words: number
  /** Ids of those who speak in the same dialogue. */
  readonly others: readonly string[]
}

/** An entity of the authority file with every article it appears in. */
export interface EntityEntry {
  readonly entity: Entity
  readonly appearances: readonly Appearance[]
}

/**
 * Everybody and everything that an authority file knows and an article refers to, by id. What is
 * kept grows with the references, not with the text.
 */
export async function indexEntities(
  results: AsyncIterable<Result>
): Promise<ReadonlyMap<string, EntityEntry>> {
  const entries = new Map<string, {entity: Entity; appearances: Appearance[]}>()
  for await (const {article} of results) {
    if (!article) continue
    for (const [entity, appearance] of appearancesIn(article)) {
      const known = entries.get(entity.id)
      if (known) known.appearances.push(appearance)
      else entries.set(entity.id, {entity, appearances: [appearance]})
    }
  }
  for (const {appearances} of entries.values()) appearances.sort(newestFirst)
  return new Map([...entries].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const newestFirst = (a: Appearance, b: Appearance): number =>
  a.day === b.day ? (a.article.id < b.article.id ? -1 : 1) : a.day < b.day ? 1 : -1

function appearancesIn(article: Article): [Entity, Appearance][] {
  const {id, language, dir, metadata} = article
  const date = factOf(metadata, 'datePublished')
  const mentions = new Map<string, number>()
  for (const node of walk(article))
    if (isMention(node)) mentions.set(node.entity, (mentions.get(node.entity) ?? 0) + 1)
  for (const {value} of metadata.mentions ?? []) {
    const named = typeof value === 'object' && 'id' in value ? value.id : undefined
    if (named) mentions.set(named, (mentions.get(named) ?? 0) + 1)
  }
  const shared = {
    article: {id, language, dir},
    title: titleOf(article),
    date: date && (date.text ?? String(date.value)),
    day: typeof date?.value === 'string' ? date.value : ''
  }
  return article.entities
    .filter(({basis}) => basis === 'declared')
    .map((entity) => [
      entity,
      {...shared, mentions: mentions.get(entity.id) ?? 0, ...speechOf(article, entity.id)}
    ])
}

function speechOf(
  article: Article,
  id: string
): Pick<Appearance, 'turns' | 'words' | 'others'> {
  const held = dialogues(article).filter(({participants}) => participants.includes(id))
  const said = held.flatMap((dialogue) => turnsOf(dialogue, id))
  return {
    turns: said.length,
    words: said.reduce((sum, words) => sum + words, 0),
    others: [...new Set(held.flatMap(({participants}) => participants))].filter(
      (other) => other !== id
    )
  }
}

/** The words of each turn of a speaker, stage directions not counted. */
const turnsOf = ({children}: Dialogue, id: string): number[] =>
  children.flatMap((child) =>
    child.type === 'turn' && child.speaker === id
      ? [
          child.children.reduce(
            (sum, each) => sum + countWords(spokenText(each.children)),
            0
          )
        ]
      : []
  )
