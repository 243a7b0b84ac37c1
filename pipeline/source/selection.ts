/** What of an edition can be asked for by itself. */
export const selections = [
  'site',
  'data',
  'json',
  'jsonld',
  'tei',
  'text',
  'markdown',
  'csv',
  'cite'
] as const

/** A part of an edition; the table of them is `docs/reference/outputs.md`. */
export type Selection = (typeof selections)[number]

export const isSelection = (name: string): name is Selection =>
  selections.some((each) => each === name)

/** What was asked for. */
interface Chosen {
  readonly only?: readonly Selection[]
}

/** Whether a part of an edition is made: all are, where none is asked for. */
export const isWanted = ({only}: Chosen, part: Selection): boolean =>
  only?.includes(part) ?? true

/** The forms of an article that have a file of their own, and the part that each belongs to. */
const forms: Readonly<Record<string, Selection>> = {
  'article.json': 'json',
  'article.jsonld': 'jsonld',
  'article.tei.xml': 'tei',
  'article.txt': 'text',
  'article.md': 'markdown',
  'article.csv': 'csv'
}

/** Whether a file of an article is made: what leads to it asks. @param name below the folder of the article */
export const hasForm = (edition: Chosen, name: string): boolean =>
  isWanted(edition, forms[name] ?? (name.startsWith('cite.') ? 'cite' : 'site'))
