import {PassThrough} from 'node:stream'
import fc from 'fast-check'
import {runStage} from '../../pipeline/run/stage.ts'
import {stageWith} from '../../pipeline/run/stage-record.ts'
import {noAuthorities} from '../../pipeline/source/authorities.ts'
import {tokens} from './material.ts'

const word = fc.oneof(
  fc.constantFrom(...tokens),
  fc.string({unit: 'grapheme', maxLength: 30})
)
const text = fc.array(word, {maxLength: 20}).map((words) => words.join(' '))
const anything = fc.jsonValue({maxDepth: 4})
const key = fc.constantFrom(
  ...[
    'id',
    'text',
    'html',
    'url',
    'collection',
    'sidecar',
    '__proto__',
    'constructor',
    'toString',
    'slug',
    'metadata',
    'speakers'
  ]
)

/** A line for `warraq stage`: a record, nearly one, or none; never with a line end in it. */
export const recordLine: fc.Arbitrary<string> = fc
  .oneof(
    fc.record({id: word, text}).map((record) => JSON.stringify(record)),
    fc
      .record(
        {
          id: word,
          text,
          url: word,
          collection: word,
          sidecar: fc.dictionary(key, anything)
        },
        {requiredKeys: ['id']}
      )
      .map((record) => JSON.stringify(record)),
    fc.array(fc.tuple(key, fc.oneof(anything, text)), {maxLength: 6}).map((entries) => {
      const pairs = entries.map(
        ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`
      )
      return `{${pairs.join()}}`
    }),
    anything.map((value) => JSON.stringify(value)),
    fc
      .integer({min: 1, max: 5_000})
      .map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`),
    fc
      .integer({min: 1, max: 5_000})
      .map(
        (depth) =>
          `{"id":"a","text":"b","sidecar":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`
      ),
    text
  )
  .map((line) => line.replace(/[\r\n]/gu, ' '))

/** What `warraq stage` answers to these lines. */
async function answersTo(lines: readonly string[]): Promise<string[]> {
  const input = new PassThrough()
  input.end(lines.map((line) => `${line}\n`).join(''))
  const answers: string[] = []
  const write = (line: string): boolean => answers.push(line) > 0
  await runStage({input, write, drained: async () => undefined}, stageWith(noAuthorities))
  return answers
}

/** Names what does not hold of the answers to these lines; null where all holds. */
export async function faultOfRecords(lines: readonly string[]): Promise<string | null> {
  const answers = await answersTo(lines)
  if (answers.length !== lines.length)
    return `${lines.length} lines in, ${answers.length} out`
  for (const [n, answer] of answers.entries()) {
    const result: unknown = JSON.parse(answer)
    const fault = isResult(result)
      ? faultOfResult(result, lines[n] ?? '')
      : 'an answer is no result'
    if (fault) return `${fault} ${JSON.stringify(lines[n]?.slice(0, 200))}`
  }
  return null
}

interface Answer {
  readonly id: string | null
  readonly article: object | null
  readonly messages: readonly {readonly rule: string; readonly severity: string}[]
}
const isResult = (value: unknown): value is Answer =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  'article' in value &&
  'messages' in value &&
  Array.isArray(value.messages)

function faultOfResult({id, article, messages}: Answer, line: string): string | null {
  const ill = messages.find(
    ({rule}) => rule.startsWith('run/internal') || rule.startsWith('validate/')
  )
  if (ill) return ill.rule
  if (!article && !messages.some(({severity}) => severity === 'error'))
    return 'no article, and no error'
  if (article && id !== idOf(line)) return 'the answer has another id'
  return null
}

function idOf(line: string): unknown {
  const record: unknown = JSON.parse(line)
  return typeof record === 'object' && record !== null && 'id' in record
    ? record.id
    : undefined
}
