import {holdingFacts} from '../tree/facts.ts'
import {isNamed, isQuantity} from '../tree/guards.ts'
import type {RowOf} from '../tree/tables.ts'
import type {Entity, Fact, Metadata, Turn} from '../tree/types.ts'
import {dialogues, turns} from '../tree/walk.ts'
import type {RowContext} from './row-context.ts'

type Numbered = Omit<RowOf<'facts'>, 'fact_id'>

/** The rows of the facts of an article, of its dialogues, and of who speaks each turn. */
export function factRows(context: RowContext): RowOf<'facts'>[] {
  const {article} = context
  const rows = [
    ...metadataRows(context, article.id, article.metadata),
    ...dialogues(article).flatMap((dialogue) =>
      metadataRows(context, context.id(dialogue.id), dialogue.metadata)
    ),
    ...turns(article).flatMap((turn) => attributionRow(context, turn))
  ]
  return rows.map((row, index) => ({
    fact_id: context.numbered('fact', index + 1),
    ...row
  }))
}

const metadataRows = (
  context: RowContext,
  about: string,
  metadata: Metadata
): Numbered[] =>
  Object.entries(metadata).flatMap(([field, facts]) => {
    const holding = new Set(holdingFacts(metadata, field))
    return facts.map((fact) => ({
      article_id: context.article.id,
      about,
      field,
      value: printValue(context, fact.value),
      value_type: typeOfValue(context, fact.value),
      basis: fact.basis,
      rule: fact.rule,
      because: fact.because ?? null,
      confidence: fact.confidence ?? null,
      accepted: holding.has(fact),
      ...(fact.position
        ? context.span(fact.position)
        : {start_char: null, end_char: null})
    }))
  })

function printValue(context: RowContext, value: Fact['value']): string {
  if (typeof value !== 'object') return String(value)
  if (isQuantity(value)) return value.text
  const entity = 'id' in value ? context.entity(value.id) : undefined
  return entity ? context.entityId(entity) : value.name
}

/** What a value that has a name names, where that is known. */
function typeOfValue(context: RowContext, value: Fact['value']): Entity['type'] | null {
  if (typeof value !== 'object') return null
  const entity = 'id' in value ? context.entity(value.id) : undefined
  return entity?.type ?? (isNamed(value) ? (value.type ?? null) : null)
}

function attributionRow(context: RowContext, turn: Turn): Numbered[] {
  const {attribution, label} = turn
  const speaker = context.entity(turn.speaker)
  if (!attribution || !speaker) return []
  return [
    {
      article_id: context.article.id,
      about: context.id(turn.id),
      field: 'speaker',
      value: context.entityId(speaker),
      value_type: speaker.type,
      basis: attribution.basis,
      rule: attribution.rule,
      because: attribution.because ?? null,
      confidence: attribution.confidence,
      accepted: true,
      ...(label ? context.span(label.position) : {start_char: null, end_char: null})
    }
  ]
}
