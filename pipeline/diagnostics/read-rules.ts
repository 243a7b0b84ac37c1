import {defineRule} from './rule.ts'

export const invalidBytes = defineRule<{
  offset: number
  found: string
  encoding: string
  candidates: readonly string[]
}>({
  id: 'read/invalid-bytes',
  severity: 'error',
  title: 'Bytes that are no text in this encoding',
  message: ({offset, found, encoding}) =>
    `Unexpected bytes \`${found}\` at byte ${offset}, expected ${encoding}`,
  why: 'A wrong guess would replace letters in silence, and every offset after it would be wrong.',
  fix: ({candidates}) =>
    candidates.length > 0
      ? `Declare the encoding in the sidecar or in collection.yaml, such as \`encoding: ${candidates[0]}\`; the bytes could also be ${candidates.slice(1).join(', ') || 'nothing else that is common'}. Look at the result before you keep it.`
      : 'No common encoding reads these bytes: ask for the file again, it is damaged or no text.',
  since: '0.1.0'
})

export const unknownEncoding = defineRule<{label: string}>({
  id: 'read/unknown-encoding',
  severity: 'error',
  title: 'A declared encoding that does not exist',
  message: ({label}) =>
    `Unexpected encoding \`${label}\`, expected a label of the WHATWG Encoding Standard`,
  why: 'The file cannot be decoded without knowing how.',
  fix: 'Write a label such as `utf-8`, `windows-1256`, `windows-1251` or `iso-8859-6` in the sidecar or in collection.yaml.',
  since: '0.1.0'
})

export const emptySource = defineRule<{bytes: number}>({
  id: 'read/empty-source',
  severity: 'error',
  title: 'A source without text',
  message: ({bytes}) =>
    `Unexpected empty source (${bytes} bytes), expected the text of an article`,
  why: 'There is nothing to publish, and an empty page would look as if something were lost.',
  fix: 'Save the article into this file again, or remove the file.',
  since: '0.1.0'
})

export const tooLarge = defineRule<{found: string; limit: string}>({
  id: 'read/too-large',
  severity: 'error',
  title: 'A source larger than the limit',
  message: ({found, limit}) => `Unexpected ${found}, expected at most ${limit}`,
  why: 'One oversized file must not take the memory of the whole build.',
  fix: 'Split the file into one file an article. If it is one article, raise `limits` in collection.yaml or edition.yaml.',
  since: '0.1.0'
})

/** What a page is, in a message. */
const pageKinds = {
  paywall: 'a page behind a paywall',
  'live-blog': 'a live blog',
  gallery: 'a gallery of pictures',
  part: 'one page of several',
  'consent-wall': 'a notice of consent that stands before the article'
} as const

export const partialPage = defineRule<{kind: keyof typeof pageKinds}>({
  id: 'read/partial-page',
  severity: 'info',
  title: 'A page that is not one whole article',
  message: ({kind}) =>
    `Unexpected page: it says to be ${pageKinds[kind]}, expected one whole article`,
  why: 'The text may end early, go on elsewhere, or be many short texts; whoever cites it should know.',
  fix: ({kind}) =>
    kind === 'part'
      ? 'Save the other pages of the article too, or the page that shows it whole.'
      : 'Look whether the text is whole; if it is not, save the page again with access to all of it.',
  since: '0.1.0'
})

export const controlCharacter = defineRule<{code: string; count: number}>({
  id: 'read/control-character',
  severity: 'warning',
  title: 'A control character in the text',
  message: ({code, count}) =>
    `Unexpected control character ${code}${count > 1 ? ` (${count} times, the first here)` : ''}, expected text`,
  why: 'XML and most readers refuse such characters; they are kept in the record but set aside from the text.',
  fix: 'Nothing is lost. If the character stands for a letter, the encoding is wrong: declare it in the sidecar.',
  since: '0.1.0'
})

export const bidiControl = defineRule<{code: string; count: number}>({
  id: 'read/bidi-control',
  severity: 'warning',
  title: 'A bidirectional override in the text',
  message: ({code, count}) =>
    `Unexpected bidirectional control ${code}${count > 1 ? ` (${count} times, the first here)` : ''}, expected text in reading order`,
  why: 'Overrides and embeddings can make a page show other words than it holds; they are set aside from the text.',
  fix: 'Nothing is lost. Check that the sentence reads right without it.',
  since: '0.1.0'
})

export const replacementCharacter = defineRule<{count: number}>({
  id: 'read/replacement-character',
  severity: 'warning',
  title: 'A letter that was lost before the file reached us',
  message: ({count}) =>
    `Unexpected U+FFFD${count > 1 ? ` (${count} times, the first here)` : ''}, expected a letter`,
  why: 'Somebody decoded the text wrongly before it was saved; what stood there cannot be recovered from this file.',
  fix: 'Get the article again from where it was published, if that is possible.',
  since: '0.1.0'
})

export const unsafeAddress = defineRule<{count: number}>({
  id: 'read/unsafe-address',
  severity: 'info',
  title: 'A link that would run code',
  message: ({count}) =>
    `Unexpected scheme of a link${count > 1 ? ` (${count} times, the first here)` : ''}, expected an address such as https:`,
  why: 'Links to javascript: and data: run or carry what the page put into them; readers of the edition must not.',
  fix: 'Nothing of the text is lost: the words of the link are kept, its address is not.',
  since: '0.1.0'
})
