import {DefaultNameResolver, type Grammar, readTreeFromJSON} from 'salve-annos'
import {SaxesParser} from 'saxes'

/** A fault of an XML document: what, and the line it was found on. */
export interface XmlFault {
  readonly line: number
  readonly problem: string
}

/** An attribute of an XML document, as pointers and ids are. */
export interface XmlAttribute {
  readonly element: string
  readonly name: string
  readonly value: string
  readonly line: number
}

let loaded: Promise<Grammar> | null = null

const loadGrammar = (): Promise<Grammar> => {
  loaded ??= import('#tei-grammar').then(({grammar}) => readTreeFromJSON(grammar))
  return loaded
}

/** Faults listed of one document, at most. */
const faultLimit = 10

/** Reads a TEI document once: its faults under our grammar, and every attribute in it. */
export async function walkTei(
  text: string
): Promise<{faults: XmlFault[]; attributes: XmlAttribute[]}> {
  const parser = new SaxesParser({xmlns: true})
  const attributes: XmlAttribute[] = []
  const {faults, fire, note, end} = watch(await loadGrammar(), () => parser.line)
  let words = ''
  const flush = (): void => {
    if (words !== '') fire('text', words)
    words = ''
  }
  parser.on('opentag', ({uri, local, name: element, attributes: given}) => {
    flush()
    fire('enterStartTag', uri, local)
    for (const {name, prefix, uri: space, local: own, value} of Object.values(given)) {
      if (name === 'xmlns' || prefix === 'xmlns') continue
      fire('attributeName', space, own)
      fire('attributeValue', value)
      attributes.push({element, name, value, line: parser.line})
    }
    fire('leaveStartTag')
  })
  parser.on('text', (part) => {
    words += part
  })
  parser.on('closetag', ({uri, local}) => {
    flush()
    fire('endTag', uri, local)
  })
  parser.on('error', (error) => note(`not well-formed: ${error.message}`))
  parser.on('end', end)
  parser.write(text).close()
  return {faults, attributes}
}

type WalkEvent =
  | 'enterStartTag'
  | 'leaveStartTag'
  | 'attributeName'
  | 'attributeValue'
  | 'text'
  | 'endTag'

/** Walks the grammar beside a parser and notes what does not fit. */
function watch(grammar: Grammar, line: () => number) {
  const walker = grammar.newWalker(new DefaultNameResolver())
  const faults: XmlFault[] = []
  const note = (problem: string): void => {
    if (faults.length < faultLimit) faults.push({line: line(), problem})
  }
  const noteAll = (
    found: ReturnType<typeof walker.fireEvent> | ReturnType<typeof walker.end>
  ): void => {
    for (const error of found || []) note(error.toString())
  }
  return {
    faults,
    note,
    fire: (event: WalkEvent, ...parts: string[]): void =>
      noteAll(walker.fireEvent(event, parts)),
    end: (): void => noteAll(walker.end())
  }
}
