import type {Edition} from '../source/types.ts'
import type {ColumnType} from '../tree/column.ts'
import {type RowOf, type Rows, type TableEntry, tableOf} from '../tree/tables.ts'
import type {OutputFile} from './output.ts'
import type {TableFormat, TableSink} from './table-format.ts'

/**
 * The dialogues as a ConvoKit corpus in `data/convokit/`: `Corpus(filename='data/convokit')`.
 * @see https://convokit.cornell.edu/documentation/data_format.html
 */
export const convokitTables: TableFormat<Filled> = {name: 'convokit', open: openCorpus}

/** Whether a run has entries of the objects of JSON. */
interface Filled {
  readonly conversations: boolean
  readonly speakers: boolean
}

const folder = 'data/convokit/'

/** The first characters that wait before they are passed on. */
const pieceLength = 65_536

function openCorpus(edition: Edition): TableSink<Filled> {
  let utterances = ''
  const conversations = createObject(`${folder}conversations.json`)
  const speakers = createObject(`${folder}speakers.json`)
  const takeUtterances = (): OutputFile => {
    const file = {path: `${folder}utterances.jsonl`, bytes: utterances}
    utterances = ''
    return file
  }
  return {
    add(batch) {
      for (const line of utterancesOf(batch.turns ?? [])) utterances += line
      for (const {dialogue_id, ...meta} of batch.dialogues ?? [])
        conversations.add(dialogue_id, {meta, vectors: []})
      for (const [id, meta] of speakersOf(batch)) speakers.add(id, {meta, vectors: []})
      return utterances.length < pieceLength ? [] : [takeUtterances()]
    },
    endRun() {
      const kept = {
        conversations: conversations.isFilled(),
        speakers: speakers.isFilled()
      }
      const between = [conversations.part(), speakers.part()]
      return {
        between,
        files: [takeUtterances(), conversations.take(), speakers.take()],
        kept
      }
    },
    takeRun(kept) {
      const between = [
        conversations.part(kept.conversations),
        speakers.part(kept.speakers)
      ]
      return {between, kept}
    },
    end: () => [
      takeUtterances(),
      ...conversations.end(),
      ...speakers.end(),
      {path: `${folder}corpus.json`, bytes: `${JSON.stringify(corpusOf(edition))}\n`},
      {path: `${folder}index.json`, bytes: `${JSON.stringify(index())}\n`}
    ]
  }
}

/** An object of JSON that grows by a run of entries a time; they wait until the run ends. */
function createObject(path: string) {
  let text = ''
  let isEmpty = true
  /** What stands before the entries of a run. */
  const part = (isFilled = text !== ''): OutputFile => {
    const bytes = !isFilled ? '' : isEmpty ? '{' : ',\n'
    if (isFilled) isEmpty = false
    return {path, bytes}
  }
  const take = (): OutputFile => {
    const file = {path, bytes: text}
    text = ''
    return file
  }
  return {
    add(key: string, value: object): void {
      text += `${text === '' ? '' : ',\n'}${JSON.stringify(key)}: ${JSON.stringify(value)}`
    },
    isFilled: (): boolean => text !== '',
    part,
    take,
    end: (): OutputFile[] => [part(), take(), {path, bytes: isEmpty ? '{}\n' : '}\n'}]
  }
}

/**
 * ConvoKit wants each conversation to be one tree and each utterance to have a speaker: a turn that answers
 * nobody hangs on the one before it, and what nobody is known to have said is said by `<dialogue>.unknown`.
 */
function* utterancesOf(turns: readonly RowOf<'turns'>[]): Generator<string> {
  let before: RowOf<'turns'> | undefined
  for (const turn of turns) {
    const {turn_id, dialogue_id, text, speaker_id, reply_to, ...meta} = turn
    const isFirst = before?.dialogue_id !== dialogue_id
    yield `${JSON.stringify({
      id: turn_id,
      conversation_id: dialogue_id,
      text: text ?? '',
      speaker: speaker_id ?? unknownIn(dialogue_id),
      'reply-to': reply_to ?? (isFirst ? null : (before?.turn_id ?? null)),
      timestamp: null,
      meta,
      vectors: []
    })}\n`
    before = turn
  }
}

const unknownIn = (dialogue: string): string => `${dialogue}.unknown`

function speakersOf(batch: Partial<Rows>): Map<string, object> {
  const speakers = new Map<string, object>()
  for (const {speaker_id, ...meta} of batch.speakers ?? []) speakers.set(speaker_id, meta)
  for (const {speaker_id, dialogue_id} of batch.turns ?? [])
    if (!speaker_id) speakers.set(unknownIn(dialogue_id), {dialogue_id, person_id: null})
  return speakers
}

const corpusOf = ({title, version, license, rights, doi, baseUrl}: Edition): object => ({
  title,
  url: baseUrl,
  ...(version ? {version} : {}),
  ...(license ? {license} : {}),
  ...(rights ? {rights} : {}),
  ...(doi ? {doi} : {})
})

/** The fields that stand in `meta`, with the types Python has them in. */
const index = (): object => ({
  'utterances-index': indexOf(tableOf('turns'), [
    'turn_id',
    'dialogue_id',
    'text',
    'speaker_id',
    'reply_to'
  ]),
  'speakers-index': indexOf(tableOf('speakers'), ['speaker_id']),
  'conversations-index': indexOf(tableOf('dialogues'), ['dialogue_id']),
  'overall-index': {},
  vectors: [],
  version: 1
})

const indexOf = (table: TableEntry, own: readonly string[]): object =>
  Object.fromEntries(
    table.columnList
      .filter(({name}) => !own.includes(name))
      .map(({name, type}) => [name, [`<class '${pythonTypes[type] ?? 'str'}'>`]])
  )

const pythonTypes: Partial<Record<ColumnType, string>> = {
  integer: 'int',
  number: 'float',
  boolean: 'bool'
}
