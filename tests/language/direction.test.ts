import {expect, test} from 'vitest'
import {detectLanguage} from '../../pipeline/language/detect.ts'
import {directionOf} from '../../pipeline/language/index.ts'

test.each([
  ['dv', 'ދިވެހިރާއްޖޭގެ ރައީސް މިއަދު ވިދާޅުވި', 'rtl'],
  ['nqo', 'ߒߞߏ ߦߋ߫ ߞߊ߲ ߠߊߞߊ߬ߟߌ', 'rtl'],
  ['ff-Adlm', '𞤀𞤣𞤤𞤢𞤥 𞤆𞤵𞤤𞤢𞤪 𞤲𞤣𞤫𞤪', 'rtl'],
  ['syr', 'ܠܫܢܐ ܣܘܪܝܝܐ ܗܘ', 'rtl'],
  ['kn', 'ಕನ್ನಡ ಭಾಷೆ ಇದು', 'ltr']
])(
  'a page in the script of %s has its language and direction',
  (tag, text, direction) => {
    const {tag: found} = detectLanguage(text)
    expect([found, directionOf(found)]).toEqual([tag, direction])
  }
)
