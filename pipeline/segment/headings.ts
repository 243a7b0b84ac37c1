import type {Page} from './page.ts'
import {endsSentence, isStageLine, wordCount} from './print.ts'

/** Longest line that can be a heading, in UTF-16 code units, and its most words. */
const longest = 100
const mostWords = 14

/** A short line that ends no sentence, is no list item, and has a longer one behind it; or what markup calls one. */
export function isHeading(page: Page, index: number): boolean {
  const block = page.blocks[index]
  const next = page.blocks[index + 1]
  const opening = page.openings[index]
  if (!block || !next || opening?.mark) return false
  if (block.heading !== undefined) return block.heading !== false
  if (block.text.length > longest || wordCount(block.text) > mostWords) return false
  if (isStageLine(block.text) || !/\p{L}/u.test(block.text)) return false
  return (
    !endsSentence(block.text.replace(/[?؟!]$/u, '')) &&
    next.text.length > block.text.length
  )
}
