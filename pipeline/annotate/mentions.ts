import {ambiguousName} from '../diagnostics/annotate-rules.ts'
import {nameKey} from '../language/fold.ts'
import type {Context} from '../source/types.ts'
import {addFact, copyMetadata, factOf} from '../tree/facts.ts'
import type {Mark} from '../tree/inline.ts'
import type {Article, Dialogue, Entity, Metadata, Text} from '../tree/types.ts'
import type {BlockText} from './block-text.ts'
import type {SourceText} from './metadata.ts'
import {type FoundName, indexNames, type NameIndex} from './name-index.ts'

/** Finds the names of known entities in blocks of text. */
export interface MentionFinder {
  marks(block: BlockText, dialogue: Dialogue | null): Mark[]
}

/** Names of the authority file everywhere; parts of the participants' names within their dialogue. */
export function mentionFinder(
  article: Article,
  known: readonly Entity[],
  {report, at}: Pick<Context, 'report'> & Pick<SourceText, 'at'>
): MentionFinder {
  const everywhere = indexNames(known, article.language)
  const perDialogue = new Map<string, NameIndex>()
  const reported = new Set<string>()
  const indexOf = (dialogue: Dialogue): NameIndex => {
    const index =
      perDialogue.get(dialogue.id) ??
      indexNames(
        known.flatMap((entity) => withParts(entity, dialogue, known)),
        article.language
      )
    perDialogue.set(dialogue.id, index)
    return index
  }
  return {
    marks: (block, dialogue) => {
      const index = dialogue ? indexOf(dialogue) : everywhere
      return index.find(block.text).flatMap((found) => {
        const entity = choose(found, dialogue)
        if (entity) return [makeMark(found, entity, block)]
        const name = block.text.slice(found.start, found.end)
        if (!reported.has(name))
          report(
            ambiguousName,
            {name, entities: found.entities.map(({id}) => id)},
            {
              position: at.span(
                block.offsetAt(found.start),
                block.offsetAt(found.end - 1) + 1
              )
            }
          )
        reported.add(name)
        return []
      })
    }
  }
}

/** A participant wins over namesakes outside the dialogue. */
function choose(found: FoundName, dialogue: Dialogue | null): Entity | null {
  const [only] = found.entities
  if (found.entities.length === 1) return only ?? null
  const present = found.entities.filter((entity) =>
    dialogue?.participants.includes(entity.id)
  )
  return present.length === 1 ? (present[0] ?? null) : null
}

/** Within a dialogue its people call each other by parts of their names. */
function withParts(
  entity: Entity,
  dialogue: Dialogue,
  known: readonly Entity[]
): Entity[] {
  if (entity.type !== 'person' || !dialogue.participants.includes(entity.id))
    return [entity]
  const taken = new Set(
    known
      .filter((other) => other.id !== entity.id)
      .flatMap((other) => other.names.flatMap((name) => nameKey(name.value).split(' ')))
  )
  const parts = entity.names
    .flatMap((name) =>
      name.value.split(/\s+/u).map((value) => ({value, language: name.language}))
    )
    .filter((part) => part.value.length > 2 && !taken.has(nameKey(part.value)))
  return [{...entity, names: [...entity.names, ...parts]}]
}

function makeMark(found: FoundName, entity: Entity, block: BlockText): Mark {
  const printed = nameKey(block.text.slice(found.start, found.end))
  const isOnRecord = entity.names.some(
    (name) => name.kind && nameKey(name.value) === printed
  )
  const rule = isOnRecord ? 'annotate/authority-name' : 'annotate/participant-name'
  return {
    start: block.offsetAt(found.start),
    end: block.offsetAt(found.end - 1) + 1,
    wrap: (children, position) => ({
      type: 'mention',
      entity: entity.id,
      rule,
      confidence: isOnRecord ? 1 : 0.9,
      children: children.filter((child): child is Text => child.type === 'text'),
      position
    })
  }
}

/** Names in the headline are facts of the article, each with its place. */
export function addHeadlineMentions(
  article: Article,
  known: readonly Entity[],
  {text, at}: SourceText
): Metadata {
  const metadata = copyMetadata(article.metadata)
  const headline = factOf(metadata, 'headline')
  if (headline?.basis !== 'stated' || !headline.position) return metadata
  const base = headline.position.start.offset
  const printed = text.slice(base, headline.position.end.offset)
  for (const found of indexNames(known, article.language).find(printed)) {
    const [entity] = found.entities
    if (!entity || found.entities.length > 1) continue
    addFact(metadata, 'mentions', {
      value: {id: entity.id, name: printed.slice(found.start, found.end)},
      basis: 'inferred',
      rule: 'annotate/authority-name',
      position: at.span(base + found.start, base + found.end),
      confidence: 1
    })
  }
  return metadata
}
