import {type Detected, detectLanguage} from '../language/detect.ts'
import type {ExtractionSettings} from '../source/settings.ts'
import {leads} from './byline-words.ts'
import type {Evidence} from './evidence.ts'
import {featuresOf} from './features.ts'
import packed from './model.json' with {type: 'json'}
import {type Model, probability, unpackModel} from './model.ts'
import {printedMoments} from './moments.ts'
import {around, type Line} from './page.ts'
import {reasonOf} from './reasons.ts'
import {sumOf} from './weigh.ts'
import {isFor, type Wording} from './wording.ts'

let unpacked: Model | null = null

/** The model that comes with warraq, made ready when the first page is read. */
function ownModel(): Model {
  unpacked ??= unpackModel(packed)
  return unpacked
}

/** How sure it must be of a line, where somebody would rather lose or rather keep what is doubtful. */
const thresholds = {precision: 0.9, recall: 0.2} as const

/** How sure a model is of each line that it is of the article, 0 to 1. */
const judgeLines = (evidence: Evidence, model: Model): number[] =>
  featuresOf(evidence, model).map((row) => probability(model.forest, row))

/** What is of the article. */
export interface Choice {
  /** For each line why it is no part of the article; null where it is one. */
  readonly reasons: (string | null)[]
  /** That of the running text. */
  readonly language: Detected
}

/** Chooses the lines of the article. */
export function chooseLines(
  evidence: Evidence,
  {favour}: ExtractionSettings,
  model = ownModel()
): Choice {
  const chances = judgeLines(evidence, model)
  const isFound = foundLines(evidence, chances, {favour, usual: model.threshold})
  const {lines} = evidence.page
  const first = lines.findIndex((_, n) => n > evidence.headline.line && isFound(n))
  const language = languageOf(lines, isFound, (n) => isRunning(evidence, n))
  const reasons = lines.map((line, n) => {
    if (n === evidence.headline.line) return 'headline'
    if (!isFound(n)) return reasonOf(line, evidence.texts[n]?.wordings ?? 0)
    if (isOfReaders(line, evidence)) return 'comments'
    return n - first < mastheadLines && isMasthead(line.text, language.tag)
      ? 'masthead-label'
      : null
  })
  return {reasons, language}
}

/** Which lines are found: of an article of a few words, which the model is seldom sure of, those that it does not rule out. */
function foundLines(
  evidence: Evidence,
  chances: readonly number[],
  {favour, usual}: {favour: ExtractionSettings['favour']; usual: number}
): (n: number) => boolean {
  const threshold = favour ? thresholds[favour] : usual
  const isAbove = (n: number, least: number): boolean => {
    const chance = chances[n] ?? 0
    return chance >= least && (chance >= sure || !isTwiceSaid(evidence, n))
  }
  const {lines} = evidence.page
  const isAny = lines.some(
    (_, n) => n !== evidence.headline.line && isAbove(n, threshold)
  )
  if (isAny || favour) return (n) => isAbove(n, threshold)
  const isInArticle = lines.map(({block}) =>
    [...around(block)].some(({tag}) => tag === 'article')
  )
  return (n) => isInArticle[n] === true && isAbove(n, thresholds.recall)
}

/** From here on the model is not gainsaid. */
const sure = 0.9
/** What the names of elements and the words of a line may both say that it is for. */
const saidTwice: ReadonlyMap<string, Wording> = new Map([
  ['newsletter', 'newsletter'],
  ['related-articles', 'related'],
  ['share-links', 'share'],
  ['cookie-notice', 'notice'],
  ['advertisement', 'notice']
])

/** True where the elements around a line are named for what its words say that it is for. */
function isTwiceSaid({page, texts}: Evidence, n: number): boolean {
  const line = page.lines[n]
  const wordings = texts[n]?.wordings ?? 0
  if (!line || wordings === 0 || line.text.length > 300) return false
  const wording = saidTwice.get(reasonOf(line, 0))
  return wording !== undefined && isFor(wordings, wording)
}

const isRunning = ({texts}: Evidence, n: number): boolean => (texts[n]?.prose ?? 0) > 0

/** The language of the lines that are wanted most, of all that are found where there are none. */
function languageOf(
  lines: readonly Line[],
  isFound: (n: number) => boolean,
  isWanted: (n: number) => boolean
): Detected {
  const found = lines.flatMap(({text}, n) => (isFound(n) ? [{text, n}] : []))
  const wanted = found.filter(({n}) => isWanted(n))
  const texts = (wanted.length > 0 ? wanted : found).map(({text}) => text)
  return detectLanguage(texts.join('\n'))
}

/** Lines at the head of a text that may still say who wrote it and when. */
const mastheadLines = 4

/** A short line of a name or a day. */
function isMasthead(text: string, tag: string): boolean {
  if (text.length > 100) return false
  if (text.length < 60 && leads.test(text)) return true
  const day = printedMoments(text, tag)[0]
  return (
    day !== undefined && (day.end - day.start > text.length * 0.4 || leads.test(text))
  )
}

const comments = /^(?:comment|comments|commentlist|disqus|kommentare|respond)$/u

/** True in a box that is named for comments and holds but a part of what the page says. */
function isOfReaders(line: Line, {weights, page}: Evidence): boolean {
  const all = weights.prose[page.lines.length] ?? 0
  for (const box of around(line.block)) {
    if (box.tag === 'body' || box.tag === 'main' || box.tag === 'article') return false
    if (!box.tokens.some((token) => comments.test(token))) continue
    if (sumOf(weights.prose, box) < all * 0.5) return true
  }
  return false
}
