/** The words of the search page; `{}` stands for a value. */
export interface SearchWords {
  readonly title: string
  readonly label: string
  readonly submit: string
  readonly person: string
  readonly collection: string
  readonly year: string
  readonly language: string
  readonly kind: string
  readonly any: string
  readonly dialogue: string
  readonly narrative: string
  readonly results: string
  readonly atLeast: string
  readonly none: string
  readonly some: string
  readonly more: string
  readonly failed: string
  readonly saidBy: string
  readonly index: string
  readonly indexNote: string
  readonly terms: string
}

const en: SearchWords = {
  title: 'Search',
  label: 'Words or a name',
  submit: 'Search',
  person: 'Said by',
  collection: 'Collection',
  year: 'Year',
  language: 'Language',
  kind: 'Where',
  any: 'any',
  dialogue: 'In dialogue',
  narrative: 'In the narrative',
  results: 'Places found: {}',
  atLeast: 'At least {} places, the newest first',
  none: 'Nothing was found.',
  some: 'No place has every word; these have some of them.',
  more: 'Show more',
  failed: 'A part of the index could not be read.',
  saidBy: 'What {} says',
  index: 'Index of names and words',
  indexNote: 'Each entry leads to the turn or paragraph itself.',
  terms: 'Words'
}
const ar: SearchWords = {
  title: 'البحث',
  label: 'كلمات أو اسم',
  submit: 'ابحث',
  person: 'المتحدث',
  collection: 'المجموعة',
  year: 'السنة',
  language: 'اللغة',
  kind: 'الموضع',
  any: 'الكل',
  dialogue: 'في الحوار',
  narrative: 'في السرد',
  results: 'عدد المواضع: {}',
  atLeast: '{} موضع على الأقل، الأحدث أولًا',
  none: 'لم يُعثر على شيء.',
  some: 'لا موضع يجمع الكلمات كلها، وفي هذه بعضها.',
  more: 'المزيد',
  failed: 'تعذّرت قراءة جزء من الفهرس.',
  saidBy: 'أقوال {}',
  index: 'فهرس الأسماء والكلمات',
  indexNote: 'يقود كل مدخل إلى الدور أو الفقرة نفسها.',
  terms: 'الكلمات'
}
const de: SearchWords = {
  title: 'Suche',
  label: 'Wörter oder ein Name',
  submit: 'Suchen',
  person: 'Gesagt von',
  collection: 'Sammlung',
  year: 'Jahr',
  language: 'Sprache',
  kind: 'Wo',
  any: 'alle',
  dialogue: 'Im Gespräch',
  narrative: 'Im Erzähltext',
  results: 'Fundstellen: {}',
  atLeast: 'Mindestens {} Fundstellen, die neuesten zuerst',
  none: 'Nichts gefunden.',
  some: 'Keine Stelle hat alle Wörter; diese haben einige davon.',
  more: 'Mehr zeigen',
  failed: 'Ein Teil des Index war nicht lesbar.',
  saidBy: 'Was {} sagt',
  index: 'Register der Namen und Wörter',
  indexNote: 'Jeder Eintrag führt zum Beitrag oder Absatz selbst.',
  terms: 'Wörter'
}
const fr: SearchWords = {
  title: 'Recherche',
  label: 'Des mots ou un nom',
  submit: 'Chercher',
  person: 'Dit par',
  collection: 'Collection',
  year: 'Année',
  language: 'Langue',
  kind: 'Où',
  any: 'tout',
  dialogue: 'Dans le dialogue',
  narrative: 'Dans le récit',
  results: 'Passages trouvés : {}',
  atLeast: 'Au moins {} passages, les plus récents d’abord',
  none: 'Rien n’a été trouvé.',
  some: 'Aucun passage ne réunit tous les mots ; ceux-ci en ont quelques-uns.',
  more: 'Afficher la suite',
  failed: 'Une partie de l’index n’a pas pu être lue.',
  saidBy: 'Paroles de {}',
  index: 'Index des noms et des mots',
  indexNote: 'Chaque entrée mène à la réplique ou au paragraphe même.',
  terms: 'Mots'
}
const es: SearchWords = {
  title: 'Búsqueda',
  label: 'Palabras o un nombre',
  submit: 'Buscar',
  person: 'Dicho por',
  collection: 'Colección',
  year: 'Año',
  language: 'Lengua',
  kind: 'Dónde',
  any: 'todo',
  dialogue: 'En el diálogo',
  narrative: 'En la narración',
  results: 'Pasajes hallados: {}',
  atLeast: 'Al menos {} pasajes, los más recientes primero',
  none: 'No se halló nada.',
  some: 'Ningún pasaje reúne todas las palabras; estos tienen algunas.',
  more: 'Mostrar más',
  failed: 'No se pudo leer una parte del índice.',
  saidBy: 'Lo que dice {}',
  index: 'Índice de nombres y palabras',
  indexNote: 'Cada entrada lleva al turno o párrafo mismo.',
  terms: 'Palabras'
}
const ru: SearchWords = {
  title: 'Поиск',
  label: 'Слова или имя',
  submit: 'Найти',
  person: 'Кто говорит',
  collection: 'Собрание',
  year: 'Год',
  language: 'Язык',
  kind: 'Где',
  any: 'все',
  dialogue: 'В беседе',
  narrative: 'В тексте',
  results: 'Найдено мест: {}',
  atLeast: 'Найдено мест: не менее {}, сначала новые',
  none: 'Ничего не найдено.',
  some: 'Нет места со всеми словами; в этих есть некоторые из них.',
  more: 'Показать ещё',
  failed: 'Часть указателя не удалось прочитать.',
  saidBy: 'Слова: {}',
  index: 'Указатель имён и слов',
  indexNote: 'Каждая запись ведёт к самой реплике или абзацу.',
  terms: 'Слова'
}
const he: SearchWords = {
  title: 'חיפוש',
  label: 'מילים או שם',
  submit: 'חפשו',
  person: 'נאמר בידי',
  collection: 'אוסף',
  year: 'שנה',
  language: 'שפה',
  kind: 'היכן',
  any: 'הכול',
  dialogue: 'בשיחה',
  narrative: 'בסיפור',
  results: 'מקומות שנמצאו: {}',
  atLeast: 'לפחות {} מקומות, החדשים תחילה',
  none: 'לא נמצא דבר.',
  some: 'אין מקום ובו כל המילים; באלה יש אחדות מהן.',
  more: 'עוד',
  failed: 'לא ניתן היה לקרוא חלק מהמפתח.',
  saidBy: 'דברי {}',
  index: 'מפתח שמות ומילים',
  indexNote: 'כל ערך מוביל אל התור או הפסקה עצמם.',
  terms: 'מילים'
}
const fa: SearchWords = {
  title: 'جست‌وجو',
  label: 'چند واژه یا یک نام',
  submit: 'بجویید',
  person: 'گوینده',
  collection: 'مجموعه',
  year: 'سال',
  language: 'زبان',
  kind: 'کجا',
  any: 'همه',
  dialogue: 'در گفت‌وگو',
  narrative: 'در روایت',
  results: 'جاهای یافته: {}',
  atLeast: 'دست‌کم {} جا، تازه‌ترها نخست',
  none: 'چیزی یافت نشد.',
  some: 'جایی همهٔ واژه‌ها را ندارد؛ این‌ها برخی را دارند.',
  more: 'بیشتر',
  failed: 'بخشی از نمایه خوانده نشد.',
  saidBy: 'گفته‌های {}',
  index: 'نمایهٔ نام‌ها و واژه‌ها',
  indexNote: 'هر مدخل به خود نوبت یا بند می‌رسد.',
  terms: 'واژه‌ها'
}

const languages: Readonly<Record<string, SearchWords>> = {ar, de, en, es, fa, fr, he, ru}

/** The words of the search page in the language of an interface. */
export const searchWordsIn = (tag: string): SearchWords => languages[tag] ?? en
