import {remember} from '../tree/remember.ts'
import type {Output} from '../write/output.ts'
import {type Citation, citationOf} from './citation.ts'

/** A citation as reference managers read it, one file a form beside the page. */
export const citationFiles: Output = {
  name: 'citation-files',
  article: (article, edition) => {
    const citation = citationOf(article, edition)
    return citationForms.map(({file, print}) => ({
      path: `articles/${article.id}/${file}`,
      bytes: print(citation)
    }))
  }
}

/** A turn that is cited: its anchor, and what it is called, printed as they are. */
export interface CitedTurn {
  readonly anchor: string
  readonly name: string
}

/** A form of a citation: of a whole article, or of one turn of it. */
export interface CitationForm {
  readonly file: string
  readonly name: string
  readonly mediaType: string
  print(citation: Citation, turn?: CitedTurn): string
}

/** The forms that are written, in the order they are offered. */
export const citationForms: readonly CitationForm[] = [
  {file: 'cite.bib', name: 'BibTeX', mediaType: 'application/x-bibtex', print: bibtex},
  {
    file: 'cite.ris',
    name: 'RIS',
    mediaType: 'application/x-research-info-systems',
    print: ris
  },
  {
    file: 'cite.csl.json',
    name: 'CSL-JSON',
    mediaType: 'application/vnd.citationstyles.csl+json',
    print: cslJson
  }
]

/**
 * A newspaper article, or a text on the web where no newspaper is known.
 * @see https://ctan.org/pkg/biblatex, 2.1.1 and 2.2.2
 */
function bibtex(citation: Citation, turn?: CitedTurn): string {
  const {id, title, authors, publisher, edition, day, url, language, doi} = citation
  const fields: [string, string | undefined][] = [
    ['title', `{${escapeTex(title)}}`],
    ['titleaddon', turn?.name],
    [
      'author',
      authors.length > 0
        ? authors.map(({name, isPerson}) => texName(name, isPerson)).join(' and ')
        : undefined
    ],
    ['journaltitle', publisher && escapeTex(publisher)],
    ['entrysubtype', publisher && 'newspaper'],
    ['date', day],
    ['url', url + fragment(turn)],
    ['langid', language && languageName(language)],
    ['note', escapeTex(doi === undefined ? edition : `${edition}, doi:${doi}`)]
  ]
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = {${value}}`]
  )
  return `@${publisher === undefined ? 'online' : 'article'}{${id}${suffix(turn)},\n${lines.join(',\n')}\n}\n`
}

const fragment = (turn: CitedTurn | undefined): string => (turn ? `#${turn.anchor}` : '')
const suffix = (turn: CitedTurn | undefined): string => (turn ? `-${turn.anchor}` : '')

/** A name that its reader must not take apart stands in braces. */
const texName = (name: string, isPerson: boolean): string =>
  isPerson && !/,|\band\b/iu.test(name) ? escapeTex(name) : `{${escapeTex(name)}}`

const texSpecials: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}'
}
const escapeTex = (text: string): string =>
  oneLine(text).replace(
    /[\\{}~^&%$#_]/gu,
    (character) => texSpecials[character] ?? `\\${character}`
  )

/** The name of babel and polyglossia. */
const languageName = remember((tag) =>
  new Intl.DisplayNames('en', {type: 'language', fallback: 'none'})
    .of(tag.split('-')[0] ?? tag)
    ?.toLowerCase()
)

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** @see https://github.com/aurimasv/translators/wiki/RIS-Tag-Map, type NEWS or ELEC; lines end in CR LF */
function ris(citation: Citation, turn?: CitedTurn): string {
  const {id, title, authors, publisher, edition, day, url, language} = citation
  const [year, month = '', date = ''] = day?.split('-') ?? []
  const fields: [string, string | undefined][] = [
    ['TY', publisher === undefined ? 'ELEC' : 'NEWS'],
    ['ID', `${id}${suffix(turn)}`],
    ['TI', oneLine(title)],
    ...authors.map(({name}): [string, string] => ['AU', oneLine(name)]),
    ['T2', publisher && oneLine(publisher)],
    ['SE', turn?.name],
    ['PY', year],
    ['DA', year && `${year}/${month}/${date}`],
    ['LA', language],
    ['DP', oneLine(edition)],
    ['UR', url + fragment(turn)]
  ]
  return `${fields
    .flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}\r\n`]))
    .join('')}ER  - \r\n`
}

/** @see https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json */
function cslJson(citation: Citation, turn?: CitedTurn): string {
  const {id, title, authors, publisher, edition, day, url, language} = citation
  const item = {
    id: `${id}${suffix(turn)}`,
    type: publisher === undefined ? 'webpage' : 'article-newspaper',
    title,
    ...(authors.length > 0 ? {author: authors.map(({name}) => ({literal: name}))} : {}),
    ...(publisher === undefined ? {} : {'container-title': publisher}),
    ...(turn ? {section: turn.name} : {}),
    ...(day === undefined ? {} : {issued: {'date-parts': [day.split('-').map(Number)]}}),
    ...(language === undefined ? {} : {language}),
    source: edition,
    URL: url + fragment(turn)
  }
  return `${JSON.stringify([item], null, 2)}\n`
}
