import {keySet, wordKey} from '../language/fold.ts'
import {languageOf} from '../language/index.ts'
import {wordsOf} from '../language/words.ts'
import {addFact} from '../tree/facts.ts'
import {dialogueId, narrationId} from '../tree/id.ts'
import {plainText} from '../tree/text.ts'
import type {Dialogue, DialogueChild, Metadata} from '../tree/types.ts'
import type {Extent} from './extent.ts'
import {isHeading} from './headings.ts'
import {leavesOf} from './leaves.ts'
import type {Convention, Start} from './page.ts'
import {makeHeading} from './paragraphs.ts'
import {hasSpeech, makeTurn, type TurnMaker} from './turns.ts'

/** The blocks of one conversation and its turns. */
export interface Conversation {
  /** First and last block, its own heading included. */
  readonly from: number
  readonly to: number
  readonly turns: readonly {readonly start: Start; readonly extent: Extent}[]
}

/** So many paragraphs of narration between turns end a conversation; the next turn begins another. */
const paragraphsApart = 3

/** Parts the turns of a page in which somebody speaks into conversations; one takes in the heading right before its first turn. */
export function findConversations(
  maker: TurnMaker,
  convention: Convention,
  extents: readonly Extent[]
): Conversation[] {
  const groups: {start: Start; extent: Extent}[][] = []
  for (const [n, start] of convention.starts.entries()) {
    const extent = extents[n]
    if (!extent || !hasSpeech(maker, start, extent)) continue
    const before = groups.at(-1)?.at(-1)
    const apart = before
      ? narrationBetween(maker, before.extent.to, extent.from)
      : paragraphsApart
    if (apart >= paragraphsApart) groups.push([])
    groups.at(-1)?.push({start, extent})
  }
  return groups.map((turns) => {
    const first = turns[0]?.extent.from ?? 0
    const hasHeading = first > 0 && isHeading(maker.page, first - 1)
    return {
      from: hasHeading ? first - 1 : first,
      to: turns.at(-1)?.extent.to ?? first,
      turns
    }
  })
}

function narrationBetween({page}: TurnMaker, before: number, next: number): number {
  let count = 0
  for (let index = before + 1; index < next; index++) if (!isHeading(page, index)) count++
  return count
}

/** Numbers that run through the article. */
export interface Counters {
  dialogues: number
  turns: number
  narrations: number
}

/** Makes the node of a conversation: its turns, and the headings and narration between them. */
export function makeDialogue(
  maker: TurnMaker,
  conversation: Conversation,
  counters: Counters
): Dialogue {
  const {reading, page} = maker
  const children: DialogueChild[] = []
  let index = conversation.from
  for (const turn of conversation.turns) {
    for (; index < turn.extent.from; index++) {
      const block = page.blocks[index]
      if (!block) continue
      children.push(...maker.pictures.before(block.start))
      children.push(
        isHeading(page, index)
          ? makeHeading(maker.narrator, block)
          : makeNarration(maker, index, counters)
      )
    }
    children.push(...maker.pictures.before(page.blocks[turn.extent.from]?.start ?? 0))
    children.push(makeTurn(maker, ++counters.turns, turn))
    index = turn.extent.to + 1
  }
  const first = children[0]
  const last = children.at(-1)
  const metadata: Metadata = {}
  if (first?.type === 'heading') {
    addFact(metadata, 'name', {
      value: plainText(first.children),
      basis: 'inferred',
      rule: 'segment/dialogue-heading',
      position: first.position,
      confidence: 1
    })
  }
  return {
    type: 'dialogue',
    id: dialogueId(++counters.dialogues),
    kind: kindOf(maker, conversation),
    participants: [],
    metadata,
    children,
    position: reading.at.span(
      first?.position.start.offset ?? 0,
      last?.position.end.offset ?? 0
    )
  }
}

function makeNarration(
  {reading, page}: TurnMaker,
  index: number,
  counters: Counters
): DialogueChild {
  const {start, end} = page.blocks[index] ?? {start: 0, end: 0}
  return {
    type: 'narration',
    id: narrationId(++counters.narrations),
    children: leavesOf(reading, start, end),
    position: reading.at.span(start, end)
  }
}

/** A word in the heading right before the turns weighs as much as so many in the narrative. */
const headingWeight = 5

/** The kind of dialogue that the words before it name most; questions and answers are an interview. */
function kindOf({page, tag}: TurnMaker, conversation: Conversation): Dialogue['kind'] {
  const first = conversation.turns[0]?.extent.from ?? 0
  const counts = new Map<Dialogue['kind'], number>()
  for (let index = 0; index < first; index++) {
    const weight = index === first - 1 && conversation.from < first ? headingWeight : 1
    for (const kind of kindsNamedIn(page.blocks[index]?.text ?? '', tag))
      counts.set(kind, (counts.get(kind) ?? 0) + weight)
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  if (best) return best[0]
  const labels = new Set(conversation.turns.map((turn) => turn.start.label?.key ?? ''))
  return labels.size <= 1 || (labels.has('q') && labels.has('a'))
    ? 'interview'
    : 'unknown'
}

const kinds = ['call', 'interview', 'debate', 'chat', 'hearing', 'drama'] as const

/** The kinds that a text has a word for, in their order: the key of a name may be several words. */
function kindsNamedIn(text: string, tag: string): Dialogue['kind'][] {
  const {dialogueWords} = languageOf(tag)
  const keys = wordsOf(text).map((word) => wordKey(word.text))
  const words = new Set(keys.some(isRun) ? keys.join(' ').split(' ') : keys)
  const has = (name: string): boolean =>
    isRun(name) ? ` ${keys.join(' ')} `.includes(` ${name} `) : words.has(name)
  return kinds.filter((kind) => [...keySet(dialogueWords[kind] ?? [])].some(has))
}

const isRun = (key: string): boolean => key.includes(' ')
