/**
 * Keeps what was made for a text, for what takes far longer to make than to find again, as objects of `Intl` do.
 * @param make has no effect but its result
 * @param most texts that are remembered; beyond them all are forgotten
 */
export function remember<Value>(
  make: (text: string) => Value,
  most = 1_024
): (text: string) => Value {
  const known = new Map<string, {readonly value: Value}>()
  return (text) => {
    const found = known.get(text)
    if (found) return found.value
    const value = make(text)
    if (known.size >= most) known.clear()
    known.set(detached(text), {value})
    return value
  }
}

/**
 * Keeps what was made of the texts asked for last, for what several steps ask of a long one in turn.
 * @param make has no effect but its result
 * @param most texts that are remembered
 */
export function rememberLast<Value>(
  make: (text: string) => Value,
  most = 1
): (text: string) => Value {
  const last: {readonly text: string; readonly value: Value}[] = []
  return (text) => {
    const known = last.find((each) => each.text === text)
    if (known) return known.value
    const made = {text, value: make(text)}
    last.unshift(made)
    last.length = Math.min(last.length, most)
    return made.value
  }
}

/**
 * Keeps what was made for an object for as long as that is there.
 * @param make has no effect but its result
 */
export function rememberOf<Key extends object, Value>(
  make: (key: Key) => Value
): (key: Key) => Value {
  const known = new WeakMap<Key, {readonly value: Value}>()
  return (key) => {
    const found = known.get(key)
    if (found) return found.value
    const value = make(key)
    known.set(key, {value})
    return value
  }
}

/** A text without a hold on the longer one that it was cut out of, which the engine would keep for its sake. */
const detached = (text: string): string => ` ${text}`.slice(1)
