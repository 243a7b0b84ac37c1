import {optional, required, type Table} from './column.ts'

const wikidata = optional('string', {
  en: 'Wikidata item, once a person has reviewed it',
  ar: 'معرّف ويكي بيانات بعد مراجعة شخص له'
})
const name = required('string', {en: 'Preferred name', ar: 'الاسم المفضّل'})
const name_lang = required('string', {
  en: 'Language of the name, a BCP 47 tag',
  ar: 'لغة الاسم برمز BCP 47'
})

const people = {
  title: {en: 'People', ar: 'الأشخاص'},
  description: {
    en: 'One row a person the articles name or let speak; one known from the labels of a single article has an id of that article.',
    ar: 'صف لكل شخص ذكرته المقالات أو تحدث فيها، ومن عُرف من تسميات مقالة واحدة فمعرّفه من معرّفها.'
  },
  columns: {
    person_id: required('string', {en: 'Person', ar: 'معرّف الشخص'}),
    name,
    name_lang,
    name_latin: optional('string', {
      en: 'Name in Latin letters, where one is on record',
      ar: 'الاسم بحروف لاتينية إن سُجّل'
    }),
    wikidata,
    viaf: optional('string', {
      en: 'VIAF id, once a person has reviewed it',
      ar: 'معرّف VIAF بعد مراجعة شخص له'
    }),
    gender: optional('string', {
      en: 'Only where the authority file declares it',
      ar: 'لا يُذكر إلا إن صرّح به ملف الأعلام'
    }),
    occupation: optional('string', {
      en: 'Only where the authority file declares it',
      ar: 'لا تُذكر إلا إن صرّح بها ملف الأعلام'
    }),
    organisation_id: optional('string', {
      en: 'Affiliation, where the authority file declares it',
      ar: 'جهة انتمائه إن صرّح بها ملف الأعلام',
      references: 'organisations'
    })
  }
} as const satisfies Table

const organisations = {
  title: {en: 'Organisations', ar: 'المنظمات'},
  description: {
    en: 'One row an organisation that the articles name or that publishes them.',
    ar: 'صف لكل منظمة ذكرتها المقالات أو نشرتها.'
  },
  columns: {
    organisation_id: required('string', {en: 'Organisation', ar: 'معرّف المنظمة'}),
    name,
    name_lang,
    kind: optional('string', {
      en: 'What it is, where the authority file declares it',
      ar: 'نوعها إن صرّح به ملف الأعلام',
      values: ['media', 'government', 'party', 'other']
    }),
    wikidata,
    ror: optional('string', {
      en: 'ROR id, once a person has reviewed it',
      ar: 'معرّف ROR بعد مراجعة شخص له'
    })
  }
} as const satisfies Table

const places = {
  title: {en: 'Places', ar: 'الأماكن'},
  description: {
    en: 'One row a place that the articles name.',
    ar: 'صف لكل مكان ذكرته المقالات.'
  },
  columns: {
    place_id: required('string', {en: 'Place', ar: 'معرّف المكان'}),
    name,
    name_lang,
    kind: optional('string', {
      en: 'What it is, where the authority file declares it',
      ar: 'نوعه إن صرّح به ملف الأعلام',
      values: ['country', 'region', 'city', 'building', 'other']
    }),
    country_iso3: optional('string', {
      en: 'ISO 3166-1 alpha-3 code of its country (alpha-2 NA reads as missing)',
      ar: 'رمز بلده بثلاثة أحرف ISO 3166-1'
    }),
    lat: optional('number', {
      en: 'Latitude (WGS 84)',
      ar: 'خط العرض (WGS 84)',
      unit: 'degrees'
    }),
    lon: optional('number', {
      en: 'Longitude (WGS 84)',
      ar: 'خط الطول (WGS 84)',
      unit: 'degrees'
    }),
    geonames: optional('string', {
      en: 'GeoNames id, once a person has reviewed it',
      ar: 'معرّف GeoNames بعد مراجعة شخص له'
    }),
    wikidata
  }
} as const satisfies Table

const names = {
  title: {en: 'Names', ar: 'الأسماء'},
  description: {
    en: 'One row a name of a person, organisation or place: those on record, and those found in print.',
    ar: 'صف لكل اسم لشخص أو منظمة أو مكان: ما سُجّل منها وما وُجد مطبوعًا.'
  },
  columns: {
    name_id: required('string', {
      en: "The entity's id and the number of the name",
      ar: 'معرّف صاحب الاسم ورقم الاسم'
    }),
    entity_id: required('string', {
      en: 'Id of the person, organisation or place',
      ar: 'معرّف الشخص أو المنظمة أو المكان'
    }),
    entity_type: required('string', {
      en: 'Which of the three it is',
      ar: 'أيّ الثلاثة هو',
      values: ['person', 'organisation', 'place']
    }),
    label: required('string', {en: 'The name', ar: 'الاسم'}),
    lang: required('string', {
      en: 'Its language, a BCP 47 tag; of a printed name, that of the article',
      ar: 'لغته برمز BCP 47، أو لغة المقالة إن كان مطبوعًا'
    }),
    kind: required('string', {
      en: 'On record as preferred, variant, short, nickname or label; printed where it is on no record',
      ar: 'نوعه المسجّل، أو printed إن وُجد مطبوعًا ولم يُسجّل',
      values: ['preferred', 'variant', 'short', 'nickname', 'label', 'printed']
    }),
    mention_count: required('integer', {
      en: 'Mentions printed exactly so',
      ar: 'عدد الإشارات المطبوعة به بحروفه'
    })
  }
} as const satisfies Table

/** The tables of what the articles name; each holds for the whole edition. */
export const entityTables = {people, organisations, places, names} as const
