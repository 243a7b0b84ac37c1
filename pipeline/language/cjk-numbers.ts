import {asciiDigits} from './fold.ts'

/** Chinese numerals as dates have them: 二〇二四, 二十六, and 元 for the first year of an era. */
export const cjkNumeral = /[〇零一二两兩三四五六七八九十]+|元/uy

const digits = '〇一二三四五六七八九'

/** The value of a run of digits of any script, or of a Chinese numeral below 100 or digit by digit. */
export function numberOf(printed: string): number {
  if (printed === '元') return 1
  if (!/[〇零一二两兩三四五六七八九十]/u.test(printed))
    return Number(asciiDigits(printed))
  const numeral = printed.replaceAll('零', '〇').replace(/[两兩]/gu, '二')
  const digit = (character: string): number => digits.indexOf(character)
  const tens = /^(.?)十(.?)$/u.exec(numeral)
  if (!tens) return Number([...numeral].map(digit).join(''))
  return (tens[1] ? digit(tens[1]) : 1) * 10 + (tens[2] ? digit(tens[2]) : 0)
}
