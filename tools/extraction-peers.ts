/** Other extractors, on the same pages: each as its makers document it, what it returns turned into lines of text. */
import {extractFromHtml} from '@extractus/article-extractor'
import {Readability} from '@mozilla/readability'
import {Defuddle} from 'defuddle/node'
import {parseHTML} from 'linkedom'
import {printPage} from '../pipeline/extract/lines.ts'
import {parsePage} from '../pipeline/extract/parse.ts'

/** What an extractor says of a page, in the form that the scorer reads. */
export interface Prediction {
  readonly title: string
  readonly authors: readonly string[]
  readonly date_published: string
  readonly body: string
}
/** Markup of the body is turned into text outside of the time that is measured. */
export type Raw = Omit<Prediction, 'body'> & {readonly html: string}

const namesIn = (text: string | null | undefined): string[] =>
  (text ?? '')
    .split(/\s*(?:,|;|\s(?:and|und)\s)\s*/u)
    .map((name) => name.trim())
    .filter(Boolean)

/** The text of markup, a line for each block. */
export const linesOf = (html: string): string =>
  printPage(parsePage(html), html)
    .lines.map(({text}) => text)
    .join('\n')

/** An extractor of npm. */
export interface Peer {
  readonly package: string
  read(html: string, url: string): Promise<Raw>
}

export const peers: Readonly<Record<string, Peer>> = {
  Readability: {
    package: '@mozilla/readability',
    async read(html) {
      const found = new Readability(parseHTML(html).document).parse()
      return {
        title: found?.title ?? '',
        authors: namesIn(found?.byline),
        date_published: found?.publishedTime ?? '',
        html: found?.content ?? ''
      }
    }
  },
  defuddle: {
    package: 'defuddle',
    async read(html, url) {
      const found = await Defuddle(parseHTML(html).document, url, {useAsync: false})
      return {
        title: found.title,
        authors: namesIn(found.author),
        date_published: found.published,
        html: found.content
      }
    }
  },
  'article-extractor': {
    package: '@extractus/article-extractor',
    async read(html, url) {
      const found = await extractFromHtml(html, url)
      return {
        title: found?.title ?? '',
        authors: namesIn(found?.author),
        date_published: found?.published ?? '',
        html: found?.content ?? ''
      }
    }
  }
}
