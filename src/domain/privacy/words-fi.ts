// What Finnish brings: its case endings, its titles and kin, and how a person is told without a name.
import { type LanguageWords, toWords } from "./word-list.ts";

const possessive = "(?:ni|si|nsa|nsä|mme|nne)";
const clitic = "(?:kin|kaan|kään|ko|kö|pa|pä|han|hän)";

export const finnishWords: LanguageWords = {
  endings: new RegExp(
    `^(?:[aeiouyäö]|[^aeiouyäö](?=i|t[aä]|$))(?:i?(?:a|ä|n|na|nä|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi|tta|ttä|t|ta|tä|ja|jä|ita|itä|en|in|an|än|on|un|yn|ön|seen|h[aeiouyäö]n|een|aan|ään|iin|oon|uun|den|ien|jen|iden|ineen)|ei(?:ta|tä|den|hin)?|issa|issä|ista|istä|ille|illa|illä|ilta|iltä|i|n?(?:lai|läi)(?:nen|s\\p{L}{0,8}))?${possessive}?${clitic}?$`,
    "u",
  ),
  notNames: toWords(
    `Ainoa Ainoan Ainoana Ainoat Ainoita Maanantai Tiistai Keskiviikko Torstai Perjantai Lauantai Sunnuntai Joulu Pääsiäinen Juhannus Vappu Ramadan Eid Id
    Jumala Allah Jeesus Raamattu Koraani Islam Kristus Herra Profeetta Luoja Isä
    Suomi Ruotsi Englanti Arabia Somali Venäjä Viro Kurdi Persia Dari Turkki Ukraina Saame
    Suomalainen Somalialainen Venäläinen Ruotsalainen Kurdi Arabi Romani Saamelainen Muslimi Kristitty Juutalainen
    Ohjaaja Kirjuri Tulkki Osallistuja Puhuja Useita Kaikki Moni Joku Kukaan Osa Toive Ehdotus Huom Kysymys Vastaus
    Huoli Sitaatti Havainto Lainaus Toinen Yksi Kolmas Ei Kyllä Joo Minä Sinä Hän Me Te He Tämä Se Ne
    Asenteet Turvallisuus Vuorovaikutus Osallisuus Kunta Kaupunki Valtuusto Poliisi Seurakunta Järjestö Yhdistys`,
  ),
  alsoWords: toWords(
    `Onni Toivo Rauha Usko Tarmo Armas Lahja Ilta Helmi Tuuli Meri Lumi Kielo Vuokko Ruusu Taimi Sulo Urho Veli Ilo Oiva
    Into Pilvi Suvi Satu Sade Vappu Hani Sari Mari Sale Kaija Rose Mark Will Hope Joy Grace Faith Amal Said Iman Kati Kai
    Leo Ari Otto Noor Elle Per Topi Viola Roman Selam Chan Kaur Almaz Elsa Maj Linn Noora Lahti Salla Vera Hans Ella Ove Muna Marja Alin Annan Annat Annamme Annetaan Sarana Ellei Tomaatti`,
  ),
  introducers:
    /(?<!\p{L})(nimeltä(än|ni)?|nimeni on|nimi on|nimi oli|nimensä on|nimeltään on|kutsuttiin|kutsutaan|nimisen?|terveisin) ?[:"”'’»]{0,2} ?$/iu,
  titles: toWords(
    `herra rouva neiti tohtori professori rehtori pastori imaami kunnanjohtaja pormestari konstaapeli sosiaalityöntekijä
    opettaja ope luokanopettaja valmentaja naapuri naapurini naapurimme ystäväni kaverini työkaverini pomoni esimieheni
    äiti äitini isä isäni veli veljeni veljensä sisko siskoni siskonsa poika poikani poikansa tytär tyttäreni tyttärensä
    tyttäremme poikamme lapseni lapsenlapseni vaimo vaimoni vaimonsa mieheni miehensä aviomieheni serkku serkkuni täti
    tätini setä setäni eno enoni mummo mummoni ukki ukkini pappa anoppi anoppini appi appeni miniäni vävyni kummini
    tulkkimme ohjaajamme vetäjämme puheenjohtaja`,
  ),
  surname: /(?<!lai|läi)(?:nen|se(?:n|lle|lla|llä|lta|ltä|sta|stä))$/u,
  placeForm: /.(?:ssa|ssä|lai(?:nen|s\p{L}{0,6})|läi(?:nen|s\p{L}{0,6}))(?:kin|kaan|kään)?$/u,
  placeNoun:
    /^(koulu|kirjasto|asema|tori|puisto|kylä|kaupun|kunna|kunta|kirkko|kirko|moskeija|katu|kadu|ostar|ostosk|keskus|keskuk|talo|lähiö|seudu|seutu|alue|päiväko|lukio|sairaala|terveys|metro|juna|linja|satama|uimahalli|liikunta|lehti|maakunta|yliopisto|opisto|yhdis|järjestö|seurakun|liitto|markkina)/u,
  placeBefore: /^(?!)/u,
  roles: toWords(
    `imaami pappi pastori kirkkoherra rehtori rehtorina kunnanjohtaja kaupunginjohtaja pormestari valtuutettu kansanedustaja
    lääkäri terveyskeskuslääkäri terveydenhoitaja kätilö eläinlääkäri apteekkari poliisi poliisipäällikkö komisario tulkki
    kauppias ravintoloitsija parturi valmentaja kanttori päiväkodinjohtaja talonmies huoltomies postinjakaja taksikuski
    bussikuski koulukuraattori kuraattori nuorisotyöntekijä sosiaalityöntekijä diakoni opettaja luokanopettaja`,
  ),
  only: /^(?:ainoa|ainoan|ainoana|ainut|ainoita|ensimmäinen|ensimmäisen|ensimmäisenä|ensimmäisiä)$/u,
  groups:
    /^(?!(?:täl|sel|mil|eri|saman|toisen|monen|kaiken|uuden|oman|huonon|hyvän|tois)lai|(?:täl|sel)läi)(?:\p{L}+(?:lainen|läinen|laisen|läisen|laisena|läisenä|laisia|läisiä)|(?:musta|tumma|vaalea|muslimi|kristitty|romani|somali|kurdi|arabi|huivi|maahanmuut|pakolai|turvapaikan|vammai|pyörätuoli|kuuro|sokea|viittomakie|homo|lesbo|trans|sateenkaari|yksinhuolta|ulkomaala|valtuutet|juuta|ortodoks|buddhal|hindu|nai[ns]|mies|miehe|tyttö|tytön|poika|poja|perhe|lapsi|lapsen|oppilas|oppilaa|opettaja|lääkäri|imaami|yrittäjä|kansanedusta|asuka)\p{L}*)$/u,
  settings:
    /(?:koulu|luoka|luokk|kylä|talo|rapu|kunna|kaupun|työpai|joukkue|porukka|poruka|päiväko|ryhmä|naapurust|alueella|valtuust|seuraku|kerho|lähiö|suku|rappu|paikkakun|kurssi)/u,
};
