/** Scripts that are told apart, by ISO 15924. @see Unicode Scripts.txt */
const patterns = {
  Latn: /\p{Script=Latin}/u,
  Arab: /\p{Script=Arabic}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Hebr: /\p{Script=Hebrew}/u,
  Grek: /\p{Script=Greek}/u,
  Deva: /\p{Script=Devanagari}/u,
  Hans: /\p{Script=Han}/u,
  Thai: /\p{Script=Thai}/u,
  Kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  Hang: /\p{Script=Hangul}/u,
  Armn: /\p{Script=Armenian}/u,
  Geor: /\p{Script=Georgian}/u,
  Khmr: /\p{Script=Khmer}/u,
  Laoo: /\p{Script=Lao}/u,
  Mymr: /\p{Script=Myanmar}/u,
  Ethi: /\p{Script=Ethiopic}/u,
  Sinh: /\p{Script=Sinhala}/u,
  Taml: /\p{Script=Tamil}/u,
  Telu: /\p{Script=Telugu}/u,
  Knda: /\p{Script=Kannada}/u,
  Mlym: /\p{Script=Malayalam}/u,
  Gujr: /\p{Script=Gujarati}/u,
  Guru: /\p{Script=Gurmukhi}/u,
  Orya: /\p{Script=Oriya}/u,
  Tibt: /\p{Script=Tibetan}/u,
  Cher: /\p{Script=Cherokee}/u,
  Olck: /\p{Script=Ol_Chiki}/u,
  Thaa: /\p{Script=Thaana}/u,
  Nkoo: /\p{Script=Nko}/u,
  Adlm: /\p{Script=Adlam}/u,
  Syrc: /\p{Script=Syriac}/u
} as const

export type Script = keyof typeof patterns
const scripts = Object.entries(patterns)

/** How many characters of a text are letters, and how many belong to each script. */
export interface ScriptCount {
  readonly letters: number
  of(script: Script): number
}

/** Script of a UTF-16 code unit and whether it is a letter; 0 is not looked up yet. */
const classes = new Uint8Array(0x1_00_00)
const isLetter = 0x80
const names = Object.keys(patterns)

/** Counts the letters of a text by script, in one pass. */
export function countScripts(text: string): ScriptCount {
  const counts: number[] = new Array(scripts.length + 2).fill(0)
  let letters = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    let kind = classes[unit] ?? 0
    if ((unit & 0xfc_00) === 0xd8_00) {
      kind = classOf(String.fromCodePoint(text.codePointAt(index) ?? 0))
      index++
    } else if (kind === 0) {
      kind = classOf(text[index] ?? '')
      classes[unit] = kind
    }
    if (kind & isLetter) letters++
    const at = kind & ~isLetter
    counts[at] = (counts[at] ?? 0) + 1
  }
  return {letters, of: (script) => counts[names.indexOf(script) + 2] ?? 0}
}

/** 1 for a character of no script of these, else its place among them from 2. */
function classOf(character: string): number {
  // Signs are of none: thirty patterns need not be compiled to say so.
  const isSign = /[\p{Script=Common}\p{Script=Inherited}]/u.test(character)
  const at = isSign ? -1 : scripts.findIndex(([, pattern]) => pattern.test(character))
  return (at < 0 ? 1 : at + 2) | (/\p{L}/u.test(character) ? isLetter : 0)
}
