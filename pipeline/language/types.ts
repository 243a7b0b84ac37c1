/** The kinds of dialogue a heading or an introduction can name. */
export type DialogueKind = 'call' | 'interview' | 'debate' | 'chat' | 'hearing' | 'drama'

/**
 * What differs between languages and is neither in CLDR (`Intl`) nor in the layout. Data only: closed
 * classes of grammar and words of the trade, each with its source beside it. All are matched folded
 * (`fold.ts`) and as whole words; an empty list means there is no data, not that there are no such words.
 */
export interface Language {
  /** BCP 47 language subtag. */
  readonly tag: string
  /** Verbs that introduce somebody's words, and prepositions that name their source (selon, laut). */
  readonly speechVerbs: readonly string[]
  /** Titles that stand before names, without their full stop. */
  readonly honorifics: readonly string[]
  /** Pronouns and possessives of the second person. */
  readonly secondPerson: readonly string[]
  /** Pronouns and possessives of the first person. */
  readonly firstPerson: readonly string[]
  /** What a kind of dialogue is called. */
  readonly dialogueWords: Readonly<Partial<Record<DialogueKind, readonly string[]>>>
  /** Words of headings that announce the text of a conversation. */
  readonly transcriptWords: readonly string[]
  /** Words of stage directions, by the types of ParlaMint. */
  readonly stageWords: Readonly<Record<string, readonly string[]>>
  /** Words before a name in a byline. */
  readonly bylineWords: readonly string[]
  /** Particles written together with the word behind them. */
  readonly proclitics: readonly string[]
  /** Words beside a weekday that put it into the future, or into the past. */
  readonly nextWords: readonly string[]
  readonly lastWords: readonly string[]
  /** Words for a whole-day offset from the day of speaking. */
  readonly dayWords: Readonly<Record<string, number>>
  /** Words for spring, summer, autumn and winter, in this order; CLDR has none. */
  readonly seasons: readonly (readonly string[])[]
  /** What makes a decade of a year: the letters written to it (1990s), and the word before it (années 1990). */
  readonly decadeSuffixes: readonly string[]
  readonly decadeWords: readonly string[]
  /** Words between the parts of a date, beside those of CLDR. */
  readonly dateLinks: readonly string[]
  /** Words before a year that is not exact (circa, um), and not those that name a subject too (about). */
  readonly aboutWords: readonly string[]
  /** Day periods as newspapers print them, beside those of CLDR. */
  readonly am: readonly string[]
  readonly pm: readonly string[]
  /** Locales whose names of months the language's press uses. */
  readonly monthLocales: readonly string[]
}

/** A language without data: everything is left to the layout and to CLDR. */
export const emptyLanguage = {
  speechVerbs: [],
  honorifics: [],
  secondPerson: [],
  firstPerson: [],
  dialogueWords: {},
  transcriptWords: [],
  stageWords: {},
  bylineWords: [],
  proclitics: [],
  nextWords: [],
  lastWords: [],
  dayWords: {},
  seasons: [],
  decadeSuffixes: [],
  decadeWords: [],
  dateLinks: [],
  aboutWords: [],
  am: [],
  pm: [],
  monthLocales: []
} satisfies Omit<Language, 'tag'>
