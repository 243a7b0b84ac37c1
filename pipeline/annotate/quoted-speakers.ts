import {keySet, nameKey, wordKey} from '../language/fold.ts'
import {languageOf} from '../language/index.ts'
import {plainText} from '../tree/text.ts'
import type {Article, Inline, Mention, Quotation} from '../tree/types.ts'
import {mapNarrative} from './blocks.ts'
import type {Known} from './known.ts'
import {type Named, namedBeside, type People} from './named-beside.ts'

/** Text looked at on each side of a quotation, in UTF-16 code units. */
const reach = 80

/**
 * Finds who says a quotation of the narrative: the one person named beside its verb of saying, in the
 * same sentence. Where two are named, or none, the speaker stays open.
 */
export function attributeQuotations(article: Article, known: Known): Article {
  const verbs = keySet(languageOf(article.language).speechVerbs)
  const {proclitics} = languageOf(article.language)
  const people: People = (id) => (known.byId(id)?.type ?? 'place') !== 'place'
  return mapNarrative(article, (block) => {
    if (!block.children.some(({type}) => type === 'quotation'))
      return {children: block.children}
    const children = block.children.map((node, index) => {
      if (node.type !== 'quotation') return node
      const speaker =
        node.kind === 'direct' && node.cue
          ? speakerOf(node, block.children, index, {verbs, people})
          : null
      if (speaker) return {...node, speaker}
      const named = namedBeside(block.children, index, {
        isVerb: (word) => isVerb(wordKey(word), verbs, proclitics),
        people
      })
      return named ? withSpeaker(node, named) : node
    })
    return {children}
  })
}

/** What is quoted with a verb and a name beside it is speech, whatever it looked like without the name. */
function withSpeaker(node: Quotation, {speaker, cue}: Named): Quotation {
  const {type, children, position} = node
  const rule = 'annotate/verb-of-saying'
  return {type, kind: 'direct', cue, rule, confidence: 0.9, children, position, speaker}
}

const isVerb = (
  key: string,
  verbs: ReadonlySet<string>,
  proclitics: readonly string[]
): boolean =>
  verbs.has(key) || (proclitics.includes(key[0] ?? '') && verbs.has(key.slice(1)))

interface Telling {
  readonly verbs: ReadonlySet<string>
  readonly people: People
}

function speakerOf(
  node: Quotation,
  nodes: readonly Inline[],
  index: number,
  {verbs, people}: Telling
): string | null {
  const before = sentenceBefore(nodes, index)
  const isPerson = (each: Inline | undefined): each is Mention =>
    each?.type === 'mention' && people(each.entity)
  const named = before.filter(isPerson)
  const [after, behind] = [nodes[index + 1], nodes[index + 2]]
  if (named.length === 0 && after?.type === 'text' && isPerson(behind)) {
    const word = /^[\s،,–-]*([\p{L}\p{M}]+)\s*$/u.exec(after.value)?.[1]
    return word && verbs.has(nameKey(word)) ? behind.entity : null
  }
  const [only] = named
  if (named.length !== 1 || !only || !node.cue) return null
  return before.some((each) => plainText([each]).includes(node.cue ?? ''))
    ? only.entity
    : null
}

/** The nodes before a quotation, back to the end of the sentence before. */
function sentenceBefore(nodes: readonly Inline[], index: number): Inline[] {
  const sentence: Inline[] = []
  let length = 0
  for (let n = index - 1; n >= 0 && length < reach; n--) {
    const node = nodes[n]
    if (!node) break
    if (node.type === 'text') {
      const clause = node.value.split(/[.!?؟\n]/u)
      const value = clause.at(-1) ?? ''
      if (value) sentence.unshift({...node, value})
      if (clause.length > 1) break
      length += value.length
    } else sentence.unshift(node)
  }
  return sentence
}
