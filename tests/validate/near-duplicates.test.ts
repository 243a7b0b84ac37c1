import {expect, test} from 'vitest'
import {createTwinFinder, signatureOf} from '../../pipeline/validate/near-duplicates.ts'
import {laySources, resultsOf} from '../chain.ts'
import {processText} from '../support/edition.ts'

/** Sentences of ours that say something else for each number. */
const sentences = (from: number, to: number): string =>
  Array.from({length: to - from}, (_, n) => {
    const at = from + n
    return `On day ${at} the crew of boat ${at * 7} carried ${at * 13} boxes from quay ${at % 5} to hall ${at % 11}.`
  }).join(' ')

const text = (body: string): string => `The boats of the week\n5 March 2024\n\n${body}\n`
const signature = (body: string) => signatureOf(processText(text(body)).article)

test('a text with some sentences changed is found, with the one it is likest to', () => {
  const finder = createTwinFinder()
  const add = (id: string, body: string) => {
    const found = signature(body)
    if (!found) throw new Error('too short')
    return finder.add(id, found)
  }
  expect(add('one', sentences(0, 40))).toBeNull()
  expect(add('other', sentences(100, 140))).toBeNull()
  expect(add('same', sentences(0, 40))).toEqual({id: 'one', share: 1})
  const twin = add('longer', `${sentences(100, 140)} ${sentences(200, 204)}`)
  expect(twin?.id).toBe('other')
  expect(twin?.share).toBeGreaterThan(0.75)
  expect(add('half', `${sentences(0, 20)} ${sentences(300, 320)}`)).toBeNull()
})

test('among many, the one that is repeated is found', () => {
  const finder = createTwinFinder()
  for (let n = 0; n < 150; n++) {
    const found = signature(sentences(n * 40, n * 40 + 12))
    expect([n, found && finder.add(`text-${n}`, found)]).toEqual([n, null])
  }
  const again = signature(sentences(120, 132))
  expect(again && finder.add('again', again)).toEqual({id: 'text-3', share: 1})
})

test('texts in a script without spaces, and in Arabic with other spellings', () => {
  const chinese =
    '港口的船在海上两个月后回家了，码头上的每个人都来迎接她和她的船员。'.repeat(2)
  expect(signature(chinese)).not.toBeNull()
  const arabic =
    'دخلت السفينة إلى المرفأ بعد شهرين في البحر وكان الجميع على الرصيف للترحيب بها وبطاقمها الذي أصلح الصاري بما كان معه على متنها'
  expect(signature(arabic.replaceAll('إ', 'ا'))).toEqual(signature(arabic))
})

test('a text too short to tell has no signature', () => {
  expect(signature('The ship came home.')).toBeNull()
})

test('both are published, and the second is named: run/near-duplicate', async () => {
  const body = sentences(0, 30)
  const files = {
    'edition.yaml': 'baseUrl: https://press.example/\n',
    'press/boats.txt': text(body),
    'press/boats-again.txt': text(body.replace('boat 7 ', 'ship 7 ')),
    'times/week.txt': text(sentences(50, 80))
  }
  const results = await resultsOf(laySources(files))
  expect(results.map(({id, article}) => [id, article !== null])).toEqual([
    ['boats', true],
    ['boats-again', true],
    ['week', true]
  ])
  expect(
    results.flatMap(({id, messages}) =>
      messages.flatMap(({rule, message}) =>
        rule === 'run/near-duplicate' ? [[id, message.split(':')[0]]] : []
      )
    )
  ).toEqual([['boats-again', 'Unexpected text, expected one that is not `boats` again']])
})
