import {unknownSpeaker} from '../diagnostics/annotate-rules.ts'
import {namedBy} from '../source/names.ts'
import type {Context} from '../source/types.ts'
import {localSpeakerId} from '../tree/id.ts'
import type {Article, Attribution, Entity, Turn} from '../tree/types.ts'

/** Whom a label stands for, and how that was found; null where it is not known. */
export interface Resolution {
  readonly id: string
  readonly attribution: Attribution
}

/** One label as printed, titles and brackets cut. */
export interface Label {
  readonly key: string
  readonly printed: string
  readonly first: Turn
  readonly count: number
}

/** Labels that say a role of asking or answering, not a name. */
const roles =
  /^(?:q|a|question|answer|س|ج|سوال|جواب|frage|antwort|pregunta|respuesta|p|r|f|вопрос|ответ|в|о)$/u

/** Groups labels that no authority knows: a full name and its parts are one speaker. */
export function makeLocal(
  article: Article,
  labels: readonly Label[],
  found: Map<string, Resolution | null>,
  context: Context
): Entity[] {
  const local: (Entity & {keys: string[]})[] = []
  for (const label of labels) {
    if (found.get(label.key) || isAmbiguous(label, context)) continue
    const kin = local.filter((entity) =>
      entity.keys.some((key) => isForm(label.key, key))
    )
    const speaker = kin.length === 1 ? kin[0] : undefined
    const name = {
      value: label.printed,
      language: article.language,
      kind: 'label' as const
    }
    if (speaker) {
      speaker.keys.push(label.key)
      if (!speaker.names.some((other) => other.value === name.value))
        speaker.names.push(name)
      if (label.printed.length > speaker.name.length) speaker.name = label.printed
    } else {
      const id = localSpeakerId(local.length + 1)
      local.push({
        id,
        type: 'person',
        name: label.printed,
        language: article.language,
        names: [name],
        basis: 'inferred',
        rule: 'annotate/speaker-from-label',
        keys: [label.key]
      })
    }
    const id = speaker?.id ?? localSpeakerId(local.length)
    found.set(label.key, {
      id,
      attribution: {
        basis: 'inferred',
        rule: 'annotate/speaker-from-label',
        confidence: 0.9
      }
    })
  }
  for (const speaker of local) reportUnknown(speaker, labels, context)
  return local.map(({keys: _keys, ...entity}) => ({
    ...entity,
    names: [...entity.names].sort(
      (a, b) => b.value.length - a.value.length || (a.value < b.value ? -1 : 1)
    )
  }))
}

function reportUnknown(
  speaker: {name: string; keys: readonly string[]},
  labels: readonly Label[],
  {report}: Context
): void {
  const mine = labels.filter((label) => speaker.keys.includes(label.key))
  const position = mine[0]?.first.label?.position
  if (mine.every((label) => roles.test(label.key))) return
  const count = mine.reduce((sum, label) => sum + label.count, 0)
  report(unknownSpeaker, {label: speaker.name, turns: count}, position ? {position} : {})
}

/** Lind is a form of Anna Lind, AL its initials; two full names are not forms of each other. */
export function isForm(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short === long) return true
  const parts = long.split(' ')
  if (parts.length < 2) return false
  const initials = parts.map((part) => [...part][0]).join('')
  return short === initials || short.split(' ').every((part) => parts.includes(part))
}

/** True where several people have this name. */
export const isAmbiguous = (label: Label, {authorities}: Context): boolean =>
  namedBy(authorities.entities, label.key).length > 1
