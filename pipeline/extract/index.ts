import type {Root} from 'hast'
import {defaultExtraction, type ExtractionSettings} from '../source/settings.ts'
import {chooseLines} from './choose.ts'
import {findConsentWall} from './consent.ts'
import {maskDeep} from './depth.ts'
import {withEmbedded} from './embedded-body.ts'
import {gatherEvidence} from './evidence.ts'
import {factsOf} from './facts.ts'
import {readHead} from './head.ts'
import {readItems} from './items.ts'
import {kindsOf} from './kinds.ts'
import {readLineText} from './line-texts.ts'
import {printPage} from './lines.ts'
import type {Model} from './model.ts'
import type {PrintedPage} from './page.ts'
import {parseMasked} from './parse.ts'
import {findHeadline} from './titles.ts'
import type {ExtractedPage, PageFact} from './types.ts'
import {keepWhole} from './whole.ts'

/**
 * Takes a web page apart: the lines of its article, what it states about itself, and why the rest is left out.
 * @param model another than that which comes with warraq, to judge it by
 */
export function extractPage(
  text: string,
  settings: ExtractionSettings = defaultExtraction,
  model?: Model
): ExtractedPage {
  const html = maskDeep(text)
  return extractTree(parseMasked(html), html, settings, model)
}

/**
 * The same of a page that was parsed already. What was taken out of its tree is not read, nor is text without a place.
 * @param root offsets in it are those of `html`
 */
export function extractTree(
  root: Root,
  html: string,
  settings: ExtractionSettings = defaultExtraction,
  model?: Model
): ExtractedPage {
  const head = readHead(root, html)
  const page = printPage(root, html)
  const texts = page.lines.map(readLineText)
  const headline = findHeadline(page, texts, head)
  const evidence = gatherEvidence({page, texts, headline}, head)
  const {reasons: chosen, language} = chooseLines(evidence, settings, model)
  const whole = keepWhole(page.lines, chosen)
  const wall = findConsentWall(page.lines, texts, whole)
  const kept = wall?.reasons ?? whole
  const items = readItems(
    {root, html, page},
    page.lines[headline.line]?.runs[0]?.start ?? null
  )
  const facts = factsOf({html, head, page, headline, reasons: kept, items, language})
  const kinds = [...(wall ? [wall.kind] : []), ...kindsOf(head)]
  const {lines, reasons} = withEmbedded(
    html,
    evidence,
    withoutMasthead(kept, facts, page)
  )
  return {html, lines, reasons, facts, kinds}
}

/** Facts that are printed above the text. */
const ofMasthead = new Set(['authors', 'datePublished'])
/** Lines at the head of the text that may be such a fact, and the share of their text that is. */
const most = {lines: 3, share: 0.4} as const

/** The text without the lines at its head that say who wrote it and when: they are facts. */
function withoutMasthead(
  reasons: readonly (string | null)[],
  facts: readonly PageFact[],
  {lines}: PrintedPage
): (string | null)[] {
  const first = reasons.indexOf(null)
  const kept = [...reasons]
  for (const {field, printed} of facts) {
    const line = printed && ofMasthead.has(field) ? lines[printed.line] : undefined
    if (!printed || !line || printed.line - first >= most.lines) continue
    const isFact = printed.end - printed.start >= line.text.length * most.share
    if (kept[printed.line] === null && isFact) kept[printed.line] = 'masthead-label'
  }
  return kept
}
