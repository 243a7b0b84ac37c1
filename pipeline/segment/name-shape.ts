/**
 * How much a label looks like the name of somebody who speaks, from 0 to 1. Scripts with case
 * tell it by capitals; the others only by length.
 */
export function nameShape(
  head: string,
  {
    isSpeechVerb,
    isHonorific
  }: {isSpeechVerb(word: string): boolean; isHonorific(word: string): boolean}
): number {
  const words = head
    .replace(/["«»“”„]/gu, '')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  const first = words[0]
  if (first === undefined || words.length > 12 || !/\p{L}/u.test(first)) return 0
  if (words.some(isSpeechVerb)) return 0
  if (!isCased(head)) return words.length <= 3 ? 1 : words.length <= 5 ? 0.8 : 0.3
  if (!/^[\p{Lu}\p{Lt}]/u.test(first)) return 0
  if (isHonorific(first) && words.length > 1 && words.length <= 8) return 1
  if (words.length <= 8 && words.some(isCapitals) && words.filter(isSmall).length <= 2)
    return 1
  const weighed = words.filter((word) => !isParticle(word))
  const small = weighed.filter(isSmall).length
  return weighed.length === 0 ? 0 : 1 - small / weighed.length
}

/** True where names are told by capitals. Georgian has two cases, but writes everything in the small one. */
export const isCased = (text: string): boolean =>
  /(?!\p{Script=Georgian})[\p{Lu}\p{Ll}]/u.test(text)

/** van, de la, i, bin, d’…: short words within names keep their small letters. */
const isParticle = (word: string): boolean =>
  /^(?:\p{Ll}{1,3}\.?|[dl]['’].*)$/u.test(word)

const isSmall = (word: string): boolean => /^\p{Ll}/u.test(word) && !isParticle(word)
/** El señor PRESIDENTE: a name in capitals among words that are not. */
const isCapitals = (word: string): boolean => /^\p{Lu}[\p{Lu}'’.-]+$/u.test(word)

/** The name in a label: `Jürgen Pohl (AfD)`, `Olaf Scholz, Bundesminister`, `«Okaz»`. */
export function headOf(value: string): string {
  const head = value
    .replace(/[([（].*$/u, '')
    .replace(/[,،].*$/u, '')
    .replace(/^[«“"„]+|[»”"]+$/gu, '')
    .trim()
  return head || value
}
