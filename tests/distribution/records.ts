import {createHash} from 'node:crypto'

const places = ['harbour', 'market', 'station', 'library', 'bridge', 'theatre', 'school']
const people = ['Bo Ek', 'Anna Lind', 'سامي حدّاد', 'Nura Haddad']

/** A text that no other has: its own words, numbers and length. */
function variant(n: number): string {
  const [place = '', other = ''] = [places[n % 7], places[(n * 3 + 1) % 7]]
  const [one = '', two = ''] = [people[n % 4], people[(n + 1) % 4]]
  const turns = Array.from({length: 2 + (n % 5)}, (_, k) =>
    k % 2
      ? `${two}: Nobody came to the ${other} on Friday, ${n + k} people say (laughs).`
      : `${one}: What happened at the ${place} in ${1990 + ((n + k) % 35)}?`
  )
  return [
    `The ${place} and the ${other}, part ${n}`,
    `${1 + (n % 28)} March 2024 10:${10 + (n % 50)}`,
    '',
    `The ${place} was closed ${n} days.`,
    '',
    ...turns,
    ''
  ].join('\n')
}

/** Records that differ, for `warraq stage`. */
export const variants = (count: number): string[] =>
  Array.from({length: count}, (_, n) =>
    JSON.stringify({
      id: `article-${n}`,
      text: variant(n),
      collection: 'press',
      ...(n % 9 ? {} : {url: `https://press.example/${n}`})
    })
  )

/** Lines that engines and programs stumble over; each gives one result, and none ends the stage. */
export const poison: readonly string[] = [
  JSON.stringify({
    id: 'poison-control',
    text: 'A\0B\u001b[31m\u202e\u2028C\ufffd\n\nD\u0085E\n'
  }),
  JSON.stringify({
    id: 'poison-large',
    text: `A long line\n\n${'words and '.repeat(2_000_000)}`
  }),
  `{"id":"poison-deep","text":"x","sidecar":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`,
  JSON.stringify({
    id: 'poison-pattern',
    text: `${'((((“«'.repeat(2_000)}\n${' :'.repeat(5_000)}!\n${'1.'.repeat(5_000)}`
  }),
  '{"id":"poison-broken","text":"half a reco',
  JSON.stringify({
    id: 'article-0',
    text: variant(0),
    collection: 'press',
    url: 'https://press.example/0'
  }),
  JSON.stringify({id: 'poison-half', text: '\ud83d and a half \udc00: \ud83d?\n'})
]

/** The results in an order of their own, each once: the digest of what is known, however it came to be. */
export const digestOf = (results: readonly string[]): string =>
  createHash('sha256')
    .update([...new Set(results)].sort().join('\n'))
    .digest('hex')

/** The share of the records that falls to one of so many processes, by a digest of the line. */
export const shardOf = (line: string, count: number): number =>
  createHash('sha256').update(line).digest().readUInt32BE(0) % count

/** Sources that differ, as files of an edition, and seven that programs stumble over. */
export function editionOf(count: number): Record<string, string | Uint8Array> {
  const texts = variants(count).map((line): [string, string] => {
    const {id, text}: {id: string; text: string} = JSON.parse(line)
    return [`press/${id}.txt`, text]
  })
  const deep = `${'<div>'.repeat(2_000)}<p>A word.</p>${'</div>'.repeat(2_000)}`
  return {
    'edition.yaml':
      'baseUrl: https://press.example/\ntitle: The press\npictures: false\n',
    'authorities.yaml': 'people:\n  - id: bo-ek\n    names:\n      en: [Bo Ek]\n',
    ...Object.fromEntries(texts),
    'poison/invalid.txt': Uint8Array.of(0x41, 0xff, 0xfe, 0x0a),
    'poison/large.txt': `A long line\n\n${'words and '.repeat(2_000_000)}`,
    'poison/control.txt': 'A\0B\u001b[31m\u202e\u2028C\ufffd\n\nD\u0085E\n',
    'poison/deep.html': `<!doctype html><title>Deep</title><h1>Deep</h1>${deep}`,
    'poison/pattern.txt': `${'((((“«'.repeat(2_000)}\n${' :'.repeat(5_000)}!\n${'1.'.repeat(5_000)}`,
    // One slug twice: with the same text, and with another.
    'poison/article-0.txt': variant(0),
    'poison/article-1.txt':
      'Another text of the same name\n5 March 2024\n\nIt says something else.\n'
  }
}
