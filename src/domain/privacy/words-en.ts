// What English brings: it writes many plain words with a capital, so most of its list says what no name is.
import { type LanguageWords, toWords } from "./word-list.ts";

export const englishWords: LanguageWords = {
  endings: /^.(?:s|['’]s|s['’]|n|ns|an|ans|ian|ians|er|ers|ish)?$/u,
  notNames: toWords(
    `Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
    October November December Christmas Easter Midsummer Ramadan Eid Diwali God Allah Jesus Bible Quran Koran Islam Christ Lord
    Prophet English Finnish Swedish Arabic Somali Russian Ukrainian Kurdish Persian Farsi Dari Turkish Estonian Spanish French
    German Chinese Thai Vietnamese Sami Roma Finn Finns Swede Swedes Kurd Kurds Arab Arabs Muslim Muslims Christian Christians
    Jew Jews Jewish Hindu Buddhist Orthodox Lutheran African European Asian American Black White Western Nordic
    Facilitator Scribe Interpreter Participant Several Everyone Many Someone Nobody Some All One Two Three The A An This That
    They We You He She It My Our Their Wish Proposal Worry Concern Quote Question Answer Note Yes No Ok Okay
    Attitudes Security Interaction Participation Good Relations Council City Town Municipality Police Parish Church Mosque
    Library School Street Road Park Centre Center Market Square Station University Office Services Social Employment Health
    Internet Covid Santa Mum Dad Mom Mother Father Grandma Grandpa Sir Madam East West North South`,
  ),
  alsoWords: toWords(
    `Hope Joy Grace Faith Rose Mark Will Bill Frank Jack Sam Said Chan Noor Roman Per Sale Bo My Ali Kai Linn Gun Ella Elle Maj
    Hans Iman Amal Mari Sari Into Meri Otto Leo Ann Pat Sally Viola Harry Jan Tom Nick Luke Joe`,
  ),
  introducers:
    /(?<!\p{L})(called|named|name is|name was|name's|i am|i'm|this is|known as|introduced as|regards) ?[:"”'’»]{0,2} ?$/iu,
  titles: toWords(
    `mr mrs ms miss mr. mrs. ms. dr dr. doctor professor principal headmaster pastor imam teacher coach neighbour neighbor mother
    father mum mom dad brother sister son daughter husband wife cousin aunt uncle grandmother grandfather grandma grandpa
    friend boss colleague constable officer mayor chairperson`,
  ),
  surname: /(?:s{1,2}on|nen|ström|qvist|berg|lund|smith|man)(?:['’]s)?$/u,
  placeForm: /^(?!)/u,
  placeNoun:
    /^(school|library|station|square|park|village|town|city|municipality|church|mosque|street|road|shopping|centre|center|area|kindergarten|daycare|hospital|health|harbour|market|association|parish|newspaper|university|region|council|district|neighbourhood|suburb)/u,
  placeBefore: /^(?:in|near|around|outside|across|throughout|into)$/u,
  roles: toWords(
    `imam priest pastor vicar principal headmaster headteacher mayor councillor midwife pharmacist vet veterinarian doctor nurse
    policeman policewoman constable sheriff interpreter shopkeeper barber hairdresser coach caretaker janitor cantor deacon
    teacher postman`,
  ),
  only: /^(?:only|first|sole)$/u,
  groups:
    /^(?:black|brown|muslim|christian|roma|sami|kurd|kurdish|arab|somali|russian|ukrainian|finnish|swedish|jewish|jew|hindu|buddhist|orthodox|immigrant|migrant|refugee|asylum|foreign|foreigner|disabled|wheelchair|deaf|blind|gay|lesbian|trans|transgender|single|veiled|headscarf|hijab|woman|man|girl|boy|family|child|kid|pupil|student|teacher|doctor|imam|councillor|african|asian|thai|vietnamese|iraqi|syrian|afghan|iranian|turkish|estonian)s?$/u,
  settings:
    /^(?:school|class|classroom|village|house|building|staircase|municipality|town|city|work|workplace|team|group|kindergarten|daycare|neighbourhood|neighborhood|street|block|area|council|parish|club|course|family)$/u,
};
