import type {Edition} from '../source/types.ts'
import {factOf, holdingFacts, stringOf} from '../tree/facts.ts'
import type {Article} from '../tree/types.ts'
import {articleIri, editionTitle} from '../write/iris.ts'

/** What a citation of an article is made of; only what is known. */
export interface Citation {
  readonly id: string
  readonly title: string
  readonly authors: readonly string[]
  readonly publisher?: string
  /** As printed. */
  readonly date?: string
  /** ISO 8601, a day at most. */
  readonly day?: string
  readonly edition: string
  readonly url: string
  readonly language: string
}

export function citationOf(article: Article, edition: Edition): Citation {
  const {metadata} = article
  const date = factOf(metadata, 'datePublished')
  const day = typeof date?.value === 'string' ? date.value.slice(0, 10) : undefined
  const publisher = factOf(metadata, 'publisher')?.value
  return {
    id: article.id,
    title: stringOf(metadata, 'headline') ?? article.id,
    authors: holdingFacts(metadata, 'authors').flatMap(({value}) =>
      typeof value === 'object' && 'name' in value ? [value.name] : []
    ),
    ...(typeof publisher === 'object' && 'name' in publisher
      ? {publisher: publisher.name}
      : {}),
    ...(date ? {date: date.text ?? String(date.value)} : {}),
    ...(day ? {day} : {}),
    edition: editionTitle(edition, article.language) ?? 'warraq',
    url: articleIri(edition, article.id),
    language: article.language
  }
}

/** In a sentence, as a bibliography prints it. */
export function sentence(citation: Citation, isArabic: boolean): string {
  const {title, authors, publisher, date, edition, url} = citation
  const quoted = isArabic ? `«${title}»` : `“${title}”`
  const comma = isArabic ? '، ' : ', '
  const parts = [...authors, quoted, publisher, date, edition].filter(
    (part) => part !== undefined
  )
  return `${parts.join(comma)}. ${url}`
}

/** @see https://ctan.org/pkg/biblatex, entry type online */
export function bibtex({
  id,
  title,
  authors,
  publisher,
  day,
  url,
  language
}: Citation): string {
  const fields: [string, string | undefined][] = [
    ['title', title],
    ['author', authors.length > 0 ? authors.join(' and ') : undefined],
    ['organization', publisher],
    ['date', day],
    ['url', url],
    [
      'langid',
      new Intl.DisplayNames('en', {type: 'language'}).of(language)?.toLowerCase()
    ]
  ]
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = {${value.replace(/[{}\\]/gu, '')}}`]
  )
  return `@online{${id},\n${lines.join(',\n')}\n}`
}
