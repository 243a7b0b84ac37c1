import {holdingFacts, stringOf} from '../tree/facts.ts'
import {remember} from '../tree/remember.ts'
import {countWords, turnText} from '../tree/text.ts'
import type {Article} from '../tree/types.ts'
import {turns} from '../tree/walk.ts'
import {articleIri, editionTitle} from './iris.ts'
import {encoding, hasTranscript} from './tei-encoding.ts'
import type {TeiContext} from './tei-ids.ts'
import {participants, setting} from './tei-people.ts'
import {origin, titleOf} from './tei-source.ts'
import {type Xml, xml} from './xml.ts'

/** The TEI header of an article: what it is, where it comes from, how it was encoded, who is in it. */
export function header(context: TeiContext, text: Xml): Xml {
  const {edition} = context
  return xml(
    'teiHeader',
    {'xml:lang': 'en'},
    xml(
      'fileDesc',
      {},
      titles(context),
      extent(context.article),
      publication(context),
      xml('sourceDesc', {}, origin(context))
    ),
    encoding(context, text),
    profile(context),
    edition.date !== undefined &&
      xml(
        'revisionDesc',
        {},
        xml(
          'change',
          {when: edition.date.slice(0, 10), who: `#${context.id('warraq')}`},
          'Encoded from the source file.'
        )
      )
  )
}

function titles(context: TeiContext): Xml {
  const {article, id} = context
  return xml(
    'titleStmt',
    {},
    xml('title', {type: 'main', 'xml:lang': article.language}, titleOf(article)),
    xml(
      'respStmt',
      {'xml:id': id('warraq')},
      xml(
        'resp',
        {},
        'structure, speakers, names and dates worked out from the source text'
      ),
      xml('name', {type: 'software'}, 'warraq')
    )
  )
}

function extent(article: Article): Xml {
  const spoken = turns(article)
  const words = spoken.reduce((sum, turn) => sum + countWords(turnText(turn)), 0)
  return xml(
    'extent',
    {},
    ...(spoken.length > 0
      ? [
          xml(
            'measure',
            {unit: 'turns', quantity: spoken.length},
            `${spoken.length} turns`
          ),
          xml('measure', {unit: 'words', quantity: words}, `${words} words in the turns`)
        ]
      : []),
    xml(
      'measure',
      {unit: 'bytes', quantity: article.source.bytes},
      `${article.source.bytes} bytes of source`
    )
  )
}

function publication(context: TeiContext): Xml {
  const {article, edition} = context
  const publisher =
    edition.publisher?.name ?? editionTitle(edition, article.language) ?? 'warraq'
  const license = stringOf(article.metadata, 'license')
  const rights = article.source.rights ?? stringOf(article.metadata, 'copyrightNotice')
  return xml(
    'publicationStmt',
    {},
    xml('publisher', {}, publisher),
    edition.date !== undefined &&
      xml('date', {when: edition.date.slice(0, 10)}, edition.date.slice(0, 10)),
    xml(
      'availability',
      {status: license ? 'restricted' : 'unknown'},
      license !== undefined &&
        xml(
          'licence',
          /^https?:/u.test(license) ? {target: encodeURI(license)} : {},
          license
        ),
      rights !== undefined && xml('p', {}, rights),
      license === undefined &&
        rights === undefined &&
        xml('p', {}, 'The source states no licence; none is claimed here.')
    ),
    xml('idno', {type: 'URI'}, articleIri(edition, article.id))
  )
}

/** The tags of the source. */
function keywords({metadata, language}: Article): Xml | false {
  const words = holdingFacts(metadata, 'keywords').map(({value}) => String(value))
  return (
    words.length > 0 &&
    xml('keywords', {'xml:lang': language}, ...words.map((word) => xml('term', {}, word)))
  )
}

const languageName = remember(
  (tag) =>
    new Intl.DisplayNames('en', {type: 'language', fallback: 'code'}).of(tag) ?? tag
)

function profile(context: TeiContext): Xml {
  const {article, id} = context
  const target = [
    `#${id('genre.news')}`,
    ...(hasTranscript(article) ? [`#${id('genre.transcript')}`] : [])
  ].join(' ')
  return xml(
    'profileDesc',
    {},
    xml(
      'langUsage',
      {},
      article.language !== 'en' &&
        xml('language', {ident: article.language}, languageName(article.language)),
      xml(
        'language',
        {ident: 'en'},
        article.language === 'en' ? 'English' : 'English (this header)'
      )
    ),
    participants(context),
    setting(context),
    xml(
      'textClass',
      {},
      xml('catRef', {scheme: `#${id('genre')}`, target}),
      keywords(article)
    )
  )
}
