import {expect, test} from 'vitest'
import {
  proofFile,
  proofLines,
  proofPages,
  proofPlaces,
  proofSpans
} from '../../pipeline/site/proof-spans.ts'
import {processText} from '../support/edition.ts'

test('a line that is longer than a page of the proof has its place where it begins', () => {
  const long = 'The ship came home. '.repeat(9_000)
  const {article} = processText(
    `A ship comes home\n5 March 2024\n\n${long}\n\nThe end.\n`
  )
  const pages = proofPages(proofLines(proofSpans(article)))
  const placeOf = proofPlaces(article)
  expect(pages.length).toBeGreaterThan(2)
  for (const [n, lines] of pages.entries())
    for (const {line, goesOn} of lines)
      if (!goesOn) expect(placeOf(line)).toBe(`proof/${proofFile(n)}#L${line}`)
})
