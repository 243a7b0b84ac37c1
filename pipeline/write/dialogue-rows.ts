import {fold} from '../language/fold.ts'
import {isHeading, isQuantity, isStage, isTurn, isWork} from '../tree/guards.ts'
import type {RowOf} from '../tree/tables.ts'
import {plainText, spokenText, utterancesOf} from '../tree/text.ts'
import type {Dialogue, Turn} from '../tree/types.ts'
import {dialogues, walk} from '../tree/walk.ts'
import {lengthInCodePoints, linesOf} from './article-rows.ts'
import type {PrintedBlock} from './printed-blocks.ts'
import type {RowContext} from './row-context.ts'

/** The rows of the dialogues of an article. @param dates the rows of its dates */
export const dialogueRows = (
  context: RowContext,
  dates: readonly RowOf<'dates'>[]
): RowOf<'dialogues'>[] =>
  dialogues(context.article).map((dialogue) => {
    const heading = dialogue.children.find(isHeading)
    const duration = dialogue.metadata.duration?.[0]?.value
    return {
      dialogue_id: context.id(dialogue.id),
      article_id: context.article.id,
      kind: dialogue.kind,
      title: heading ? plainText(heading.children) : null,
      date_id: dateOf(context, dialogue, dates)?.date_id ?? null,
      duration_text: duration && isQuantity(duration) ? duration.text : null,
      medium: null,
      disclosed_by: disclosedBy(context, dialogue),
      turn_count: dialogue.children.filter(isTurn).length,
      ...linesOf(dialogue)
    }
  })

function dateOf(
  context: RowContext,
  dialogue: Dialogue,
  dates: readonly RowOf<'dates'>[]
) {
  const position = dialogue.metadata.startDate?.[0]?.position
  if (!position) return undefined
  const span = context.span(position)
  return dates.find((date) => date.start_char === span.start_char)
}

function disclosedBy(context: RowContext, dialogue: Dialogue): string | null {
  const work = dialogue.metadata.isBasedOn?.[0]?.value
  const id = work && isWork(work) ? work.publisher?.id : undefined
  const publisher = context.entity(id)
  return publisher?.type === 'organisation' ? context.entityId(publisher) : null
}

/** A participant of a dialogue, as the tables name it. */
const speakerId = (context: RowContext, dialogue: Dialogue, speaker: string): string =>
  context.id(`${dialogue.id}.${speaker}`)

/** The rows of the participants of every dialogue. @param turnRows the rows of its turns */
export const speakerRows = (
  context: RowContext,
  turnRows: readonly RowOf<'turns'>[]
): RowOf<'speakers'>[] => {
  return dialogues(context.article).flatMap((dialogue) =>
    dialogue.participants.map((participant) => {
      const id = speakerId(context, dialogue, participant)
      const spoken = turnRows.filter((row) => row.speaker_id === id)
      const labels = new Set(spoken.flatMap((row) => row.speaker_label ?? []))
      const person = context.entity(participant)
      return {
        speaker_id: id,
        dialogue_id: context.id(dialogue.id),
        person_id: person?.type === 'person' ? context.entityId(person) : null,
        label_first: [...labels][0] ?? null,
        label_count: labels.size,
        role: null,
        side: null,
        turn_count: spoken.length,
        word_count: spoken.reduce((total, row) => total + row.words, 0)
      }
    })
  )
}

/** The rows of the turns of an article. @param blocks its printed blocks, for their words */
export function turnRows(
  context: RowContext,
  blocks: readonly PrintedBlock[]
): RowOf<'turns'>[] {
  const words = new Map<Turn, number>()
  for (const {turn, spokenWords} of blocks) {
    if (turn) words.set(turn, (words.get(turn) ?? 0) + spokenWords)
  }
  return dialogues(context.article).flatMap((dialogue) => {
    const turns = dialogue.children.filter(isTurn)
    const repliesTo = findReplies(turns)
    return turns.map((turn, index) => ({
      turn_id: context.id(turn.id),
      dialogue_id: context.id(dialogue.id),
      article_id: context.article.id,
      position: index + 1,
      reply_to: optionalId(context, repliesTo.get(turn)?.id),
      speaker_id: turn.speaker ? speakerId(context, dialogue, turn.speaker) : null,
      speaker_label: turn.label?.value ?? null,
      speaker_name: context.nameOf(turn.speaker) ?? null,
      ...speechOf(context, turn),
      words: words.get(turn) ?? 0,
      start_time: null,
      confidence: turn.attribution?.confidence ?? null
    }))
  })
}

const optionalId = (context: RowContext, id: string | undefined): string | null =>
  id === undefined ? null : context.id(id)

/** The last turn before each by somebody else; none where either speaker is unknown. */
function findReplies(turns: readonly Turn[]): Map<Turn, Turn> {
  const replies = new Map<Turn, Turn>()
  let last: Turn | undefined
  let lastByAnother: Turn | undefined
  for (const turn of turns) {
    if (turn.speaker === null) continue
    if (last && last.speaker !== turn.speaker) lastByAnother = last
    if (lastByAnother) replies.set(turn, lastByAnother)
    last = turn
  }
  return replies
}

/** What is said, as an exact slice of the source, and where it stands. */
function speechOf(context: RowContext, turn: Turn) {
  const {end} = turn.position
  const position = {start: utterancesOf(turn)[0]?.position.start ?? end, end}
  const text = utterancesOf(turn)
    .map((utterance) => (utterance.gap ?? '') + plainText(utterance.children))
    .join('')
  const stages = [...walk(turn)].filter(isStage)
  return {
    text: text || null,
    text_norm: fold(text) || null,
    stage_directions: stages.map((stage) => plainText(stage.children)).join(' ') || null,
    chars: lengthInCodePoints(text),
    is_question: isQuestion(turn),
    ...context.span(position),
    ...linesOf({position})
  }
}

/**
 * Question marks of Latin, Arabic, Greek, Armenian and Ethiopic script, their double and full-width forms.
 * @see https://www.unicode.org/Public/UCD/latest/ucd/NamesList.txt
 */
const questionEnd =
  /[?\u061F\uFF1F\u2047-\u2049\u203D\u037E\u055E\u1367][!\p{Pe}\p{Pi}\p{Pf}"'\s]*$/u

function isQuestion(turn: Turn): boolean {
  const last = utterancesOf(turn).at(-1)
  return last !== undefined && questionEnd.test(spokenText(last.children))
}
