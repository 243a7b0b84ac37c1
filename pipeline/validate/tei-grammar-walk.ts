import {isPlainTei} from './tei-plain.ts'
import type {XmlAttribute, XmlEvent} from './xml-event.ts'
import {readXml} from './xml-events.ts'

/** A fault of an XML document: what, and the line it was found on. */
export interface XmlFault {
  readonly line: number
  readonly problem: string
}

/** Faults listed of one document, at most. */
const faultLimit = 10

/**
 * Reads a TEI document: its faults under our grammar, and every attribute in it.
 * @param isThorough asks the validator of a document that is plainly right, too
 */
export async function walkTei(
  text: string,
  isThorough = false
): Promise<{faults: XmlFault[]; attributes: XmlAttribute[]}> {
  const events = readXml(text)
  const attributes: XmlAttribute[] = []
  for (const event of events)
    if (event.type === 'open') attributes.push(...event.attributes)
  const isRight = !isThorough && isPlainTei(events)
  return {faults: isRight ? [] : await faultsOf(events), attributes}
}

/** What a validator says. */
export async function faultsOf(events: readonly XmlEvent[]): Promise<XmlFault[]> {
  const {faults, fire, note, end} = watch(await openWalker())
  let line = 1
  for (const event of events) {
    line = event.line
    if (event.type === 'text') fire(line, 'text', [event.text])
    else if (event.type === 'fault') note(line, `not well-formed: ${event.problem}`)
    else if (event.type === 'close') fire(line, 'endTag', [event.uri, event.local])
    else {
      fire(line, 'enterStartTag', [event.uri, event.local])
      for (const attribute of event.attributes) {
        fire(line, 'attributeName', [attribute.uri, attribute.local])
        fire(line, 'attributeValue', [attribute.value])
      }
      fire(line, 'leaveStartTag', [])
    }
  }
  end(line)
  return faults
}

type WalkEvent =
  | 'enterStartTag'
  | 'leaveStartTag'
  | 'attributeName'
  | 'attributeValue'
  | 'text'
  | 'endTag'

let opener: Promise<() => ReturnType<typeof newWalker>> | null = null

type Salve = typeof import('salve-annos')

const newWalker = (
  grammar: ReturnType<Salve['readTreeFromJSON']>,
  {DefaultNameResolver}: Salve
) => grammar.newWalker(new DefaultNameResolver())

/** A walk through the grammar from its start; the validator is loaded for the first of them. */
async function openWalker(): Promise<ReturnType<typeof newWalker>> {
  opener ??= Promise.all([import('salve-annos'), import('#tei-grammar')]).then(
    ([salve, {grammar}]) => {
      const read = salve.readTreeFromJSON(grammar)
      return () => newWalker(read, salve)
    }
  )
  return (await opener)()
}

/** Walks the grammar beside a document and notes what does not fit. */
function watch(walker: ReturnType<typeof newWalker>) {
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
