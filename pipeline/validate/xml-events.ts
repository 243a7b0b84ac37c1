import {SaxesParser} from 'saxes'
import type {XmlAttribute, XmlEvent} from './xml-event.ts'
import {readPlainXml} from './xml-plain.ts'

let last: {readonly text: string; readonly events: readonly XmlEvent[]} | undefined

/** Reads a document; several checks read one. */
export function readXml(text: string): readonly XmlEvent[] {
  if (last?.text !== text) last = {text, events: readPlainXml(text) ?? parseXml(text)}
  return last.events
}

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
