import {ambiguousSpeaker, unknownEntity} from '../diagnostics/annotate-rules.ts'
import {keySet, nameKey} from '../language/fold.ts'
import {languageOf} from '../language/index.ts'
import {namedBy} from '../source/names.ts'
import type {Context} from '../source/types.ts'
import type {Article, Dialogue, Entity, Turn} from '../tree/types.ts'
import {turns} from '../tree/walk.ts'
import {findAliases} from './aliases.ts'
import {
  isAmbiguous,
  isForm,
  type Label,
  makeLocal,
  type Resolution
} from './local-speakers.ts'

/** Links each label to a person: declared, by full name, by a shorter form, or within this article alone. */
export function annotateSpeakers(
  article: Article,
  text: string,
  context: Context
): {article: Article; local: Entity[]} {
  const names = bareNames(article, text)
  const labels = gatherLabels(article, names)
  const found = new Map<string, Resolution | null>()
  for (const label of labels) found.set(label.key, resolve(label, context))
  resolveShortForms(labels, found, context)
  const local = makeLocal(article, labels, found, context)
  const children = article.children.map((child) =>
    child.type === 'dialogue' ? attribute(child, found, names) : child
  )
  return {article: {...article, children}, local}
}

/** The name in each label as printed, and its key. */
type Names = ReadonlyMap<string, {key: string; name: string}>

function bareNames(article: Article, text: string): Names {
  const honorifics = keySet(languageOf(article.language).honorifics)
  const names = new Map<string, {key: string; name: string}>()
  const printed = new Set(
    turns(article).flatMap(({label}) =>
      label ? [bareName(label.value, honorifics)] : []
    )
  )
  const aliases = aliasesOf(text, printed, honorifics)
  for (const {label} of turns(article)) {
    if (!label || names.has(label.value)) continue
    const bare = bareName(label.value, honorifics)
    const name = aliases.get(bare) ?? bare
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

/** What short labels stand for, without titles. */
const aliasesOf = (
  text: string,
  labels: ReadonlySet<string>,
  honorifics: ReadonlySet<string>
): ReadonlyMap<string, string> =>
  new Map(
    [...findAliases(text, labels)].map(([label, name]) => [
      label,
      bareName(name, honorifics)
    ])
  )

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
  const named = namedBy(context.authorities.entities, key).filter(
    ({type}) => type !== 'place'
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

/** FELD after NORA FELD, whom the authority file knows: a shorter form of one resolved label, and of no other. */
function resolveShortForms(
  labels: readonly Label[],
  found: Map<string, Resolution | null>,
  context: Context
): void {
  const resolved = [...found].flatMap(([key, resolution]) =>
    resolution ? [{key, id: resolution.id}] : []
  )
  for (const label of labels) {
    if (found.get(label.key) || isAmbiguous(label, context)) continue
    const ids = new Set(
      resolved.filter(({key}) => isForm(label.key, key)).map(({id}) => id)
    )
    const [id] = ids
    if (id === undefined || ids.size > 1) continue
    found.set(label.key, {
      id,
      attribution: {
        basis: 'inferred',
        rule: 'annotate/label-short-form',
        confidence: 0.95
      }
    })
  }
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
  const {type, id: turnId, n, label, children, position} = turn
  return {type, id: turnId, n, label, speaker: id, attribution, children, position}
}
