import {grammar} from '#tei-patterns'
import {Derivatives} from './tei-derivatives.ts'
import type {Pattern, Taking} from './tei-pattern.ts'
import type {XmlElement, XmlEvent} from './xml-event.ts'

const tei = 'http://www.tei-c.org/ns/1.0'

let made: Derivatives | undefined
const derivatives = (): Derivatives => {
  made ??= new Derivatives(grammar)
  return made
}

/**
 * Whether a document is right under our grammar, and so plainly that no validator would find a fault in it. What is not so
 * plain may be right too; a validator has to say. It takes a tenth of the time of one.
 */
export function isPlainTei(events: readonly XmlEvent[]): boolean {
  const reader = new PlainReader()
  for (const [at, event] of events.entries())
    if (!reader.take(event, events[at - 1], events[at + 1])) return false
  return reader.isAtEnd()
}

/** Where a reader is: what may come next, and what behind each open element. */
class PlainReader {
  private readonly rules = derivatives()
  private readonly after: Pattern[] = []
  private readonly ids = new Set<string>()
  private state = this.rules.start

  take(event: XmlEvent, before?: XmlEvent, next?: XmlEvent): boolean {
    switch (event.type) {
      case 'fault':
        return false
      case 'open':
        return this.open(event)
      case 'close': {
        const isWhole = this.state.nullable
        this.state = this.after.pop() ?? this.rules.make.notAllowed
        return isWhole
      }
      case 'text':
        // White space counts where it is all there is of an element.
        return (
          (!(before?.type === 'open' && next?.type === 'close') &&
            !/\S/.test(event.text)) ||
          this.takeWords(this.rules.takings(this.state, 'words', ''), event.text)
        )
    }
  }

  isAtEnd(): boolean {
    return this.after.length === 0 && this.state.nullable
  }

  private open({name, uri, attributes}: XmlElement): boolean {
    const [taking, other] = this.rules.takings(this.state, 'element', name)
    // Where an element may be one of two, both would have to be followed.
    if (!taking || other || uri !== tei) return false
    this.after.push(taking.rest)
    this.state = taking.inner
    for (const {name: key, uri: space, value} of attributes) {
      if (space !== '' && !key.startsWith('xml:')) return false
      const takings = this.rules.takings(this.state, 'attribute', key)
      if (!this.takeWords(takings, value)) return false
    }
    this.state = this.rules.withoutAttributes(this.state)
    return this.state !== this.rules.make.notAllowed
  }

  /** What follows where words are of a kind that is taken. */
  private takeWords(takings: readonly Taking[], value: string): boolean {
    let rest = this.rules.make.notAllowed
    for (const taking of takings)
      if (this.isOf(taking.inner, value)) rest = this.rules.make.choice(rest, taking.rest)
    this.state = rest
    return rest !== this.rules.make.notAllowed
  }

  private isOf(pattern: Pattern, value: string): boolean {
    switch (pattern.kind) {
      case 'text':
        return true
      case 'choice':
        return this.isOf(pattern.one, value) || this.isOf(pattern.two, value)
      case 'leaf':
        return pattern.leaf.takes(value) && (!pattern.leaf.isUnique || this.isNew(value))
      default:
        return false
    }
  }

  private isNew(id: string): boolean {
    const isNew = !this.ids.has(id)
    this.ids.add(id)
    return isNew
  }
}
