import {folded} from './text.ts'

/**
 * News agencies by the marks and names that they sign with, as they write themselves, then what papers print for
 * several. Written by hand from what papers print: no list of them with their marks is free to use here, so this one
 * is short of the small ones. What structured data calls an organisation needs no list.
 */
const signs = {
  world:
    'Reuters|Thomson Reuters|AFP|Agence France-Presse|AP|The Associated Press|Associated Press|UPI|United Press International|Bloomberg|Bloomberg News|Dow Jones Newswires|PA Media|PA|Press Association|PTI|Press Trust of India|IANS|ANI|Asian News International|UNI|Xinhua|Xinhua News Agency|Kyodo|Kyodo News|Jiji|Jiji Press|Yonhap|Yonhap News Agency|The Canadian Press|Canadian Press|AAP|Australian Associated Press|EFE|Agencia EFE|Europa Press|Prensa Latina|Télam|Agência Brasil|Lusa|Agência Lusa',
  europe:
    'dpa|Deutsche Presse-Agentur|APA|Austria Presse Agentur|Keystone-SDA|SDA|epd|KNA|Kathpress|SID|Sport-Informations-Dienst|AFX|ANSA|AGI|Adnkronos|Askanews|ANP|Belga|Ritzau|NTB|TT|STT|PAP|ČTK|TASR|MTI|HINA|Tanjug|FENA|BTA|Agerpres|Mediafax|ANA-MPA|ΑΠΕ-ΜΠΕ|Anadolu|Anadolu Ajansı|Anadolu Agency|AA|İHA|DHA|Demirören Haber Ajansı|Ukrinform|Укрінформ|Interfax|Интерфакс|TASS|ТАСС|РИА Новости|RIA Novosti|ELTA|BNS|BelTA|БелТА|Azertac|Armenpress',
  arab: 'أ ف ب|ا ف ب|أ.ف.ب|فرانس برس|وكالة فرانس برس|أ ب|أسوشيتد برس|أسوشييتد برس|رويترز|د ب أ|د.ب.أ|الأناضول|وكالة الأناضول|شينخوا|وام|واس|كونا|قنا|سانا|وفا|بترا|أ ش أ|أ.ش.أ|واع|SPA|WAM|KUNA|QNA|SANA|WAFA|MENA',
  asia: 'ایرنا|ایسنا|تسنیم|ایلنا|خبرگزاری مهر|خبرگزاری فارس|خبرگزاری تسنیم|IRNA|ISNA|רויטרס|新华社|新華社|中新社|中央社|共同通信|共同通信社|時事通信|時事通信社|연합뉴스|뉴시스|뉴스1|पीटीआई|आईएएनएस|एएनआई|ANTARA|Bernama|TTXVN|KCNA',
  several:
    'Agencies|News agencies|Wire services|Agenturen|Agences|Agencias|Agências|Agenzie|Ajanslar|Агентства|وكالات|خبرگزاری‌ها|סוכנויות|סוכנויות הידיעות'
} as const

const known = new Set(Object.values(signs).flatMap((list) => list.split('|').map(folded)))
/** A short mark is written large or small, not as a name is: “ANI” and “dpa”, not “Ani”. */
const asName = /^\p{Lu}\p{Ll}{1,3}$/u

/** True for the name or the mark of a news agency, and for several parted by strokes: “Reuters”, “AFP/dpa”, «أ ف ب». */
export function isAgency(name: string): boolean {
  const isOne = (part: string): boolean =>
    known.has(folded(part)) && !asName.test(part.trim())
  return isOne(name) || (/[/+]/u.test(name) && name.split(/[/+]/u).every(isOne))
}

/** A group of people of a house, not a person: “Newsdesk”, “The Currency editors”, “Die Redaktion”. */
const collective =
  /(?:^|\s)(?:redaktion|rédaction|redacción|redação|redazione|redactie|redakcja|redakce|redaksi|редакция|редакція|التحرير|newsdesk|(?:news|web|city|foreign|sports|online) ?desk|news staff|staff(?: (?:writers?|reporters?))?|editorial (?:team|staff|board)|editors|team|newsroom)$/iu

/** True for the name of such a group. */
export const isCollective = (name: string): boolean => collective.test(name.trim())

/** A name without the agency that is written behind it: “Jane Roe The Associated Press” is two. */
export function partAgency(text: string): [string, ...string[]] {
  const words = text.split(' ')
  for (let n = 2; n < words.length; n++) {
    const behind = words.slice(n).join(' ')
    const isMark = behind.includes(' ') || /^\p{Lu}{2,}$/u.test(behind)
    if (isMark && isAgency(behind)) return [words.slice(0, n).join(' '), behind]
  }
  return [text]
}

/** Types of schema.org that are organisations. @see https://schema.org/Organization */
const organisations = /(?:Organization|Corporation|Company|Agency|NGO|Business)$/u

/** What an author is, as far as the page or the name says. */
export interface Sort {
  readonly type?: 'person' | 'organisation'
  readonly kind?: 'media'
}

/** The sort of an author. @param types what structured data says that it is */
export function sortOf(name: string, types: readonly string[] = []): Sort {
  if (isAgency(name) || types.includes('NewsMediaOrganization'))
    return {type: 'organisation', kind: 'media'}
  if (types.some((type) => organisations.test(type)) || isCollective(name))
    return {type: 'organisation'}
  return types.includes('Person') ? {type: 'person'} : {}
}
