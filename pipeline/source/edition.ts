import manifest from '../../package.json' with {type: 'json'}
import type {Report} from '../diagnostics/report.ts'
import {noBaseUrl} from '../diagnostics/source-rules.ts'
import {stringOf} from '../tree/facts.ts'
import type {Article, CollectionFile, EditionFile} from '../tree/types.ts'
import type {Authorities, Edition} from './types.ts'

/** Version of warraq: that of the package. */
export const generator = manifest.version

/** Stands in where no address is declared. @see RFC 2606, names under .example lead nowhere */
const fallbackUrl = 'https://edition.example/'

/** What outputs know of the edition; `date` is added when the articles are known. */
export function makeEdition(
  file: EditionFile,
  authorities: Authorities,
  collections: readonly (CollectionFile & {id: string})[],
  report: Report
): Edition {
  if (!file.baseUrl) report(noBaseUrl, {}, {file: 'edition.yaml'})
  return {
    title: localised(file.title),
    description: localised(file.description),
    languages: file.languages ?? [],
    baseUrl: file.baseUrl ?? fallbackUrl,
    ...(file.interface ? {interface: file.interface} : {}),
    ...(file.version ? {version: file.version} : {}),
    ...(file.license ? {license: file.license} : {}),
    ...(file.rights ? {rights: file.rights} : {}),
    ...(file.tdm ? {tdm: file.tdm} : {}),
    ...(file.limits?.seconds ? {articleSeconds: file.limits.seconds} : {}),
    ...(file.pictures === false ? {pictures: false} : {}),
    ...(file.doi ? {doi: file.doi} : {}),
    creators: file.creators ?? [],
    ...(file.publisher ? {publisher: file.publisher} : {}),
    authorities,
    collections,
    generator
  }
}

const localised = (text: EditionFile['title']): Record<string, string> =>
  text === undefined ? {} : typeof text === 'string' ? {und: text} : {...text}

/**
 * The edition as the files of one article see it: with its own collection alone, and dated by
 * SOURCE_DATE_EPOCH or by the article itself, so that no other article changes them.
 */
export function editionAround(article: Article, edition: Edition): Edition {
  const {date: _date, collections, ...rest} = edition
  const date = edition.declaredDate ?? stringOf(article.metadata, 'datePublished')
  return {
    ...rest,
    ...(date ? {date} : {}),
    collections: collections.filter(({id}) => id === article.collection)
  }
}
