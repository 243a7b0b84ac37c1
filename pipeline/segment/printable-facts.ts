import type {Article, Fact, Metadata} from '../tree/types.ts'
import {printable} from '../tree/unprintable.ts'
import {turns} from '../tree/walk.ts'

/**
 * Stated facts and labels account for every character of their spans; their values, which outputs carry, are without
 * those that no output may.
 */
export function makePrintable(article: Article): void {
  article.metadata = printableFacts(article.metadata)
  for (const {label} of turns(article)) if (label) label.value = printable(label.value)
}

const printableFacts = (metadata: Metadata): Metadata =>
  Object.fromEntries(
    Object.entries(metadata).map(([field, facts]) => [field, facts.map(printableFact)])
  )

function printableFact(fact: Fact): Fact {
  const {value, text} = fact
  return {
    ...fact,
    value: printableValue(value),
    ...(text === undefined ? {} : {text: printable(text)})
  }
}

function printableValue(value: Fact['value']): Fact['value'] {
  if (typeof value === 'string') return printable(value)
  if (typeof value === 'object' && 'name' in value)
    return {...value, name: printable(value.name)}
  return value
}
