import {PassThrough} from 'node:stream'
import {describe, expect, test} from 'vitest'
import {runStage} from '../../pipeline/run/stage.ts'
import {stageWith} from '../../pipeline/run/stage-record.ts'
import {noAuthorities} from '../../pipeline/source/authorities.ts'
import {loadSources} from '../../pipeline/source/load.ts'
import {laySources, resultsOf} from '../chain.ts'
import {pageOf, warc} from '../support/archives.ts'

const article =
  'A ship comes home\n5 March 2024\n\nThe ship came into the harbour after two months at sea.\n'
const long = (bytes: number): string =>
  `A ship comes home\n5 March 2024\n\n${'The ship came home. '.repeat(Math.ceil(bytes / 20))}\n`
const pages = [1, 2, 3].map((n) => ({
  url: `https://harbour.example/${n}`,
  id: `urn:uuid:${n}`,
  body: pageOf(
    `Ship ${n} comes home`,
    `Ship ${n} came into the harbour after ${n} months.`
  )
}))

/** What was published, and what was refused with its rule and what was allowed. */
async function outcomeOf(files: Parameters<typeof laySources>[0]) {
  const results = await resultsOf(laySources({'edition.yaml': 'title: E\n', ...files}))
  return {
    published: results.filter((each) => each.article).map(({path}) => path),
    refused: results.flatMap(({messages}) =>
      messages
        .filter(({severity}) => severity === 'error')
        .map(({rule, file, message}) => [file, rule, message.replace(/^.*, /u, '')])
    )
  }
}

describe('limits of a source', () => {
  test('what the collection says comes before what the edition says', async () => {
    const {published, refused} = await outcomeOf({
      'edition.yaml': 'limits: {megabytes: 1, lines: 3}\n',
      'strict/lines.txt': article,
      'strict/large.txt': long(1_100_000),
      'loose/collection.yaml': 'limits: {megabytes: 2, lines: 100}\n',
      'loose/large-2.txt': long(1_100_000),
      'loose/lines-2.txt': article
    })
    expect(published).toEqual(['loose/large-2.txt', 'loose/lines-2.txt'])
    expect(refused).toEqual([
      ['strict/large.txt', 'read/too-large', 'expected at most 1048576 bytes'],
      ['strict/lines.txt', 'read/too-large', 'expected at most 3 lines']
    ])
  })

  test('articles of a file that holds several', async () => {
    const files = {'press/good.txt': article, 'press/pages.warc': warc(...pages)}
    expect((await outcomeOf(files)).published).toHaveLength(4)
    const {published, refused} = await outcomeOf({
      ...files,
      'press/collection.yaml': 'limits: {articles: 2}\n'
    })
    expect(published).toEqual(['press/good.txt'])
    expect(refused).toEqual([
      ['press/pages.warc', 'read/archive-limit', 'expected at most 2 articles']
    ])
  })

  test('a page of an archive that unpacks to more', async () => {
    const large = {
      ...pages[0],
      body: pageOf('A ship', 'The ship came home. '.repeat(60_000))
    }
    const {published, refused} = await outcomeOf({
      'press/collection.yaml': 'limits: {megabytes: 1}\n',
      'press/pages.warc': warc(large, ...pages.slice(1))
    })
    expect(published).toHaveLength(2)
    expect(refused.map(([, rule]) => rule)).toEqual(['read/too-large'])
  })

  test('seconds of an article are said to whoever opens threads', () => {
    const root = laySources({
      'edition.yaml': 'limits: {seconds: 7}\n',
      'press/good.txt': article
    })
    expect(loadSources(root, ['txt']).edition.articleSeconds).toBe(7)
  })
})

async function staged(input: Uint8Array, mostBytes?: number) {
  const stream = new PassThrough()
  // In pieces that end in the middle of characters and lines.
  for (let at = 0; at < input.length; at += 7) stream.write(input.subarray(at, at + 7))
  stream.end()
  const lines: string[] = []
  const write = (line: string): boolean => lines.push(line) > 0
  await runStage(
    {input: stream, write, drained: async () => undefined},
    stageWith(noAuthorities),
    mostBytes
  )
  return lines.map((line) => JSON.parse(line))
}
const record = (id: string, text: string): string => `${JSON.stringify({id, text})}\n`

describe('lines of warraq stage', () => {
  test('one that is longer than the limit is refused by its name, and the others are not', async () => {
    const input =
      record('one', article) + record('two', long(5_000)) + record('three', article)
    const results = await staged(Buffer.from(input), 2_000)
    expect(results.map(({id, article}) => [id, article !== null])).toEqual([
      ['one', true],
      ['two', false],
      ['three', true]
    ])
    expect(results[1].messages[0]).toMatchObject({
      rule: 'run/bad-record',
      message: expect.stringContaining('2000 are allowed')
    })
  })

  test('one that is no UTF-8 is refused, not read with letters that nobody wrote', async () => {
    const input = Buffer.concat([
      Buffer.from('{"id": "bad", "text": "A ship '),
      Buffer.from([0xff]),
      Buffer.from(`"}\n${record('good', article)}`)
    ])
    const results = await staged(input)
    expect(results.map(({id, article}) => [id, article !== null])).toEqual([
      ['bad', false],
      ['good', true]
    ])
  })

  test('a line separator in a string of JSON ends no line', async () => {
    const results = await staged(
      Buffer.from(record('one', `${article}\u2028The end\u2029.\n`))
    )
    expect(results).toHaveLength(1)
    expect(results[0].article.id).toBe('one')
  })
})
