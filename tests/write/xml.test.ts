import fc from 'fast-check'
import {SaxesParser} from 'saxes'
import {expect, test} from 'vitest'
import {serialise, xml} from '../../pipeline/write/xml.ts'

/** What XML 1.0 cannot hold reads as U+FFFD. */
const readable = (text: string): string =>
  text.replace(
    /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]|\p{Surrogate}/gu,
    '\uFFFD'
  )

test('a parser reads back any text and any attribute as it was given', () => {
  const anything = fc.string({unit: 'binary', maxLength: 60})
  const nasty = fc.constantFrom(
    ']]>',
    '&lt;',
    '\r\n',
    '\u0000',
    '\uFFFE',
    '\uD800',
    '<!--',
    '\t "'
  )
  fc.assert(
    fc.property(fc.oneof(anything, nasty), fc.oneof(anything, nasty), (text, value) => {
      const parser = new SaxesParser({xmlns: true})
      let words = ''
      const values: string[] = []
      parser.on('text', (part) => {
        words += part
      })
      parser.on('opentag', (tag) => {
        const {attributes} = tag
        if (attributes.n) values.push(attributes.n.value)
      })
      parser
        .write(serialise(xml('p', {n: value}, text, xml('q', {}, text), text)))
        .close()
      expect(words).toBe(readable(text).repeat(3))
      expect(values).toEqual([readable(value)])
    }),
    {numRuns: 500}
  )
})
