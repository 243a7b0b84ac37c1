import {ambiguousName} from '../diagnostics/annotate-rules.ts'
import {nameKey} from '../language/fold.ts'
import {gather, type Names, namesOf} from '../source/names.ts'
import type {Context} from '../source/types.ts'
import {addFact, copyMetadata, factOf} from '../tree/facts.ts'
import type {Mark} from '../tree/inline.ts'
import type {Article, Dialogue, Entity, Metadata, Text} from '../tree/types.ts'
import type {BlockText} from './block-text.ts'
import type {Known} from './known.ts'
import type {SourceText} from './metadata.ts'
import {type FoundName, indexNames, type NameIndex} from './name-index.ts'

/** Finds the names of known entities in blocks of text. */
export interface MentionFinder {
  marks(block: BlockText, dialogue: Dialogue | null): Mark[]
}

/** Names of the authority file everywhere; parts of the participants' names within their dialogue. */
export function mentionFinder(
  article: Article,
  known: Known,
  {report, at}: Pick<Context, 'report'> & Pick<SourceText, 'at'>
): MentionFinder {
  const everywhere = indexKnown(known, article.language)
  const perDialogue = new Map<string, NameIndex>()
  const reported = new Set<string>()
  const indexOf = (dialogue: Dialogue): NameIndex => {
    const index =
      perDialogue.get(dialogue.id) ??
      indexKnown(known, article.language, partsOf(dialogue, known))
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

/** Names of all who are known, and others beside them. */
const indexKnown = (
  {listed, local, order}: Known,
  tag: string,
  more?: Names
): NameIndex =>
  indexNames([namesOf(listed), namesOf(local), ...(more ? [more] : [])], tag, order)

/** Within a dialogue its people call each other by parts of their names, where nobody else has such a part. */
function partsOf(dialogue: Dialogue, {listed, local, byId, order}: Known): Names {
  const owners = [namesOf(listed), namesOf(local)].map((each) => each.owners)
  const isTaken = (part: string, entity: Entity): boolean =>
    owners.some((all) => {
      const owner = all.get(nameKey(part))
      return owner === null || (owner !== undefined && owner.id !== entity.id)
    })
  const people = dialogue.participants
    .flatMap((id) => byId(id) ?? [])
    .filter(({type}) => type === 'person')
  return gather(
    people.sort(order).flatMap((entity) =>
      entity.names
        .flatMap(({value}) => value.split(/\s+/u))
        .filter((part) => part.length > 2 && !isTaken(part, entity))
        .map((value) => ({entity, value}))
    )
  )
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
  known: Known,
  {text, at}: SourceText
): Metadata {
  const metadata = copyMetadata(article.metadata)
  const headline = factOf(metadata, 'headline')
  if (headline?.basis !== 'stated' || !headline.position) return metadata
  const base = headline.position.start.offset
  const printed = text.slice(base, headline.position.end.offset)
  for (const found of indexKnown(known, article.language).find(printed)) {
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
