import {expect, test} from 'vitest'
import {tableOf} from '../../pipeline/tree/tables.ts'
import {convokitTables} from '../../pipeline/write/convokit.ts'
import {gatherRows, writeTextTables} from './gather.ts'
import {printNastyArticle} from './nasty-article.ts'
import {bareEdition, resultOf} from './page.ts'

const results = ['first', 'second'].map((slug) =>
  resultOf(printNastyArticle(slug).article)
)
const files = await writeTextTables(convokitTables, results, bareEdition)
const read = (name: string) => JSON.parse(files.get(`data/convokit/${name}`) ?? '')
const utterances: Record<string, unknown>[] = (
  files.get('data/convokit/utterances.jsonl') ?? ''
)
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line))

test('ConvoKit has every turn, word for word, with its meta', async () => {
  const {turns} = await gatherRows(results, bareEdition)
  expect(utterances.map(({id, text}) => [id, text])).toEqual(
    turns.map((turn) => [turn.turn_id, turn.text ?? ''])
  )
  expect(utterances[0]).toMatchObject({meta: {start_char: turns[0]?.start_char}})
})

test('ConvoKit finds one tree in each conversation, and every speaker', () => {
  const speakers = read('speakers.json')
  const conversations = Object.keys(read('conversations.json'))
  const seen = new Map<unknown, unknown>()
  const roots: unknown[] = []
  for (const utterance of utterances) {
    const reply = utterance['reply-to']
    if (reply === null) roots.push(utterance.conversation_id)
    else expect(seen.get(reply)).toBe(utterance.conversation_id)
    seen.set(utterance.id, utterance.conversation_id)
    expect(Object.hasOwn(speakers, String(utterance.speaker))).toBe(true)
  }
  expect(roots).toEqual(conversations)
  expect(Object.keys(speakers).some((id) => id.endsWith('.unknown'))).toBe(true)
})

test('ConvoKit is told the type of each field of meta, and of no other', () => {
  const {'utterances-index': fields} = read('index.json')
  expect(Object.keys(fields).toSorted()).toEqual(
    Object.keys(Object(utterances[0]?.meta)).toSorted()
  )
  expect(fields).toMatchObject({
    words: ["<class 'int'>"],
    is_question: ["<class 'bool'>"]
  })
  expect(tableOf('turns').columnList.map(({name}) => name)).toEqual(
    expect.arrayContaining(Object.keys(fields))
  )
})

test('ConvoKit has its five files in an edition without dialogues', async () => {
  const empty = await writeTextTables(convokitTables, [], bareEdition)
  expect([...empty.keys()].map((path) => path.replace('data/convokit/', ''))).toEqual([
    'utterances.jsonl',
    'conversations.json',
    'speakers.json',
    'corpus.json',
    'index.json'
  ])
  expect(JSON.parse(empty.get('data/convokit/speakers.json') ?? '')).toEqual({})
})
