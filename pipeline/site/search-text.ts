import {factOf} from '../tree/facts.ts'
import {isNamed} from '../tree/guards.ts'
import type {Article} from '../tree/types.ts'
import type {Output} from '../write/output.ts'
import {titleOf} from './about.ts'
import {type SearchDocument, searchDocuments} from './search-documents.ts'

/** Bytes of text in one piece, about: what a result costs at most to show. */
const chunkBytes = 6_000

/** The texts that results show, in pieces, as scripts: a page opened from a disk can load nothing else. */
export const searchText: Output = {
  name: 'search-text',
  article: (article) => {
    const documents = searchDocuments(article)
    const starts = chunkStarts(documents)
    return starts.map((start, n) => ({
      path: `articles/${article.id}/text-${n + 1}.js`,
      bytes: script(`${article.id}/${n + 1}`, {
        ...heading(article),
        first: start,
        documents: documents
          .slice(start, starts[n + 1])
          .map((document) => [
            document.anchor,
            speakerName(article, document.speaker),
            document.text
          ])
      })
    }))
  }
}

/** The first document of each piece; a text that is longer than a piece has one of its own. */
export function chunkStarts(documents: readonly SearchDocument[]): number[] {
  const starts: number[] = []
  let sizeBytes = 0
  for (const [n, {text}] of documents.entries()) {
    const size = Buffer.byteLength(text)
    if (n === 0 || sizeBytes + size > chunkBytes) {
      starts.push(n)
      sizeBytes = 0
    }
    sizeBytes += size
  }
  return starts
}

function heading(article: Article): object {
  const date = factOf(article.metadata, 'datePublished')
  const publisher = factOf(article.metadata, 'publisher')?.value
  return {
    title: titleOf(article),
    language: article.language,
    direction: article.dir,
    date: date && (date.text ?? String(date.value)),
    publisher:
      typeof publisher === 'object' && isNamed(publisher) ? publisher.name : undefined
  }
}

const speakerName = ({entities}: Article, id: string | undefined): string =>
  entities.find((entity) => entity.id === id)?.name ?? ''

/** A script that hands a value to the page that asked for it. */
export const script = (name: string, value: unknown): string =>
  `warraqSearch(${JSON.stringify(name)},${JSON.stringify(value)})\n`
