import {SaxesParser} from 'saxes'

/** An attribute, as pointers and ids are; those that declare a namespace are left out. */
export interface XmlAttribute {
  readonly element: string
  readonly name: string
  readonly uri: string
  readonly local: string
  readonly value: string
  readonly line: number
}

/** The start of an element. */
export interface XmlElement {
  readonly type: 'open'
  readonly name: string
  readonly uri: string
  readonly local: string
  readonly attributes: readonly XmlAttribute[]
  readonly line: number
}

/** What a reader meets in an XML document; text in one piece between two tags. */
export type XmlEvent =
  | XmlElement
  | {
      readonly type: 'close'
      readonly name: string
      readonly uri: string
      readonly local: string
      readonly line: number
    }
  | {readonly type: 'text'; readonly text: string; readonly line: number}
  /** Not well-formed. */
  | {readonly type: 'fault'; readonly problem: string; readonly line: number}

let last: {readonly text: string; readonly events: readonly XmlEvent[]} | undefined

/** Reads a document; several checks read one. */
export function readXml(text: string): readonly XmlEvent[] {
  if (last?.text !== text) last = {text, events: parse(text)}
  return last.events
}

function parse(document: string): XmlEvent[] {
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
    const attributes = Object.values(given).flatMap(
      ({name, prefix, uri: space, local: own, value}) =>
        name === 'xmlns' || prefix === 'xmlns'
          ? []
          : [{element, name, uri: space, local: own, value, line}]
    )
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
