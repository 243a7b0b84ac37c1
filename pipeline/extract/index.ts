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
import {parsePage} from './parse.ts'
import {findHeadline} from './titles.ts'
import type {ExtractedPage} from './types.ts'
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
  return extractTree(parsePage(html), html, settings, model)
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
  const {lines, reasons} = withEmbedded(html, evidence, kept)
  return {html, lines, reasons, facts, kinds}
}
