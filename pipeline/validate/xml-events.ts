import {SaxesParser} from 'saxes'
import {rememberLast} from '../tree/remember.ts'
import type {XmlAttribute, XmlEvent} from './xml-event.ts'
import {readPlainXml} from './xml-plain.ts'

/** Reads a document. */
export const readXml: (text: string) => readonly XmlEvent[] = rememberLast(
  (text) => readPlainXml(text) ?? parseXml(text)
)

/** Reads all of XML. */
export function parseXml(document: string): XmlEvent[] {
  const parser = new SaxesParser({xmlns: true})
  const events: XmlEvent[] = []
  let words = ''
  const flush = (): void => {
    if (words !== '') events.push({type: 'text', text: words, line: parser.line})
    words = ''
  }
  parser.on('opentag', ({name: element, uri, local, attributes: given}) => {
    flush()
    const {line} = parser
    const attributes: XmlAttribute[] = []
    for (const {name, prefix, uri: space, local: own, value} of Object.values(given))
      if (name !== 'xmlns' && prefix !== 'xmlns')
        attributes.push({element, name, uri: space, local: own, value, line})
    events.push({type: 'open', name: element, uri, local, attributes, line})
  })
  parser.on('text', (part) => {
    words += part
  })
  parser.on('closetag', ({name, uri, local}) => {
    flush()
    events.push({type: 'close', name, uri, local, line: parser.line})
  })
  parser.on('error', (error) => {
    events.push({type: 'fault', problem: error.message, line: parser.line})
  })
  parser.write(document).close()
  return events
}
