/** Where the name begins in a byline such as “By Anna Lind” or «كتب: محمد»; null where a line is none. */
export function bylineName(text: string, words: readonly string[]): number | null {
  const lower = text.toLowerCase()
  let length = 0
  for (const word of words) {
    const isLead =
      word.length > length &&
      lower.startsWith(word) &&
      /^\s*[:：]\s*\S|^\s+\S/u.test(text.slice(word.length))
    if (isLead) length = word.length
  }
  if (length === 0) return null
  return length + (/^\s*[:：]?\s*/u.exec(text.slice(length))?.[0].length ?? 0)
}
