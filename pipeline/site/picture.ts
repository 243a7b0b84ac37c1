import {loadRenderer, type PictureFace, pictureFaces} from '../source/renderer.ts'
import type {Edition} from '../source/types.ts'
import {remember} from '../tree/remember.ts'
import type {Article} from '../tree/types.ts'
import {articleIri} from '../write/iris.ts'
import type {Output} from '../write/output.ts'
import {type Citation, citationOf} from './citation.ts'
import {drawPicture, faceFor, printable} from './picture-drawing.ts'
import {printPng} from './png.ts'
import type {Picture} from './social.ts'

/** The headline of an article as a picture, for where the article is shared. */
export const articlePicture: Output = {
  name: 'article-picture',
  article(article, edition) {
    const citation = citationOf(article, edition)
    const Renderer = rendererFor(citation, edition)
    if (!Renderer) return []
    const faces = pictureFaces()
    const {svg, rows} = drawPicture(citation, article.dir, {
      faces,
      measure: (drawing, face) => widthOf(`${face.file}\n${drawing}`)
    })
    const {width, height, pixels} = new Renderer(
      svg,
      fontsOf([...faces.text, ...faces.label])
    ).render()
    const bytes = printPng({width, height, bytes: pixels, rows})
    return [{path: `articles/${article.id}/${fileName}`, bytes}]
  }
}

/** Of a drawing behind the face of its words: headlines share words, and each reading of a face takes a millisecond. */
const widthOf = remember((key) => {
  const Renderer = loadRenderer()
  const [file = ''] = key.split('\n', 1)
  const drawing = key.slice(file.length + 1)
  const bounds = Renderer && new Renderer(drawing, fontsOf([{file}])).getBBox()
  return bounds?.width ?? 0
}, 8_192)

/** What a page says of its picture; undefined where it has none. */
export function pictureOf(article: Article, edition: Edition): Picture | undefined {
  const citation = citationOf(article, edition)
  if (!rendererFor(citation, edition)) return undefined
  const {title, publisher, date} = citation
  return {
    url: `${articleIri(edition, article.id)}${fileName}`,
    alt: [title, publisher, date].filter((each) => each !== undefined).join(' · ')
  }
}

const fontsOf = (faces: readonly Pick<PictureFace, 'file'>[]) => ({
  font: {fontFiles: faces.map(({file}) => file), loadSystemFonts: false}
})

const fileName = 'card.png'

/** Null where pictures are switched off, nothing draws them, or no face has every letter of the headline. */
function rendererFor(
  {title}: Citation,
  {pictures}: Edition
): ReturnType<typeof loadRenderer> {
  if (pictures === false) return null
  const Renderer = loadRenderer()
  return Renderer && faceFor(printable(title), pictureFaces().text) ? Renderer : null
}
