/** The references that pages and XML are written with here. */
const common = {'&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"'} as const

/**
 * Reads text with the five references it is written with.
 * @param apostrophe how it has an apostrophe
 * @returns what gives a text with its references as what they stand for; null where one is none of the five
 */
export function plainReferences(
  apostrophe: '&#39;' | '&apos;'
): (text: string) => string | null {
  const references: Readonly<Record<string, string>> = {...common, [apostrophe]: "'"}
  return (text) => {
    if (!text.includes('&')) return text
    let isPlain = true
    const decoded = text.replace(/&[^;&]{0,5};?/g, (reference) => {
      const meant = references[reference]
      if (meant === undefined) isPlain = false
      return meant ?? reference
    })
    return isPlain ? decoded : null
  }
}
