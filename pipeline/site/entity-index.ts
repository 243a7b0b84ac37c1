import type {Result} from '../source/types.ts'
import {isMention, isTurn} from '../tree/guards.ts'
import {countWords, spokenText, utterancesOf} from '../tree/text.ts'
import type {Article, Dialogue, Entity} from '../tree/types.ts'
import {dialogues, walk} from '../tree/walk.ts'
import {type Entry, entryOf, newestFirst} from './listing.ts'

/** What one article says of somebody or something. */
export interface Appearance {
  readonly entry: Entry
  readonly mentions: number
  readonly turns: number
  readonly words: number
  /** By id, those who speak in the same dialogues, and the turns of the two in them. */
  readonly others: Readonly<Record<string, number>>
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
  for (const {appearances} of entries.values())
    appearances.sort((a, b) => newestFirst(a.entry, b.entry))
  return new Map([...entries].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function appearancesIn(article: Article): [Entity, Appearance][] {
  const mentions = new Map<string, number>()
  for (const node of walk(article))
    if (isMention(node)) mentions.set(node.entity, (mentions.get(node.entity) ?? 0) + 1)
  for (const {value} of article.metadata.mentions ?? []) {
    const named = typeof value === 'object' && 'id' in value ? value.id : undefined
    if (named) mentions.set(named, (mentions.get(named) ?? 0) + 1)
  }
  const entry = entryOf(article)
  return article.entities
    .filter(({basis}) => basis === 'declared')
    .map((entity) => [
      entity,
      {entry, mentions: mentions.get(entity.id) ?? 0, ...speechOf(article, entity.id)}
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
    others: othersIn(held, id)
  }
}

function othersIn(held: readonly Dialogue[], id: string): Record<string, number> {
  const others = new Map<string, number>()
  for (const {participants, children} of held)
    for (const other of participants) {
      if (other === id) continue
      const both = children.filter(
        (child) => isTurn(child) && (child.speaker === id || child.speaker === other)
      )
      others.set(other, (others.get(other) ?? 0) + both.length)
    }
  return Object.fromEntries(others)
}

/** The words of each turn of a speaker, stage directions not counted. */
const turnsOf = ({children}: Dialogue, id: string): number[] =>
  children.flatMap((child) =>
    child.type === 'turn' && child.speaker === id
      ? [
          utterancesOf(child).reduce(
            (sum, each) => sum + countWords(spokenText(each.children)),
            0
          )
        ]
      : []
  )
