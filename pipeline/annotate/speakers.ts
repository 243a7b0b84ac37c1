import {
  ambiguousSpeaker,
  unknownEntity,
  unknownSpeaker
} from '../diagnostics/annotate-rules.ts'
import {nameKey} from '../language/fold.ts'
import {languageOf} from '../language/index.ts'
import type {Context} from '../source/types.ts'
import {localSpeakerId} from '../tree/id.ts'
import type {Article, Attribution, Dialogue, Entity, Turn} from '../tree/types.ts'
import {turns} from '../tree/walk.ts'

/** Whom a label stands for, and how that was found; null where it is not known. */
interface Resolution {
  readonly id: string
  readonly attribution: Attribution
}

/** Labels that say a role of asking or answering, not a name. */
const roles =
  /^(?:q|a|question|answer|س|ج|سوال|جواب|frage|antwort|pregunta|respuesta|p|r|f|вопрос|ответ|в|о)$/u

/** Links each label to a person: declared, by full name, by a shorter form, or within this article alone. */
export function annotateSpeakers(
  article: Article,
  context: Context
): {article: Article; local: Entity[]} {
  const names = bareNames(article)
  const labels = gatherLabels(article, names)
  const found = new Map<string, Resolution | null>()
  for (const label of labels) found.set(label.key, resolve(label, context))
  const local = makeLocal(article, labels, found, context)
  const children = article.children.map((child) =>
    child.type === 'dialogue' ? attribute(child, found, names) : child
  )
  return {article: {...article, children}, local}
}

/** One label as printed, titles and brackets cut. */
interface Label {
  readonly key: string
  readonly printed: string
  readonly first: Turn
  readonly count: number
}

/** The name in each label as printed, and its key. */
type Names = ReadonlyMap<string, {key: string; name: string}>

function bareNames(article: Article): Names {
  const honorifics = new Set(languageOf(article.language).honorifics.map(nameKey))
  const names = new Map<string, {key: string; name: string}>()
  for (const {label} of turns(article)) {
    if (!label || names.has(label.value)) continue
    const name = bareName(label.value, honorifics)
    names.set(label.value, {key: nameKey(name) || label.value, name})
  }
  return names
}

function gatherLabels(article: Article, names: Names): Label[] {
  const labels = new Map<string, Label>()
  for (const turn of turns(article)) {
    const label = names.get(turn.label?.value ?? '')
    if (!label) continue
    const {key, name} = label
    const known = labels.get(key)
    labels.set(
      key,
      known
        ? {...known, count: known.count + 1}
        : {
            key,
            printed: name,
            first: turn,
            count: 1
          }
    )
  }
  return [...labels.values()]
}

/** The name in a label: without brackets, function and titles. */
function bareName(label: string, honorifics: ReadonlySet<string>): string {
  const words = label
    .replace(/\s*[([（].*$/u, '')
    .replace(/\s*[,،].*$/u, '')
    .replace(/^[«“"„]+|[»”"]+$/gu, '')
    .split(/\s+/u)
  while (words.length > 1 && honorifics.has(nameKey(words[0] ?? ''))) words.shift()
  return words.join(' ').trim() || label
}

function resolve({key, printed, first}: Label, context: Context): Resolution | null {
  const declared = context.sidecar.speakers?.find((each) => nameKey(each.label) === key)
  if (declared) {
    if (context.authorities.byId.has(declared.person)) {
      const {because} = declared
      return {
        id: declared.person,
        attribution: {basis: 'declared', rule: 'source/sidecar', confidence: 1, because}
      }
    }
    context.report(unknownEntity, {
      id: declared.person,
      where: `\`speakers\` of the sidecar, label \`${declared.label}\``
    })
  }
  const people = context.authorities.entities.filter((entity) => entity.type !== 'place')
  const named = people.filter((entity) =>
    entity.names.some((name) => nameKey(name.value) === key)
  )
  if (named.length > 1) {
    const position = first.label?.position
    context.report(
      ambiguousSpeaker,
      {label: printed, people: named.map((entity) => entity.id)},
      position ? {position} : {}
    )
    return null
  }
  const [entity] = named
  if (!entity) return null
  const isPreferred = nameKey(entity.names[0]?.value ?? '') === key
  const rule = isPreferred ? 'annotate/label-full-name' : 'annotate/label-known-form'
  return {id: entity.id, attribution: {basis: 'inferred', rule, confidence: 1}}
}

/** Groups labels that no authority knows: a full name and its parts are one speaker. */
function makeLocal(
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

const isAmbiguous = (label: Label, {authorities}: Context): boolean =>
  authorities.entities.filter((entity) =>
    entity.names.some((name) => nameKey(name.value) === label.key)
  ).length > 1

/** Lind is a form of Anna Lind, AL its initials; two full names are not forms of each other. */
function isForm(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short === long) return true
  const parts = long.split(' ')
  if (parts.length < 2) return false
  const initials = parts.map((part) => [...part][0]).join('')
  return short === initials || short.split(' ').every((part) => parts.includes(part))
}

function attribute(
  dialogue: Dialogue,
  found: ReadonlyMap<string, Resolution | null>,
  names: Names
): Dialogue {
  const participants = new Set<string>()
  const children = dialogue.children.map((child) => {
    if (child.type !== 'turn' || !child.label) return child
    const resolution = found.get(names.get(child.label.value)?.key ?? '')
    if (!resolution) return child
    participants.add(resolution.id)
    return withSpeaker(child, resolution)
  })
  return {...dialogue, participants: [...participants], children}
}

function withSpeaker(turn: Turn, {id, attribution}: Resolution): Turn {
  const {children, position, ...head} = turn
  return {...head, speaker: id, attribution, children, position}
}
