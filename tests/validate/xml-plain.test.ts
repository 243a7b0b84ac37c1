import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parseXml} from '../../pipeline/validate/xml-events.ts'
import {readPlainXml} from '../../pipeline/validate/xml-plain.ts'
import {tei} from '../../pipeline/write/tei.ts'
import {processFirst, seedSources} from '../support/edition.ts'
import {edited, editsOf} from '../support/edits.ts'

const {article, edition} = processFirst(seedSources)
const [made] = tei.article?.(article, edition) ?? []
const good = String(made?.bytes)

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const small = `${head}<?xml-model href="a"?>\n<a xmlns="urn:a" xml:id="b" n="1 &lt; 2">\n <b>ورق &amp; حبر</b>\n <c/>\u{1F4DC}\n</a>\n`

test('a document that is written plainly is read as a parser reads it', () => {
  expect(readPlainXml(small)).toEqual(parseXml(small))
  expect(readPlainXml(good)).toEqual(parseXml(good))
  expect(readPlainXml(good)).not.toBeNull()
})

describe('what is not so plain is left to a parser', () => {
  const others = {
    'a tag that is not closed': small.replace('</b>', ''),
    'a tag that closes another': small.replace('</b>', '</c>'),
    'an element behind the first': `${small}<a/>`,
    'words behind the first element': `${small}a`,
    'a document without an element': head,
    'an attribute that stands twice': small.replace('n=', 'n="2" n='),
    'a namespace that stands twice': small.replace('n=', 'xmlns="urn:b" n='),
    'a namespace within': small.replace('<c/>', '<c xmlns="urn:b"/>'),
    'a prefix': small.replace('<c/>', '<q:c/>'),
    'a reference to a character': small.replace('&amp;', '&#38;'),
    'a reference that is not known': small.replace('&amp;', '&nbsp;'),
    'a reference without an end': small.replace('&amp;', '&amp'),
    'a bare ampersand': small.replace('&amp;', '&'),
    'a comment': small.replace('<c/>', '<!--c-->'),
    'a section': small.replace('<c/>', '<![CDATA[c]]>'),
    'the end of a section': small.replace('<c/>', ']]>'),
    'an instruction': small.replace('<c/>', '<?c d?>'),
    'a tag in a value': small.replace('n="', 'n="<'),
    'a value without quotes': small.replace('"b"', 'b'),
    'a line end within a tag': small.replace(' n=', '\nn='),
    'a carriage return': small.replace('<c/>', '\r'),
    'a control': small.replace('<c/>', '\u0001'),
    'half a pair': small.replace('<c/>', '\uD83D'),
    'another encoding': small.replace('UTF-8', 'UTF-16')
  }
  test.each(Object.entries(others))('%s', (_, document) => {
    expect(document).not.toBe(small)
    expect(readPlainXml(document)).toBeNull()
  })
})

const bits =
  '<|>|&|"|/| |\n|\r|\t|a|&amp;|&#60;|&lt;|xml:|:|xmlns="b"| xmlns:q="z"|]]>|<!-- a -->|<?a b?>|\0|\uD83D|\uFFFE|<b/>|</b>|<b>|=|!|?|\u0085| n="1"| xml:id="a"|-|.|\u{1F4DC}'
const edits = editsOf(small, bits, 3)

test('what is read as plain is read as a parser reads it, wherever a document is changed', () => {
  fc.assert(
    fc.property(edits, (all) => {
      const document = edited(small, all)
      const events = readPlainXml(document)
      if (events) expect(events).toEqual(parseXml(document))
    }),
    {numRuns: Number(process.env.FUZZ_RUNS ?? 5000), seed: 12}
  )
})
