import {languageDiffers, quoteNotFound} from '../diagnostics/annotate-rules.ts'
import {detectLanguage} from '../language/detect.ts'
import type {Context} from '../source/types.ts'
import {addFact, copyMetadata} from '../tree/facts.ts'
import {isComment} from '../tree/guards.ts'
import type {Locator} from '../tree/position.ts'
import {countWords, plainText} from '../tree/text.ts'
import type {
  Article,
  Declaration,
  DialogueDeclaration,
  Fact,
  Metadata
} from '../tree/types.ts'
import {dialogues, textBlocks} from '../tree/walk.ts'

/** The decoded source and its index of lines. */
export interface SourceText {
  readonly text: string
  readonly at: Locator
}

/** Adds declared and inferred facts about the article and its dialogues. */
export function annotateMetadata(
  article: Article,
  source: SourceText,
  context: Context
): Article {
  const metadata: Metadata = copyMetadata(article.metadata)
  addCollectionFacts(metadata, context)
  addLanguage(metadata, source, context)
  addDescription(metadata, article)
  if (article.source.mediaType.includes('html')) addWordCount(metadata, article)
  for (const [field, value] of Object.entries(context.sidecar.metadata ?? {})) {
    for (const declaration of [value].flat())
      declare(metadata, {field, declaration}, source, context)
  }
  const children = article.children.map((child) => {
    if (child.type !== 'dialogue') return child
    const declared = context.sidecar.dialogues?.[dialogues(article).indexOf(child)]
    return declared ? declareDialogue(child, declared, source, context) : child
  })
  return {...article, metadata, children}
}

function addCollectionFacts(
  metadata: Metadata,
  {collection, authorities, sidecar}: Context
): void {
  const because = collection.because ?? 'declared for every article of the collection'
  const add = (field: string, value: Fact['value']): void =>
    addFact(metadata, field, {
      value,
      basis: 'declared',
      rule: 'source/collection',
      because
    })
  const publisher = authorities.byId.get(collection.publisher ?? '')
  if (publisher) add('publisher', {id: publisher.id, name: publisher.name})
  else if (collection.publisherName) add('publisher', {name: collection.publisherName})
  if (collection.license) add('license', collection.license)
  if (collection.language && !sidecar.language) add('inLanguage', collection.language)
  if (sidecar.url) {
    addFact(metadata, 'url', {
      value: sidecar.url,
      basis: 'declared',
      rule: 'source/sidecar',
      because: 'the address given in the sidecar'
    })
  }
}

function addLanguage(
  metadata: Metadata,
  source: SourceText,
  {sidecar, collection, report}: Context
): void {
  if (sidecar.language) {
    const because = 'declared in the sidecar'
    addFact(metadata, 'inLanguage', {
      value: sidecar.language,
      basis: 'declared',
      rule: 'source/sidecar',
      because
    })
  }
  if (metadata.inLanguage?.some((fact) => fact.basis !== 'declared')) return
  const {tag, confidence} = detectLanguage(source.text)
  if (tag === 'und') return
  addFact(metadata, 'inLanguage', {
    value: tag,
    basis: 'inferred',
    rule: 'annotate/language-detection',
    confidence
  })
  const declared = sidecar.language ?? collection.language
  if (declared && confidence >= 0.9 && declared.split('-')[0] !== tag) {
    report(languageDiffers, {declared, detected: tag})
  }
}

/** The lede describes the article; it is the source's own words. */
function addDescription(metadata: Metadata, article: Article): void {
  const lede = article.children.find(
    (child) => child.type === 'paragraph' && child.role === 'lede'
  )
  if (lede?.type !== 'paragraph') return
  addFact(metadata, 'description', {
    value: plainText(lede.children),
    basis: 'inferred',
    rule: 'annotate/lede-as-description',
    position: lede.position,
    confidence: 0.9
  })
}

/** Words of the text, turns included; of pages, whose publishers count them too. */
function addWordCount(metadata: Metadata, article: Article): void {
  let count = 0
  for (const block of textBlocks(article))
    if (!isComment(block)) count += countWords(plainText(block.children))
  addFact(metadata, 'wordCount', {
    value: count,
    basis: 'inferred',
    rule: 'annotate/word-count',
    confidence: 1
  })
}

function declare(
  metadata: Metadata,
  {field, declaration}: {field: string; declaration: Declaration},
  {text, at}: SourceText,
  {report}: Context
): void {
  const {value, quote, because} = declaration
  const start = quote === undefined ? -1 : text.indexOf(quote)
  if (quote !== undefined && start < 0) {
    report(quoteNotFound, {field, quote})
    return
  }
  addFact(metadata, field, {
    value,
    basis: 'declared',
    rule: 'source/sidecar',
    ...(quote === undefined ? {} : {position: at.span(start, start + quote.length)}),
    because
  })
}

type Dialogue = ReturnType<typeof dialogues>[number]

function declareDialogue(
  dialogue: Dialogue,
  declared: DialogueDeclaration,
  source: SourceText,
  context: Context
): Dialogue {
  const metadata = copyMetadata(dialogue.metadata)
  const {kind, ...facts} = declared
  for (const [field, declaration] of Object.entries(facts)) {
    declare(metadata, {field, declaration}, source, context)
  }
  return {...dialogue, metadata, kind: kind ?? dialogue.kind}
}
