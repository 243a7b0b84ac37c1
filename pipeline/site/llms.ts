import {hasForm, isWanted} from '../source/selection.ts'
import type {Edition} from '../source/types.ts'
import type {Feed} from './feed.ts'

/**
 * A guide to the edition for language models: what it is, its data, and its newest articles as plain text.
 * @see https://llmstxt.org/
 */
export function llmsText({title, description, entries}: Feed, edition: Edition): string {
  const {baseUrl, license} = edition
  const link = (name: string, path: string, note: string): string =>
    `- [${oneLine(name)}](${baseUrl}${path}): ${oneLine(note)}`
  const data = [
    link('Turns', 'data/turns.csv', 'one row a turn, with its speaker'),
    link('Paragraphs', 'data/paragraphs.csv', 'one row a paragraph'),
    link('Corpus', 'data/corpus.tei.xml', 'every article encoded in TEI P5'),
    link('Graph', 'data/graph.nq', 'everything in the terms of schema.org, as N-Quads'),
    link('Guide to the data', 'data/README.md', 'tables, columns and how to load them')
  ]
  const articles = entries.map((entry) =>
    link(
      entry.title,
      `articles/${entry.slug}/${hasForm(edition, 'article.txt') ? 'article.txt' : 'index.html'}`,
      [entry.date.slice(0, 10), entry.summary].filter(Boolean).join(', ')
    )
  )
  return [
    `# ${oneLine(title)}`,
    ...(description === undefined ? [] : [`> ${oneLine(description)}`]),
    `Each turn and paragraph has an address of its own, such as \`articles/<slug>/#turn-001\`, which is its id in every table and in the TEI. Cite that address.${license === undefined ? '' : ` Licence: ${license}.`}`,
    ...(isWanted(edition, 'data') ? [`## Data\n\n${data.join('\n')}`] : []),
    ...(articles.length > 0 ? [`## Newest articles\n\n${articles.join('\n')}`] : [])
  ]
    .join('\n\n')
    .concat('\n')
}

/** No line of a source can pose as a heading or a link. */
const oneLine = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\*_~&#![\]()<>`]/gu, '\\$&')
    .replace(/^(\d{0,9})([-+=.])/u, '$1\\$2')
