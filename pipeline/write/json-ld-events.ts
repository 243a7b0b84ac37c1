import type {Edition} from '../source/types.ts'
import {stringOf} from '../tree/facts.ts'
import type {Article, Dialogue} from '../tree/types.ts'
import {entityIri, nodeIri} from './iris.ts'
import {type JsonLdNode, node, ref} from './json-ld-nodes.ts'
import {duration, eventId, eventName} from './json-ld-parts.ts'

/** The call or meeting that a dialogue records, and how long it lasted where that is stated. */
export function eventNodes(
  article: Article,
  dialogue: Dialogue,
  edition: Edition
): JsonLdNode[] {
  const own = (id: string): string => nodeIri(edition, article.id, id)
  const id = eventId(article, dialogue)
  const length = duration(dialogue)
  const event = node({
    '@type': ['Event', 'CommunicateAction'],
    '@id': own(id),
    name: eventName(dialogue),
    startDate: stringOf(dialogue.metadata, 'startDate'),
    duration: length ? ref(own(`${id}-duration`)) : undefined,
    participant: dialogue.participants.flatMap((each) => {
      const entity = article.entities.find((other) => other.id === each)
      return entity ? [ref(entityIri(edition, article, entity))] : []
    })
  })
  if (!length) return [event]
  const {value, minValue, maxValue, unitCode, text} = length
  const quantity = node({
    '@type': 'QuantitativeValue',
    '@id': own(`${id}-duration`),
    value,
    minValue,
    maxValue,
    unitCode,
    description: text
  })
  return [event, quantity]
}
