import type { GuardKind, GuardTerm, GuardWords } from './guard-words.ts';

const of = (kind: GuardKind, ...terms: readonly string[]): readonly GuardTerm[] => terms.map((term) => ({ term, kind }));
const aboutAPerson = (kind: GuardKind, ...terms: readonly string[]): readonly GuardTerm[] => terms.map((term) => ({ term, kind, onlyAboutAPerson: true }));

/**
 * The list that a release brings along. Chosen against false alarms: what is also everyday language on a work floor
 * ("angst", "druk", "alcohol schenken", "medicijnen bezorgen") is left out or counts only beside a word about a person.
 * @source DOMAIN "What must not be"; Autoriteit Persoonsgegevens, "De zieke werknemer": what an employer may not record
 */
export const bundledGuardWords: GuardWords = {
  id: 'guard-words',
  version: 1,
  terms: [
    ...of(
      'diagnosis',
      'adhd', 'ADD', 'PDD-NOS', 'PTSS', 'OCD', 'MS', 'CVA', 'NAH', 'COPD', 'HIV', 'LVB', 'autis*', 'asperger', 'schizofr*', 'borderline*', 'bipolair*', 'manisch-depressief', 'manische',
      'depressie', 'depressies', 'depressief', 'depressieve', 'burn-out', 'burnout', '*stoornis', '*stoornissen', '*fobie', 'psychose', 'psychoses', 'psychotisch*', 'dementie', 'alzheimer', 'parkinson',
      'epilepsie', 'epileptisch*', 'migraine', 'diabetes', 'diabeet', 'suikerziekte', 'reuma', 'reumatisch*', 'artritis', 'artrose', 'fibromyalgie', 'hernia', 'astma', 'longemfyseem', 'hartinfarct',
      'hartfalen', 'herseninfarct', 'hersenletsel', 'hersenbloeding', 'hersenschudding', 'beroerte', 'kanker', 'borstkanker', 'longkanker', 'darmkanker', 'leukemie', 'tumor', 'tumoren', 'hepatitis', 'aids', 'crohn',
      'lupus', 'anorexia', 'boulimia', 'eetprobleem', 'verslaafd', 'verslaafde', '*verslaving', '*verslavingen', 'alcoholist', 'alcoholisme', 'suicidaal', 'zelfmoordpoging', 'zwakbegaafd*', 'zwanger', 'zwangere',
      'verstandelijk beperkt*', 'verstandelijke beperking*', 'verstandelijk gehandicapt*', 'licht verstandelijk', 'post-covid', 'long covid', 'postnatale', 'rugklachten', 'nekklachten', 'knieklachten', 'hartklachten',
      'longklachten', 'maagklachten', 'darmklachten', 'spierziekte', 'nierziekte', 'hartziekte', 'darmziekte', 'longziekte', 'huidziekte', 'spanningsklachten', 'psychische klachten', 'psychische problemen', 'lichamelijke klachten',
      'medische klachten', 'chronisch ziek', 'ongeneeslijk*', 'iq van', 'slaapapneu', 'hartritme*', 'geslachtsziekte', 'miskraam',
    ),
    ...of(
      'medication',
      'antidepressiv*', 'antipsychotic*', 'ritalin', 'concerta', 'medikinet', 'methylfenidaat', 'dexamfetamine', 'lithium', 'oxazepam', 'diazepam', 'temazepam', 'lorazepam', 'quetiapine', 'olanzapine', 'risperidon', 'haldol',
      'sertraline', 'citalopram', 'escitalopram', 'paroxetine', 'fluoxetine', 'venlafaxine', 'mirtazapine', 'amitriptyline', 'tramadol', 'oxycodon', 'morfine', 'methadon', 'metformine', 'prednison', 'insuline', 'slaappil*', 'slaapmiddel*',
      'pijnstiller*', 'kalmeringsmiddel*', 'bloedverdunner*', 'medicijngebruik', 'medicatiegebruik',
    ),
    ...of('medication', 'zijn medicijnen', 'haar medicijnen', 'hun medicijnen', 'zijn medicatie', 'haar medicatie', 'aan de medicijnen'),
    ...aboutAPerson('medication', 'medicijn*', 'medicatie', 'paracetamol', 'antibiotica', 'pillen', 'tabletten'),
    ...of(
      'treatment',
      'psychiater', 'psychiatrisch*', 'psycholoog', 'psychotherap*', 'therapeut', 'fysiotherap*', 'ergotherap*', 'cardioloog', 'neuroloog', 'oncoloog', 'orthopeed', 'revalidatie', 'revalideren', 'revalideert', 'chemokuur*', 'chemotherapie',
      'bestraling*', 'dialyse', 'afkickkliniek', 'ontwenningskliniek', 'verslavingszorg', 'cognitieve gedragstherapie', 'emdr', 'onder behandeling', 'operatie aan', 'geopereerd', 'ggz-behandeling', 'dwangopname', 'gedwongen opname',
      'in behandeling bij', 'opgenomen in het ziekenhuis', 'opgenomen in een kliniek', 'sociaal-medisch', 'medisch dossier', 'medische gegevens', 'medisch onderzoek',
    ),
    ...of('treatment', 'zijn huisarts', 'haar huisarts', 'zijn bedrijfsarts', 'haar bedrijfsarts', 'zijn therapie', 'haar therapie', 'zijn specialist', 'haar specialist', 'in therapie'),
    ...aboutAPerson('treatment', 'huisarts', 'ziekenhuis', 'specialist', 'therapie', 'ggz', 'kliniek', 'bedrijfsarts'),
    ...of(
      'cause',
      'ziek door', 'ziek vanwege', 'ziek wegens', 'ziek omdat', 'ziekgemeld door', 'ziekgemeld vanwege', 'ziekgemeld wegens', 'ziekgemeld met', 'ziekgemeld omdat', 'ziek gemeld vanwege', 'ziek gemeld wegens', 'ziek gemeld met',
      'ziek gemeld omdat', 'thuis met griep', 'ziek met', 'verzuimt vanwege', 'verzuimt wegens', 'afwezig wegens ziekte', 'om medische redenen', 'medische oorzaak', 'last van zijn rug', 'last van haar rug', 'pijn in zijn', 'pijn in haar',
      'gebroken been', 'gebroken arm', 'gebroken pols', 'gebroken enkel',
    ),
  ],
  aboutAPerson: [
    'slikt', 'slikte', 'slikken', 'gebruikt', 'gebruikte', 'neemt', 'nam', 'kreeg voorgeschreven', 'voorgeschreven', 'verwezen', 'doorverwezen', 'behandeld', 'behandeling', 'onderzocht', 'opgenomen', 'klachten', 'dosering',
  ],
  allowed: [
    'MS Teams', 'MS Office', 'MS Word', 'MS Excel', 'MS Outlook', 'kalibratiestoornis', 'beeldstoornis', 'netwerkstoornis', 'stroomstoornis', 'treinstoornis', 'verkeersstoornis', 'kankerfonds',
    'burn-out training', 'dementie afdeling', 'dementie-afdeling', 'afdeling dementie', 'mensen met dementie', 'bewoners met dementie', 'ouderen met dementie', 'patienten met', 'patiënten met', 'clienten met', 'cliënten met', 'bewoners met',
    'praktijk voor fysiotherapie', 'fysiotherapiepraktijk',
  ],
};
