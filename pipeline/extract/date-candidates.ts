import type {Stated} from './head.ts'
import {type Moment, momentOf} from './moments.ts'
import type {Candidate} from './sought.ts'

/** Days that are stated to machines, each where it stands. @param tag language of the page */
export function fromStated(
  list: readonly Stated[],
  rule: string,
  tag: string
): Candidate[] {
  return list.flatMap((stated) => {
    const moment = momentOf(stated.value, tag)
    if (!moment) return []
    const text = stated.value === moment.value ? {} : {text: stated.value}
    return [{value: moment.value, ...text, rule, stated}]
  })
}

/** A day that is printed in a text. */
export function ofPrinted(
  text: string,
  day: Moment,
  {rule, printed}: {rule: string; printed: Candidate['printed'] | undefined}
): Candidate {
  return {
    value: day.value,
    text: text.slice(day.start, day.end),
    rule,
    ...(printed ? {printed} : {})
  }
}

/** Words of a line that tells when a page was changed, not when it was published. */
export const tellsChange =
  /updat|aktualis|(?<!\p{L})stand\s*:|änder|modif|edited|mis à jour|actualiz|atualiz|aggiorn|обновл|изменен|تحديث|تعديل|روزرسانی|güncelle|更新|수정|ενημέρωση|עודכן|dikemaskini|diperbarui|cập nhật|แก้ไข|अपडेट/iu
