import type {Edition} from '../source/types.ts'
import type {Column, Words} from '../tree/column.ts'

/** What a column holds, with its unit. @param language of the data dictionary */
export const describeColumn = (
  {description, unit}: Column,
  language: keyof Words
): string => (unit ? `${description[language]} (${unit})` : description[language])

/** A text of the edition for a description that has room for one language: its main one, else its first. */
export function mainText(
  texts: Readonly<Record<string, string>>,
  {languages}: Edition
): string | undefined {
  const tags = languages.flatMap((tag) => [tag, tag.split('-')[0] ?? tag])
  const language = tags.find((tag) => texts[tag] !== undefined)
  return language === undefined ? Object.values(texts)[0] : texts[language]
}
