import {wordKey} from './fold.ts'

/**
 * One to twelve in words, a space between numbers and a slash between the forms of one number.
 * @see CLDR 48, rule-based number formats, spelled-out cardinals (Unicode-3.0), which `Intl` does not give
 */
const cardinals: Readonly<Record<string, string>> = {
  af: 'een twee drie vier vyf ses sewe agt nege tien elf twaalf',
  am: 'አንድ ሁለት ሦስት አራት አምስት ስድስት ሰባት ስምንት ዘጠኝ   ',
  ar: 'واحد/واحدة إثنان/إثنتان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة  ',
  az: 'bir iki üç dörd beş altı yeddi səkkiz doqquz   ',
  be: 'адзiн/адно/адна два/дзве тры чатыры пяць шэсць сем восем дзевяць дзесяць адзінаццаць дванаццаць',
  bg: 'един/една/едно два/две/двама три/трима четири/четирима пет/петима шест/шестима седем осем девет десет единайсет/единадесет дванайсет/дванадесет',
  bs: 'jedan/jedno/jedinica dva/dve tri četiri pet šest sedam osam devet deset jedenaest dvanaest',
  ca: 'u/un/una dos/dues tres quatre cinc sis set vuit nou deu onze dotze',
  cs: 'jeden/jedno/jedna dva/dvě tři čtyři pět šest sedm osm devět deset jedenáct dvanáct',
  cy: 'un dau/dwy tri/tair pedwar/pedair pump/pum chwech/chwe saith wyth naw   ',
  da: 'en/et to tre fire fem seks syv otte ni ti elleve tolv',
  de: 'eins/ein/eine/einen/einer/eines/einem zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
  el: 'ένας/μία/ένα δύο τρεις/τρία τέσσερις/τέσσερα πέντε έξι επτά οκτώ εννέα δέκα έντεκα δώδεκα',
  en: 'one two three four five six seven eight nine ten eleven twelve',
  eo: 'unu du tri kvar kvin ses sep ok naŭ   ',
  es: 'uno/un/una dos tres cuatro cinco seis siete ocho nueve diez once doce',
  et: 'üks kaks kolm neli viis kuus seitse kaheksa üheksa kümme  ',
  fa: 'یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده',
  ff: 'goʼo/gooto ɗiɗi/ɗiɗo tati/tato nawi/nawo jowi/njowo jeegoʼo/jeegomo jeeɗiɗi/jeeɗiɗo jeetati/jeetato jeenawi/jeenawo   ',
  fi: 'yksi/yhden/yhtä/yhtenä/yhdeksi/yhdessä/yhdestä/yhteen/yhdellä/yhdeltä/yhdelle/yhdet/yksien/yksiä/yksinä/yksiksi/yksissä/yksistä/yksiin/yksillä/yksiltä/yksille kaksi/kahden/kahta/kahtena/kahdeksi/kahdessa/kahdesta/kahteen/kahdella/kahdelta/kahdelle/kahdet/kaksien/kaksia/kaksina/kaksiksi/kaksissa/kaksista/kaksiin/kaksilla/kaksilta/kaksille kolme/kolmen/kolmea/kolmena/kolmeksi/kolmessa/kolmesta/kolmeen/kolmella/kolmelta/kolmelle/kolmet/kolmien/kolmia/kolmina/kolmiksi/kolmissa/kolmista/kolmiin/kolmilla/kolmilta/kolmille neljä/neljän/neljää/neljänä/neljäksi/neljässä/neljästä/neljään/neljällä/neljältä/neljälle/neljät/neljien/neljiä/neljinä/neljiksi/neljissä/neljistä/neljiin/neljillä/neljiltä/neljille viisi/viiden/viittä/viitenä/viideksi/viidessä/viidestä/viiteen/viidellä/viideltä/viidelle/viidet/viisien/viisiä/viisinä/viisiksi/viisissä/viisistä/viisiin/viisillä/viisiltä/viisille kuusi/kuuden/kuutta/kuutena/kuudeksi/kuudessa/kuudesta/kuuteen/kuudella/kuudelta/kuudelle/kuudet/kuusien/kuusia/kuusina/kuusiksi/kuusissa/kuusista/kuusiin/kuusilla/kuusilta/kuusille seitsemän/seitsemää/seitsemänä/seitsemäksi/seitsemässä/seitsemästä/seitsemään/seitsemällä/seitsemältä/seitsemälle/seitsemät/seitsemien/seitsemiä/seitseminä/seitsemiksi/seitsemissä/seitsemistä/seitsemiin/seitsemillä/seitsemiltä/seitsemille kahdeksan/kahdeksaa/kahdeksana/kahdeksaksi/kahdeksassa/kahdeksasta/kahdeksaan/kahdeksalla/kahdeksalta/kahdeksalle/kahdeksat/kahdeksien/kahdeksia/kahdeksina/kahdeksiksi/kahdeksissa/kahdeksista/kahdeksiin/kahdeksilla/kahdeksilta/kahdeksille yhdeksän/yhdeksää/yhdeksänä/yhdeksäksi/yhdeksässä/yhdeksästä/yhdeksään/yhdeksällä/yhdeksältä/yhdeksälle/yhdeksät/yhdeksien/yhdeksiä/yhdeksinä/yhdeksiksi/yhdeksissä/yhdeksistä/yhdeksiin/yhdeksillä/yhdeksiltä/yhdeksille kymmenen/kymmentä/kymmenenä/kymmeneksi/kymmenessä/kymmenestä/kymmeneen/kymmenellä/kymmeneltä/kymmenelle/kymmenet/kymmenien/kymmeniä/kymmeninä/kymmeniksi/kymmenissä/kymmenistä/kymmeniin/kymmenillä/kymmeniltä/kymmenille  ',
  fil: 'isá dalawá tatló ápat limá anim pitó waló siyám sampû  ',
  fo: 'ein/eitt tveir/tvey/tvær tríggir/trý/tríggjar fýre fimm seks sjey átta níggju tíggju ellivu tólv',
  fr: 'un/une deux trois quatre cinq six sept huit neuf dix onze douze',
  gu: 'એક બે ત્રણ ચાર પાંચ છ સાત આઠ નવ દસ અગિયાર બાર',
  he: 'אחת/אחד שתיים/שני/שתי/שניים שלוש/שלושה ארבע/ארבעה חמש/חמישה שש/שישה שבע/שבעה שמונה תשע/תשעה עשר/עשרה  ',
  hi: 'एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह',
  hr: 'jedan/jedno/jedna dva/dvije tri četiri pet šest sedam osam devet deset jedanaest dvanaest',
  hu: 'egy kettő három négy öt hat hét nyolc kilenc tíz  ',
  hy: 'մեկ երկու երեք չորս հինգ վեց յոթ ութ ինը   ',
  id: 'satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas ',
  is: 'einn/eitt/ein tveir/tvö/tvær þrír/þrjú/þrjár fjórir/fjögur/fjórar fimm sex sjó átta níu tíu ellefu tólf',
  it: 'uno/un/una due tre quattro cinque sei sette otto nove dieci undici dodici',
  ka: 'ერთი ორი სამი ოთხი ხუთი ექვსი შვიდი რვა ცხრა ათი თერთმეტი თორმეტი',
  kk: 'бір екі үш төрт бес алты жеті сегіз тоғыз   ',
  km: 'មួយ ពីរ បី បួន ប្រាំ ប្រាំមួយ ប្រាំពីរ ប្រាំបី ប្រាំបួន   ',
  ky: 'бир эки үч төрт беш алты жети сегиз тогуз   ',
  lb: 'eent/eng/een zwee/zwou dräi véier fënnef sechs siwen aacht néng zéng eelef zwielef',
  lo: 'ໜຶ່ງ ສອງ ສາມ ສີ່ ຫ້າ ຫົກ ເຈັດ ແປດ ເກົ້າ   ',
  lt: 'vienas/viena/vieno/vienos/vienam/vienai/vieną/vienu/viename/vienoje du/dvi/dviejų/dviem/dviejuose/dviejose trys/trijų/trims/tris/trimis/trijuose/trijose       dešimt  ',
  lv: 'viens/viena divi/divas trīs četri/četras pieci/piecas seši/sešas septiņi/septiņas astoņi/astoņas deviņi/deviņas desmit  ',
  mk: 'еден/едно/една два/две три четири пет шест седум осум девет десет единаесет дванаесет',
  ms: 'satu dua tiga empat lima enam tujuh lapan sembilan sepuluh sebelas ',
  mt: 'wieħed/waħda żewġ tliet erbaʼ ħames sitt sebaʼ tmien disaʼ għaxar  ',
  my: 'တစ် နှစ် သုံး လေး ငါး ခြောက် ခုနှစ် ရှစ် ကိုး ဆယ်  ',
  ne: 'एक दुई तिन चार पाँच छ सात आठ नौ दस एघार बाह्र',
  nl: 'een/één twee drie vier vijf zes zeven acht negen tien elf twaalf',
  nn: 'eitt/éin to tre fire fem seks sju åtte ni ti elleve tolv',
  pl: 'jeden/jedna/jedno/jednego/jednej/jednemu/jedną/jednym dwa/dwaj/dwie/dwóch/dwóm/dwoma/dwiema trzy/trzej/trzech/trzem/trzema cztery/czterej/czterech/czterem/czterema pięć/pięciu/pięcioma sześć/sześciu/sześcioma siedem/siedmiu/siedmioma osiem/ośmiu/ośmioma dziewięć/dziewięciu/dziewięcioma dziesięć/dziesięciu/dziesięcioma jedenaście/jedenastu/jedenastoma dwanaście/dwunastu/dwunastoma',
  pt: 'um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze',
  ro: 'unu/una doi/două trei patru cinci șase șapte opt nouă zece unsprezece ',
  ru: 'один/одно/одна/одни/одного/одной/одних/одному/одним/одну/одном/одними два/две/двух/двум/двумя три/трех/трем/тремя четыре/четырех/четырем/четырьмя пять/пяти/пятью шесть/шести/шестью семь/семи/семью восемь/восьми/восемью девять/девяти/девятью десять/десяти/десятью одиннадцать/одиннадцати/одиннадцатью двенадцать/двенадцати/двенадцатью',
  se: 'okta guokte golbma njeallje vihtta guhtta čieža gávcci ovcci logi  ',
  sk: 'jeden/jedno/jedna dva/dve tri štyri päť šesť sedem osem deväť desať jedenásť dvanásť',
  sl: 'ena dva/dve/dvije tri štiri pet šest sedem osem devet deset enajst dvanajst',
  sq: 'një dy tre/tri katër pesë gjashtë shtatë tetë nëntë dhjetë  ',
  sr: 'један/једно/једна два/две три четири пет шест седам осам девет десет једанаест дванаест',
  sv: 'ett/en två tre fyra fem sex sju åtta nio tio elva tolv',
  sw: 'moja mbili tatu nne tano sita saba nane tisa   ',
  ta: 'ஒன்று இரண்டு மூன்று நான்கு ஐந்து ஆறு ஏழு எட்டு ஒன்பது பத்து பதினொன்று பன்னிரண்டு',
  th: 'หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า   ',
  tr: 'bir iki üç dört beş altı yedi sekiz dokuz   ',
  uk: 'один/одне/одна два/дві три чотири пʼять шість сім вісім девʼять десять одинадцять дванадцять',
  vec: 'uno/un/una do/du tre/tri cuatro sincue sie sete oto nove dieze ùndeze dódeze',
  vi: 'một hai ba bốn năm sáu bảy tám chín   '
}

const built = new Map<string, ReadonlyMap<string, number>>()

/** Number words of a language by `wordKey`, 1–12; empty where CLDR has none. */
export function numberWords(tag: string): ReadonlyMap<string, number> {
  const subtag = tag.toLowerCase().split('-', 1)[0] ?? 'und'
  const known = built.get(subtag)
  if (known) return known
  const words = new Map<string, number>()
  for (const [n, forms] of (cardinals[subtag] ?? '').split(' ').entries())
    for (const form of forms.split('/')) if (form) words.set(wordKey(form), n + 1)
  built.set(subtag, words)
  return words
}
