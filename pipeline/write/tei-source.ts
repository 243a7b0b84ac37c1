import {factOf, holdingFacts, stringOf} from '../tree/facts.ts'
import {isHouse} from '../tree/guards.ts'
import type {Article, Fact} from '../tree/types.ts'
import {works} from './json-ld-parts.ts'
import {dateAttributes} from './tei-dates.ts'
import {pointTo, type TeiContext} from './tei-ids.ts'
import {type Xml, xml} from './xml.ts'

/** The headline of an article, else its id. */
export const titleOf = (article: Article): string =>
  stringOf(article.metadata, 'headline') ?? article.id

/** What an article was published as: its authors, its titles, where and when it came out, what it is based on. */
export function origin(context: TeiContext): Xml {
  const {article} = context
  const {metadata, source} = article
  const lang = article.language
  const below = stringOf(metadata, 'alternativeHeadline')
  const section = stringOf(metadata, 'section')
  const url = source.url ?? stringOf(metadata, 'url')
  return xml(
    'biblStruct',
    {type: 'newsArticle'},
    xml(
      'analytic',
      {},
      ...holdingFacts(metadata, 'authors').map((fact) =>
        xml('author', {}, agent(fact, 'name', context))
      ),
      xml('title', {level: 'a', 'xml:lang': lang}, titleOf(article)),
      below !== undefined &&
        xml('title', {level: 'a', type: 'sub', 'xml:lang': lang}, below)
    ),
    xml(
      'monogr',
      {},
      xml('title', {level: 'm', 'xml:lang': lang}, publisherName(article)),
      xml('idno', {type: 'file'}, source.path),
      xml('idno', {type: 'sha256'}, source.sha256),
      url !== undefined && xml('idno', {type: 'URL'}, url),
      imprint(context),
      section !== undefined &&
        xml('biblScope', {unit: 'section', 'xml:lang': lang}, section)
    ),
    ...works(article).map(({work}) =>
      xml(
        'relatedItem',
        {type: 'basedOn'},
        xml(
          'bibl',
          {},
          xml('title', {}, work.name),
          work.publisher && xml('publisher', {}, work.publisher.name),
          work.url !== undefined && xml('idno', {type: 'URL'}, work.url)
        )
      )
    )
  )
}

const publisherName = (article: Article): string => {
  const value = factOf(article.metadata, 'publisher')?.value
  return typeof value === 'object' && 'name' in value ? value.name : article.collection
}

function imprint(context: TeiContext): Xml {
  const {metadata, language} = context.article
  const publisher = factOf(metadata, 'publisher')
  const date = factOf(metadata, 'datePublished')
  const modified = stringOf(metadata, 'dateModified')
  return xml(
    'imprint',
    {},
    publisher && xml('publisher', {}, agent(publisher, 'orgName', context)),
    date && typeof date.value === 'string'
      ? xml(
          'date',
          {
            ...dateAttributes(date.value, `#${context.id('edtf')}`),
            ...(date.text ? {'xml:lang': language} : {})
          },
          date.text ?? date.value
        )
      : xml('date', {}, 'not stated'),
    modified !== undefined &&
      xml(
        'date',
        {type: 'modified', ...dateAttributes(modified, `#${context.id('edtf')}`)},
        modified
      )
  )
}

function agent({value}: Fact, element: string, context: TeiContext): Xml | string {
  if (typeof value !== 'object' || !('name' in value)) return String(value)
  const id = 'id' in value ? value.id : undefined
  return xml(
    !id && element === 'name' && isHouse(value) ? 'orgName' : element,
    {ref: pointTo(context, id), 'xml:lang': context.article.language},
    value.name
  )
}
