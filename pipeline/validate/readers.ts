import {badPage, badTei} from '../diagnostics/validate-rules.ts'
import type {ArticleGate} from './gate.ts'
import {parseAnyPage, parsePage} from './html.ts'
import type {Element} from './html-element.ts'
import {parseXml, readXml} from './xml-events.ts'

/** Where a build is to be thorough: parsers read pages and TEI as the rules do that read what is plainly written. */
export const readersGate: ArticleGate = {
  name: 'readers',
  check({edition, files, report}) {
    if (!edition.isThorough) return
    const problem = 'read otherwise by a whole parser than by the rules for plain files'
    for (const [page, text] of files) {
      if (
        page.endsWith('.html') &&
        !isSame(joined(parsePage(text)), joined(parseAnyPage(text)))
      )
        report(badPage, {problem, page})
      if (page.endsWith('.tei.xml') && !isSame(readXml(text), parseXml(text)))
        report(badTei, {problem: `${page}: ${problem}`})
    }
  }
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** The same with each text in one piece: readers hand it over in pieces of their own. */
function joined({children, ...element}: Element): unknown {
  const whole: unknown[] = []
  let words = ''
  for (const child of children) {
    if (typeof child === 'string') words += child
    else {
      whole.push(words, joined(child))
      words = ''
    }
  }
  return {...element, children: [...whole, words]}
}
