import {unknownEntity} from '../diagnostics/annotate-rules.ts'
import type {Context} from '../source/types.ts'
import {isNamed, isWork} from '../tree/guards.ts'
import type {Article, Entity, Metadata} from '../tree/types.ts'
import {dialogues, walk} from '../tree/walk.ts'
import type {Known} from './known.ts'

/** Everybody and everything an article refers to, in the order of first reference, named in its language. */
export function collectEntities(
  article: Article,
  known: Known,
  context: Context
): Entity[] {
  const ids = new Set<string>()
  const add = (id: string | undefined): void => {
    if (!id || ids.has(id)) return
    const entity = known.byId(id)
    if (!entity) {
      context.report(unknownEntity, {id, where: 'a declaration'})
      return
    }
    ids.add(id)
    add(entity.organisation)
    add(entity.containedIn)
  }
  for (const id of factIds(article.metadata)) add(id)
  for (const node of walk(article)) {
    if (node.type === 'mention') add(node.entity)
    if (node.type === 'turn' && node.speaker) add(node.speaker)
    if (node.type === 'quotation') add(node.speaker)
  }
  for (const dialogue of dialogues(article))
    for (const id of factIds(dialogue.metadata)) add(id)
  return [...ids].flatMap((id) => {
    const entity = known.byId(id)
    return entity ? [inLanguage(entity, article.language)] : []
  })
}

function factIds(metadata: Metadata): string[] {
  return Object.values(metadata)
    .flat()
    .flatMap(({value}) => {
      if (typeof value !== 'object') return []
      if (isNamed(value)) return value.id ? [value.id] : []
      return isWork(value) && value.publisher?.id ? [value.publisher.id] : []
    })
}

/** The preferred name in the language of the article, else the first on record. */
function inLanguage(entity: Entity, tag: string): Entity {
  const subtag = tag.split('-')[0]
  const name =
    entity.names.find((each) => each.language.split('-')[0] === subtag) ?? entity.names[0]
  return name ? {...entity, name: name.value, language: name.language} : entity
}
