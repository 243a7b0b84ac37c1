import type {Edition} from '../source/types.ts'
import {factOf, holdingFacts, stringOf} from '../tree/facts.ts'
import {isNamed} from '../tree/guards.ts'
import type {Article} from '../tree/types.ts'
import {articleIri, editionTitle} from '../write/iris.ts'

/** Who wrote an article, by the name that is printed; it is never cut into given and family name. */
export interface CitedAuthor {
  readonly name: string
  readonly isPerson: boolean
}

/** What a citation of an article is made of; only what is known. */
export interface Citation {
  readonly id: string
  readonly title: string
  readonly authors: readonly CitedAuthor[]
  readonly publisher?: string
  /** As printed. */
  readonly date?: string
  /** ISO 8601: a year, a month or a day. */
  readonly day?: string
  readonly edition: string
  readonly url: string
  /** BCP 47; absent where nothing tells. */
  readonly language?: string
  readonly license?: string
  /** Of the edition that the article is part of. */
  readonly doi?: string
}

/** Everything that is known of an article and belongs into a citation. */
export function citationOf(article: Article, edition: Edition): Citation {
  const {metadata, entities} = article
  const date = factOf(metadata, 'datePublished')
  const day = typeof date?.value === 'string' ? calendarDay(date.value) : undefined
  const publisher = factOf(metadata, 'publisher')?.value
  const license = stringOf(metadata, 'license')
  return {
    id: article.id,
    title: stringOf(metadata, 'headline') ?? article.id,
    authors: holdingFacts(metadata, 'authors').flatMap(({value}) => {
      if (typeof value === 'string') return [{name: value, isPerson: true}]
      if (!isNamed(value)) return []
      const entity = entities.find(({id}) => id === value.id)
      return [
        {
          name: value.name,
          isPerson: (entity?.type ?? value.type ?? 'person') === 'person'
        }
      ]
    }),
    ...(publisher !== undefined && typeof publisher === 'object' && isNamed(publisher)
      ? {publisher: publisher.name}
      : {}),
    ...(date ? {date: date.text ?? String(date.value)} : {}),
    ...(day ? {day} : {}),
    edition: editionTitle(edition, article.language) ?? 'warraq',
    url: articleIri(edition, article.id),
    ...(article.language === 'und' ? {} : {language: article.language}),
    ...(license ? {license} : {}),
    ...(edition.doi ? {doi: edition.doi} : {})
  }
}

/** The year, month or day that a value of EDTF begins with, if it is one and nothing looser. */
const calendarDay = (value: string): string | undefined =>
  /^(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?:T.*)?$/u.exec(
    value
  )?.[1]
