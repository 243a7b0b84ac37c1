import type {Article} from '../tree/types.ts'
import type {TeiContext} from './tei-ids.ts'
import {type Xml, xml} from './xml.ts'

/** How the text was encoded, and what its elements and pointers mean. */
export const encoding = (context: TeiContext, text: Xml): Xml =>
  xml(
    'encodingDesc',
    {},
    xml(
      'projectDesc',
      {},
      xml(
        'p',
        {},
        'Made from the file of the article; @source points to the lines of that file each element was made from.'
      )
    ),
    practice(),
    tags(context, text),
    pointers(context),
    classes(context),
    xml(
      'appInfo',
      {},
      xml(
        'application',
        {ident: 'warraq', version: context.edition.generator},
        xml('label', {}, 'warraq')
      )
    )
  )

const note = (name: string, attributes: Record<string, string>, words: string): Xml =>
  xml(name, attributes, xml('p', {}, words))

const practice = (): Xml =>
  xml(
    'editorialDecl',
    {},
    note('correction', {method: 'silent', status: 'unknown'}, 'Nothing was corrected.'),
    note(
      'normalization',
      {method: 'silent'},
      'No spelling was changed: signs, punctuation and digits are those of the source.'
    ),
    note(
      'quotation',
      {marks: 'all'},
      'Quotation marks stand in the text; q encloses them with the words.'
    ),
    note(
      'segmentation',
      {},
      'One p a paragraph, one u a turn, one seg a paragraph of a turn. What is printed to open a turn is kept in note of type speaker; what was set aside from the article is kept in fw.'
    ),
    note(
      'interpretation',
      {},
      'Speakers, names and dates that were worked out and not read carry @resp and @cert, a probability. Particles written together with a name stay outside of it.'
    )
  )

const tags = ({article}: TeiContext, text: Xml): Xml =>
  xml(
    'tagsDecl',
    {},
    article.dir === 'rtl' &&
      xml('rendition', {scheme: 'css', selector: 'text'}, 'direction: rtl;'),
    xml(
      'namespace',
      {name: 'http://www.tei-c.org/ns/1.0'},
      countElements(text).map(([gi, occurs]) => xml('tagUsage', {gi, occurs}))
    )
  )

const pointers = ({article}: TeiContext): Xml =>
  xml(
    'listPrefixDef',
    {},
    xml(
      'prefixDef',
      {
        ident: 'raw',
        matchPattern: '([0-9]+),([0-9]+)',
        replacementPattern: `${encodeURI(article.source.path)}#line=$1,$2`
      },
      xml(
        'p',
        {},
        'Lines of the source file as RFC 5147 counts them: raw:26,27 is its 27th line.'
      )
    )
  )

const classes = ({article, id}: TeiContext): Xml =>
  xml(
    'classDecl',
    {},
    xml(
      'taxonomy',
      {'xml:id': id('genre')},
      category(id('genre.news'), 'news article'),
      hasTranscript(article) &&
        category(id('genre.transcript'), 'printed transcript of a conversation')
    ),
    xml(
      'taxonomy',
      {'xml:id': id('dating')},
      category(id('edtf'), 'Extended Date/Time Format, ISO 8601-2:2019')
    )
  )

const category = (id: string, words: string): Xml =>
  xml('category', {'xml:id': id}, xml('catDesc', {}, words))

/** Every element name below an element and how often it occurs, in alphabetical order. */
function countElements(element: Xml): [string, number][] {
  const counts = new Map<string, number>()
  const visit = ({name: gi, children}: Xml): void => {
    counts.set(gi, (counts.get(gi) ?? 0) + 1)
    for (const child of children) if (typeof child !== 'string') visit(child)
  }
  visit(element)
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** True where the article has a conversation. */
export const hasTranscript = (article: Article): boolean =>
  article.children.some((child) => child.type === 'dialogue')
