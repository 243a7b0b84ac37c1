/** Why a reading holds, in the language of the page; `{}` is the day it is counted from. */
const wordings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ar: {
    'segment/masthead-date':
      'المنطقة الزمنية غير مذكورة في النص؛ أُخذت مما صُرّح به في المجموعة',
    'annotate/dialogue-date':
      'التاريخ المذكور بجانب الحديث عن الحوار، والسنة هي الأقرب إلى {}',
    'annotate/year-nearest-publication': 'السنة غير مذكورة؛ أُخذت السنة الأقرب إلى {}',
    'annotate/weekday-after-anchor': 'أول يوم بهذا الاسم بعد {}',
    'annotate/weekday-before-anchor': 'آخر يوم بهذا الاسم حتى {}',
    'annotate/day-from-anchor': 'محسوب من {}',
    'annotate/hijri-date': 'اليوم المقابل بحسب تقويم أم القرى'
  }
}

/** The sentence of a Claim: what is read as what, and on which ground. English where a language has no wording. */
export function wordClaim(
  tag: string,
  {
    surface,
    temporal,
    because,
    rule
  }: {surface: string; temporal: string; because: string; rule: string}
): {text: string; language: string} {
  const wording = wordings[tag.split('-')[0] ?? '']?.[rule]
  if (!wording) {
    return {
      text: `Inferred: “${surface}” is read as ${temporal}; ${because}.`,
      language: 'en'
    }
  }
  const anchor = /\d{4}-\d{2}-\d{2}/u.exec(because)?.[0] ?? ''
  return {
    text: `استنتاج: «${surface}» تُقرأ ${temporal}؛ ${wording.replace('{}', anchor)}.`,
    language: 'ar'
  }
}
