import type {Paragraph, PhrasingContent} from 'mdast'
import {gfmToMarkdown} from 'mdast-util-gfm'
import {defaultHandlers, type Options, toMarkdown} from 'mdast-util-to-markdown'
import {stringify} from 'yaml'
import {holdingFacts, stringOf} from '../tree/facts.ts'
import type {Article, Fact} from '../tree/types.ts'
import {markdownBlocks} from './markdown-blocks.ts'
import type {Output} from './output.ts'

/**
 * The article as Markdown (CommonMark, GitHub's tables): what it states of itself as front matter, then
 * headline and text. Speakers stand in bold and in full before each of their turns; no word of ours is
 * added. Read again, it gives the same text and the same facts.
 * @see https://spec.commonmark.org/0.31.2/ https://github.github.com/gfm/
 */
export const markdown: Output = {
  name: 'markdown',
  article: (article) => [
    {path: `articles/${article.id}/article.md`, bytes: markdownOf(article)}
  ]
}

function markdownOf(article: Article): string {
  const headline = stringOf(article.metadata, 'headline')
  const text = toMarkdown(
    {
      type: 'root',
      children: [
        ...(headline === undefined
          ? []
          : [
              {
                type: 'heading' as const,
                depth: 1 as const,
                children: [{type: 'text' as const, value: headline}]
              }
            ]),
        ...markdownBlocks(article)
      ]
    },
    options
  )
  return `${frontMatter(article)}${text}`
}

/**
 * Texts in which nothing could mean anything in Markdown, most by far: no punctuation before them, none in them that
 * has to be escaped, and neither a numbered item nor an address in the making.
 */
const isPlain =
  /^[^\s!-/:-@[-`{-~](?:[^\t\n\r!#&).:*<@[\\\]_`{|}~]|(?<![\dWw])\.|(?<!\d)\)|(?<![ps]):|!(?!$))*(?<!\s)$/u

/** A paragraph of plain text, with the name of its speaker or without: it needs no look at what stands beside what. */
function plainParagraph({children}: Paragraph): string | undefined {
  const [first, space, said, ...others] = children
  if (first?.type === 'text' && !space) return plainText(first)
  if (first?.type !== 'strong' || others.length > 0) return undefined
  const name = plainText(first.children[0])
  const text = plainText(said)
  if (name === undefined || text === undefined || first.children.length > 1)
    return undefined
  return space?.type === 'text' && space.value === ' ' ? `**${name}** ${text}` : undefined
}

const plainText = (node: PhrasingContent | undefined): string | undefined =>
  node?.type === 'text' && isPlain.test(node.value) ? node.value : undefined

const gfm = gfmToMarkdown()
const printParagraph =
  gfm.extensions?.find(({handlers}) => handlers?.paragraph)?.handlers?.paragraph ??
  defaultHandlers.paragraph

const options: Options = {
  extensions: [gfm],
  handlers: {
    paragraph: (node, parent, state, info) =>
      plainParagraph(node) ?? printParagraph(node, parent, state, info),
    text: (node, parent, state, info) =>
      isPlain.test(node.value)
        ? node.value
        : defaultHandlers.text(node, parent, state, info)
  },
  bullet: '-',
  emphasis: '*',
  fence: '~',
  rule: '-',
  listItemIndent: 'one'
}

/** Keys by field, those that others read. @see https://jekyllrb.com/docs/front-matter/ https://gohugo.io/content-management/front-matter/ */
const keys = {
  headline: 'title',
  alternativeHeadline: 'subtitle',
  description: 'description',
  authors: 'authors',
  datePublished: 'date',
  dateModified: 'lastmod',
  publisher: 'publisher',
  section: 'section',
  keywords: 'tags',
  url: 'canonical',
  license: 'license',
  image: 'image'
} as const

const lists = new Set(['authors', 'keywords'])

function frontMatter(article: Article): string {
  const data: Record<string, string | string[]> = {}
  for (const [field, key] of Object.entries(keys)) {
    const values = holdingFacts(article.metadata, field).filter(isSaid).flatMap(textOf)
    const [first] = values
    if (first !== undefined) data[key] = lists.has(field) ? values : first
  }
  if (article.language !== 'und') data.lang = article.language
  return Object.keys(data).length === 0
    ? ''
    : `---\n${stringify(data, {schema: 'core', lineWidth: 0, defaultStringType: 'PLAIN'})}---\n\n`
}

/** A description that is only the first paragraph says nothing that does not stand below. */
const isSaid = ({rule}: Fact): boolean => rule !== 'annotate/lede-as-description'

const textOf = ({value}: Fact): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && 'name' in value
      ? [value.name]
      : []
