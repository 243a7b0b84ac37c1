import {DefaultNameResolver, type Grammar, readTreeFromJSON} from 'salve-annos'
import {readXml, type XmlAttribute} from './xml-events.ts'

/** A fault of an XML document: what, and the line it was found on. */
export interface XmlFault {
  readonly line: number
  readonly problem: string
}

let loaded: Promise<Grammar> | null = null

const loadGrammar = (): Promise<Grammar> => {
  loaded ??= import('#tei-grammar').then(({grammar}) => readTreeFromJSON(grammar))
  return loaded
}

/** Faults listed of one document, at most. */
const faultLimit = 10

/** Reads a TEI document: its faults under our grammar, and every attribute in it. */
export async function walkTei(
  text: string
): Promise<{faults: XmlFault[]; attributes: XmlAttribute[]}> {
  const attributes: XmlAttribute[] = []
  const {faults, fire, note, end} = watch(await loadGrammar())
  let line = 1
  for (const event of readXml(text)) {
    line = event.line
    if (event.type === 'text') fire(line, 'text', [event.text])
    else if (event.type === 'fault') note(line, `not well-formed: ${event.problem}`)
    else if (event.type === 'close') fire(line, 'endTag', [event.uri, event.local])
    else {
      fire(line, 'enterStartTag', [event.uri, event.local])
      for (const attribute of event.attributes) {
        fire(line, 'attributeName', [attribute.uri, attribute.local])
        fire(line, 'attributeValue', [attribute.value])
        attributes.push(attribute)
      }
      fire(line, 'leaveStartTag', [])
    }
  }
  end(line)
  return {faults, attributes}
}

type WalkEvent =
  | 'enterStartTag'
  | 'leaveStartTag'
  | 'attributeName'
  | 'attributeValue'
  | 'text'
  | 'endTag'

/** Walks the grammar beside a document and notes what does not fit. */
function watch(grammar: Grammar) {
  const walker = grammar.newWalker(new DefaultNameResolver())
  const faults: XmlFault[] = []
  const note = (line: number, problem: string): void => {
    if (faults.length < faultLimit) faults.push({line, problem})
  }
  const noteAll = (
    line: number,
    found: ReturnType<typeof walker.fireEvent> | ReturnType<typeof walker.end>
  ): void => {
    for (const error of found || []) note(line, error.toString())
  }
  return {
    faults,
    note,
    fire: (line: number, event: WalkEvent, parts: string[]): void =>
      noteAll(line, walker.fireEvent(event, parts)),
    end: (line: number): void => noteAll(line, walker.end())
  }
}
