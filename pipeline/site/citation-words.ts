/** How a language prints the parts of a citation that Intl does not know. */
export interface CitationWords {
  /** BCP 47, for `Intl`. */
  readonly tag: string
  readonly noDate: string
  readonly quotes: readonly [string, string]
  /** With its space. */
  readonly comma: string
  /** Whether the full stop stands within the quotation marks. */
  readonly stopsInside: boolean
}

/**
 * @see https://github.com/citation-style-language/locales for “no date”, CLDR's delimiters for
 * quotation marks; the place of the full stop is `punctuation-in-quote` there
 */
const languages: readonly CitationWords[] = [
  {tag: 'en', noDate: 'n.d.', quotes: ['“', '”'], comma: ', ', stopsInside: true},
  {tag: 'ar', noDate: 'د.ت', quotes: ['«', '»'], comma: '، ', stopsInside: false},
  {tag: 'fa', noDate: 'بی‌تا', quotes: ['«', '»'], comma: '، ', stopsInside: false},
  {tag: 'he', noDate: 'ללא תאריך', quotes: ['”', '”'], comma: ', ', stopsInside: false},
  {tag: 'de', noDate: 'o. J.', quotes: ['„', '“'], comma: ', ', stopsInside: false},
  {
    tag: 'fr',
    noDate: 's. d.',
    quotes: ['«\u202F', '\u202F»'],
    comma: ', ',
    stopsInside: false
  },
  {tag: 'es', noDate: 's. f.', quotes: ['«', '»'], comma: ', ', stopsInside: false},
  {tag: 'ru', noDate: 'б. д.', quotes: ['«', '»'], comma: ', ', stopsInside: false}
]
const [english] = languages

/** The words of a language; those of English where it has none. */
export function citationWords(tag: string): CitationWords {
  const found = languages.find((each) => each.tag === tag.split('-')[0]) ?? english
  if (!found) throw new Error('no language of citations')
  return found
}
