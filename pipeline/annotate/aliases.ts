/** Characters of a text in which short labels are explained: its head, and the introduction. */
const reach = 20_000
/** Longest label that is taken for an abbreviation, and words of the name it stands for, at most. */
const longest = 5
const mostWords = 4

/** Short labels that the text itself explains: “Carl Dong (CD)”, “Mr Smith (S)”, «محمد صادق (م ص)». */
export function findAliases(
  text: string,
  labels: Iterable<string>
): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>()
  const head = text.slice(0, reach)
  for (const label of labels) {
    if ([...label].length > longest || !/^[\p{L}\p{M}. ]+$/u.test(label)) continue
    const name = nameBefore(head, label)
    if (name !== null) aliases.set(label, name)
  }
  return aliases
}

/** The words before the label in brackets that look like a name, where the text has them once. */
function nameBefore(text: string, label: string): string | null {
  for (const bracketed of [`(${label})`, `[${label}]`]) {
    const at = text.indexOf(bracketed)
    if (at < 0) continue
    const line =
      text
        .slice(text.lastIndexOf('\n', at) + 1, at)
        .split(/[:：,;،؛()]/u)
        .at(-1) ?? ''
    const words = line.trim().split(/\s+/u).slice(-mostWords)
    const isCased = /[\p{Lu}\p{Ll}]/u.test(line)
    const small = isCased ? words.findLastIndex((word) => !/^\p{Lu}/u.test(word)) : -1
    const name = words.slice(small + 1)
    const fits =
      name.length > 0 &&
      name.every((word) => /^[\p{L}\p{M}.'’-]+$/u.test(word)) &&
      sharesInitial(name, label)
    if (fits) return name.join(' ')
  }
  return null
}

/** An abbreviation begins with a letter that one of the words begins with. */
const sharesInitial = (words: readonly string[], label: string): boolean =>
  words.some((word) => word[0]?.toLowerCase() === label.trim()[0]?.toLowerCase())
