import {hasForm} from '../source/selection.ts'
import type {Edition} from '../source/types.ts'
import {factOf, stringOf} from '../tree/facts.ts'
import type {Article, ArticleChild} from '../tree/types.ts'
import type {Output, Surroundings} from '../write/output.ts'
import {about, titleOf} from './about.ts'
import {articleHead} from './article-head.ts'
import {between} from './between.ts'
import {block} from './blocks.ts'
import {cite} from './cite.ts'
import {collectionPath, collectionTitle} from './collection-paths.ts'
import {collectionSteps} from './crumbs.ts'
import {type Html, html} from './html.ts'
import {isHtmlDate, type TextContext} from './inline.ts'
import {pictureOf} from './picture.ts'
import {proofPlaces} from './proof-spans.ts'
import {provenance} from './provenance.ts'
import {readingsOf} from './readings.ts'
import {document, stepsTo} from './shell.ts'
import {transcript} from './transcript.ts'
import {interfaceFor} from './words.ts'

/** The page of an article, its JSON-LD embedded. */
export const articlePage: Output = {
  name: 'article-page',
  hasNeighbours: true,
  article: (article, edition, around) => [
    {path: `articles/${article.id}/index.html`, bytes: render(article, edition, around)}
  ]
}

function render(
  article: Article,
  edition: Edition,
  around: Surroundings | undefined
): string {
  const ui = interfaceFor(article.language, edition)
  const context: TextContext = {
    article,
    ui,
    entities: new Map(article.entities.map((entity) => [entity.id, entity])),
    readings: readingsOf(article, edition),
    proofOf: proofPlaces(article)
  }
  const picture = pictureOf(article, edition)
  const place = {
    path: `articles/${article.id}/index.html`,
    title: titleOf(article),
    above: collectionSteps(article.collection, ui, edition),
    ui,
    edition
  }
  return document({
    ...place,
    description: stringOf(article.metadata, 'description')?.slice(0, 300),
    head: articleHead(article, edition, stepsTo(place)),
    type: 'article',
    ...(picture ? {picture} : {}),
    main: html`<article id="article"${article.language !== ui.tag && html` lang="${article.language}" dir="${article.dir}"`}>
${masthead(context, edition)}
${inInterface(context, about(context, edition))}
${sections(context)}
${inInterface(context, html`${provenance(context)}${downloads(context, edition)}${cite(context, edition)}`)}
</article>
${between(around, context, edition)}`
  })
}

/** Parts in the language of the pages, where that is not the article's. */
const inInterface = ({article, ui}: TextContext, part: Html): Html =>
  article.language === ui.tag
    ? part
    : html`<div class="ui" lang="${ui.tag}" dir="${ui.dir}">${part}</div>`

function masthead({article, entities, ui}: TextContext, edition: Edition): Html {
  const publisher = factOf(article.metadata, 'publisher')?.value
  const date = factOf(article.metadata, 'datePublished')
  const name =
    typeof publisher === 'object' && 'id' in publisher
      ? (entities.get(publisher.id ?? '')?.name ?? publisher.name)
      : typeof publisher === 'object' && 'name' in publisher
        ? publisher.name
        : undefined
  const printed = date && (date.text ?? String(date.value))
  const time =
    printed !== undefined && typeof date?.value === 'string' && isHtmlDate(date.value)
      ? html`<time datetime="${date.value}">${printed}</time>`
      : printed && html`<span>${printed}</span>`
  const below = stringOf(article.metadata, 'alternativeHeadline')
  return html`<header class="top">
<p class="kicker"><a class="outlet" href="../../${collectionPath(article.collection)}"><bdi>${name ?? collectionTitle(edition, article.collection)}</bdi></a>${time}<a class="to-proof" href="proof/index.html"${article.language !== ui.tag && html` lang="${ui.tag}" dir="${ui.dir}"`}>${ui.words.proof}</a><button type="button" class="quiet" data-copy-address data-done="${ui.words.copied}" hidden>${ui.words.copyLink}</button></p>
<h1>${titleOf(article)}</h1>
${below !== undefined && html`<p class="below">${below}</p>`}
</header>`
}

/** Runs of narrative and the transcripts between them, in the order of the article. */
function sections(context: TextContext): Html[] {
  const {article, ui} = context
  const parts: Html[] = []
  let run: Exclude<ArticleChild, {type: 'dialogue'}>[] = []
  let count = 0
  const close = (): void => {
    if (run.length === 0) return
    const id = count === 0 ? 'narrative' : `narrative-${count + 1}`
    count++
    parts.push(
      html`<section id="${id}" class="narrative" aria-label="${ui.words.narrative}${count > 1 && ` ${count}`}">\n${run.map((node) => block(node, context))}</section>\n`
    )
    run = []
  }
  for (const child of article.children) {
    if (child.type === 'dialogue') {
      close()
      parts.push(transcript(child, context))
    } else run.push(child)
  }
  close()
  return parts
}

function downloads({ui}: TextContext, edition: Edition): Html | null {
  const {words} = ui
  const files = [
    ['article.jsonld', 'JSON-LD', words.jsonldNote],
    ['article.tei.xml', 'TEI XML', words.teiNote],
    ['article.json', 'JSON', words.jsonNote],
    ['article.txt', 'TXT', words.txtNote],
    ['article.csv', 'CSV', words.csvNote]
  ] as const
  const there = files.filter(([href]) => hasForm(edition, href))
  if (there.length === 0) return null
  return html`<section id="downloads" aria-labelledby="downloads-heading"><h2 id="downloads-heading">${words.downloads}</h2>
<ul class="dl" role="list">
${there.map(([href, name, note]) => html`<li><a href="${href}" download><bdi dir="ltr">${name}</bdi></a> <span>${note}</span></li>\n`)}</ul>
</section>
`
}
