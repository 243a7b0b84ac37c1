import {pictureFaces} from '../source/picture-faces.ts'
import type {Edition} from '../source/types.ts'
import type {Article} from '../tree/types.ts'
import {articleIri} from '../write/iris.ts'
import type {Output} from '../write/output.ts'
import {citationOf} from './citation.ts'
import {drawPicture, faceFor, printable} from './picture-drawing.ts'
import {printPng} from './png.ts'
import type {Picture} from './social.ts'

/** The headline of an article as a picture, for where the article is shared. */
export const articlePicture: Output = {
  name: 'article-picture',
  article(article, edition) {
    const citation = citationOf(article, edition)
    if (!isDrawn(citation.title, edition)) return []
    const bytes = printPng(drawPicture(citation, article.dir, pictureFaces()))
    return [{path: `articles/${article.id}/${fileName}`, bytes}]
  }
}

/** What a page says of its picture; undefined where it has none. */
export function pictureOf(article: Article, edition: Edition): Picture | undefined {
  const {title, publisher, date} = citationOf(article, edition)
  if (!isDrawn(title, edition)) return undefined
  return {
    url: `${articleIri(edition, article.id)}${fileName}`,
    alt: [title, publisher, date].filter((each) => each !== undefined).join(' · ')
  }
}

const fileName = 'card.png'

/** Not where pictures are switched off, or no face has every letter of the headline. */
const isDrawn = (title: string, {pictures}: Edition): boolean =>
  pictures !== false && faceFor(printable(title), pictureFaces().text) !== undefined
