// What Swedish brings: the genitive, titles and kin, and how a person is told without a name.
import { type LanguageWords, toWords } from "./word-list.ts";

export const swedishWords: LanguageWords = {
  endings: /^.(?:s|et|en|n|er|ar|are|aren|arna|bo|bor|borna|iska|isk|ska|sk|ern|erna)?s?$/u,
  notNames: toWords(
    `Måndag Tisdag Onsdag Torsdag Fredag Lördag Söndag Jul Påsk Midsommar Vappen Valborg Lucia Ramadan Eid Gud Allah Jesus
    Bibeln Koranen Islam Kristus Herren Profeten Svenska Finska Engelska Arabiska Somaliska Ryska Ukrainska Kurdiska Dari
    Persiska Samiska Finländare Svensk Finne Somalier Ryss Muslim Kristen Rom Same Jude
    Samtalsledare Sekreterare Tolk Deltagare Flera Alla Många Någon Ingen En Ett Den Det De Vi Jag Du Han Hon Ni Önskan Förslag
    Oro Citat Fråga Svar Observera Obs Ja Nej Attityder Trygghet Växelverkan Delaktighet Kommunen Staden Polisen
    Församlingen Föreningen Skolan Biblioteket Marthorna`,
  ),
  alsoWords: toWords(
    `Björn Sten Stig Linnea Viola My Siv Rune Per Hans Bo Ove Gun Maj Linn Ella Elle Sale Hope Grace Joy Faith Rose Mark Will
    Said Iman Amal Hani Roman Noor Kai Lena Ida Vera Ali Mona Satu Meri Into Kati Mats Leo Otto Ann Chan Kaur Tage Tom Sam`,
  ),
  introducers:
    /(?<!\p{L})(heter|hette|vid namn|namnet är|namnet var|namn är|namn var|kallas|kallades|hälsningar|namnges) ?[:"”'’»]{0,2} ?$/iu,
  titles: toWords(
    `herr fru fröken frun doktor professor rektor pastor imam lärare läraren lärarinna tränare tränaren granne grannen mamma
    mormor farmor morfar farfar pappa mor far bror brodern brorsan syster systern son sonen dotter dottern man mannen hustru
    hustrun make maken maka frun kusin kusinen moster faster morbror farbror svärmor svärfar kollega kollegan vän vännen
    kompis kompisen socialarbetare konstapel kommundirektör borgmästare handledare ordförande`,
  ),
  surname: /(?:s{1,2}on|ström|qvist|kvist|berg|lund|holm|gren|ståhl|nen)s?$/u,
  placeForm: /^(?!)/u,
  placeNoun:
    /^(skola|bibliotek|station|torg|park|by|stad|kommun|kyrka|moské|gata|köpcentr|centrum|område|daghem|gymnasi|sjukhus|hälso|hamn|simhall|förening|församling|tidning|universitet|landskap)/u,
  placeBefore: /^(?:i|nära|kring|utanför|inom|genom)$/u,
  roles: toWords(
    `imam imamen präst prästen pastor kyrkoherde kyrkoherden rektor rektorn kommundirektör kommundirektören stadsdirektör
    stadsdirektören borgmästare borgmästaren fullmäktigeledamot riksdagsledamot läkare läkaren hälsovårdare hälsovårdaren
    barnmorska barnmorskan veterinär veterinären apotekare apotekaren polis polisen polismästare tolk tolken handlare
    handlaren frisör frisören tränare tränaren kantor kantorn daghemsföreståndare vaktmästare vaktmästaren taxichaufför
    kurator kuratorn ungdomsledare socialarbetare diakon diakonen lärare läraren klasslärare`,
  ),
  only: /^(?:enda|ende|första|förste|ensam)$/u,
  groups:
    /^(?:svart|mörk|muslim|krist|rom|romer|romsk|samisk|same|kurd|kurdisk|arab|arabisk|somali|somalisk|ryss|rysk|ukrain|finsk|svensk|slöj|invandr|flykting|asyl|funktions|rullstol|döv|blind|homo|lesbisk|trans|ensamstående|ensamförsörj|utländ|utlänning|ledamot|jud|ortodox|buddhist|hindu|kvinna|kvinnan|man|mannen|flicka|flickan|pojke|pojken|familj|barn|elev|lärare|läkare|imam|företagare|invånare)\p{L}*$/u,
  settings:
    /^(?:skol|klass|by(?:n|ar)|hus|trapp|kommun|stan|stad|arbets|jobb|lag(?:et)?$|grupp|daghem|område|fullmäktig|församling|klubb|släkt|ort|kurs|trakt)/u,
};
