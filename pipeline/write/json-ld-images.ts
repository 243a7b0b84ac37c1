import {holdingFacts, stringOf} from '../tree/facts.ts'
import {isFigure} from '../tree/guards.ts'
import {plainText} from '../tree/text.ts'
import type {Article, Figure} from '../tree/types.ts'
import {walk} from '../tree/walk.ts'
import {type JsonLdNode, node} from './json-ld-nodes.ts'

/** An image of an article and the fragment of its node. */
export interface ArticleImage {
  readonly id: string
  readonly node: JsonLdNode
}

/**
 * The images of an article as ImageObjects: what its page names as its image, then those printed in it;
 * an image that is both stands once, with its caption. An address that is not absolute says nothing here.
 * @param iri makes the id of a node; left out, the nodes have none
 */
export function imagesOf(
  article: Article,
  iri?: (fragment: string) => string
): ArticleImage[] {
  const figures = [...walk(article)].filter(isFigure).filter(saysSomething)
  const named = holdingFacts(article.metadata, 'image').flatMap(({value}) =>
    typeof value === 'string' && isAbsolute(value) ? [value] : []
  )
  const leading = named.map((url) => figures.find((figure) => figure.url === url) ?? url)
  const all = new Set<Figure | string>([...leading, ...figures])
  return [...all].map((image, n) => {
    const id = typeof image === 'string' ? `image-${n + 1}` : image.id
    const stated = image === leading[0] ? statedOf(article) : {}
    const described =
      typeof image === 'string'
        ? {contentUrl: image, ...stated}
        : {...stated, ...describe(image)}
    return {
      id,
      node: node({
        '@type': 'ImageObject',
        ...(iri ? {'@id': iri(id)} : {}),
        ...described
      })
    }
  })
}

const isAbsolute = (url: string | undefined): boolean => /^https?:\/\//iu.test(url ?? '')

const saysSomething = (figure: Figure): boolean =>
  isAbsolute(figure.url) || figure.children.length > 0

/** What is told of the first image that a page names. */
const statedOf = ({metadata}: Article): Record<string, string | undefined> => ({
  caption: stringOf(metadata, 'imageCaption'),
  creditText: stringOf(metadata, 'imageCredit')
})

function describe(figure: Figure): Record<string, string> {
  const textOf = (isCredit: boolean): string | undefined =>
    figure.children
      .filter(({role}) => (role === 'credit') === isCredit)
      .map(({children}) => plainText(children))
      .join(' ') || undefined
  const {url, alt} = figure
  const caption = textOf(false)
  const creditText = textOf(true)
  return {
    ...(url !== undefined && isAbsolute(url) ? {contentUrl: url} : {}),
    ...(caption ? {caption} : {}),
    ...(creditText ? {creditText} : {}),
    ...(alt ? {description: alt} : {})
  }
}
