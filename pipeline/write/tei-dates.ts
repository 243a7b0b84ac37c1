/**
 * Attributes for an EDTF value: W3C's `when`, `from` and `to` where they can say it, else `when-iso`
 * for minutes, else the value itself as `when-custom`. Nothing becomes more precise.
 * @see https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-att.datable.html
 * @param method a pointer to what explains EDTF
 */
export function dateAttributes(edtf: string, method: string): Record<string, string> {
  if (isW3c(edtf)) return {when: edtf}
  const yearless = /^XXXX(-\d{2}(?:-\d{2})?)$/u.exec(edtf)
  if (yearless) return {when: `-${yearless[1]}`}
  const minutes = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}/u.exec(edtf)
  if (minutes?.[1]) return {when: minutes[1], 'when-iso': edtf}
  const [from = '', to = ''] = edtf.split('/')
  if (isW3c(from) && isW3c(to)) return {from, to}
  return {'when-custom': edtf.replace(/\s+/gu, '_'), datingMethod: method}
}

/** A season is a month to EDTF, from 21 on, and nothing to W3C. */
const isW3c = (value: string): boolean =>
  /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/u.test(
    value
  )
