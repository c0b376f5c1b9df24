import type { VisitFacts } from '#shared/domain/records/visit.ts';

/**
 * What a jobcoach writes down: in terms of work, in plain Dutch, never a diagnosis and never a cause of illness.
 * {naam} {Hij} {hij} {zijn} {hem} the candidate · {taak} {andereTaak} two of the tasks · {Leiding} {leiding} who gives the work
 * · {bedrijf} the employer.
 */
type Risk = VisitFacts['risk'];
type Activity = VisitFacts['activity'];

/** What the visit was about. Said first. */
export const openings: Readonly<Record<Activity, readonly string[]>> = {
  introductie: [
    'Eerste dagen op de nieuwe plek. {naam} heeft de rondleiding gehad en weet wie {leiding} is.',
    'Kennismaking op de werkvloer. Samen met {naam} de dag doorgelopen: aanmelden, pauze, taken en naar huis gaan.',
    'Eerste bezoek na de start. {naam} heeft werkkleding en een vaste kapstok, en kent de namen van de naaste collega’s.',
  ],
  structureren: [
    'Samen een weekschema gemaakt met vaste taken per dagdeel. Het schema hangt bij de werkplek.',
    'De werkdag in drie blokken verdeeld, met een pauze ertussen. {naam} heeft een kaart met de volgorde van de taken.',
    'De takenlijst korter gemaakt: eerst {taak}, daarna {andereTaak}. De rest komt later.',
  ],
  'inwerken-en-trainen': [
    'Een uur meegewerkt en geoefend met {taak}. Stap voor stap voorgedaan, daarna deed {naam} het zelf.',
    'Geoefend met {taak}. De eerste ronde samen, de tweede ronde alleen.',
    'Bij {taak} de volgorde van de handelingen geoefend met foto’s van elke stap.',
  ],
  'storing-of-crisis': [
    '{Leiding} belde vanmorgen: het liep gisteren vast op de werkvloer. Dezelfde dag langsgegaan.',
    'Extra bezoek, omdat {naam} gisteren eerder naar huis is gegaan zonder dit te melden.',
    'Er was onenigheid met een collega over de verdeling van het werk. Met beiden apart gesproken.',
  ],
  'begeleiding-op-het-werk': [
    'Bezoek op de werkplek tijdens {taak}.',
    'Halfuur meegekeken bij {taak} en daarna samen gepauzeerd.',
    'Gewoon bezoek. {naam} was bezig met {taak} toen ik binnenkwam.',
    'De werkplek bekeken en met {naam} de afgelopen twee weken doorgenomen.',
    'Aan het begin van de dienst langsgegaan, om te zien hoe {naam} start.',
  ],
  thuissituatie: [
    'Gesproken over de planning buiten het werk: reistijd, opvang van de kinderen en op tijd vertrekken.',
    'Het ging vooral over het reizen naar het werk. De bus komt soms te laat voor de eerste dienst.',
    'Samen de post over het inkomen bekeken. {naam} weet nu welke loonstrook naar de gemeente moet.',
  ],
  'begeleiding-van-de-leidinggevende': [
    'Gesprek met {leiding} over het geven van opdrachten: één tegelijk en kort.',
    'Met {leiding} besproken hoe {hij} het beste feedback krijgt: meteen, en met een voorbeeld.',
    '{Leiding} vroeg hoe het team het werk met {naam} kan verdelen. Samen een verdeling gemaakt.',
  ],
  evaluatie: [
    'Evaluatie van de afgelopen periode met {naam} en {leiding}. De doelen één voor één doorgenomen.',
    'Tussentijdse evaluatie. Gekeken wat er beter gaat dan bij de vorige keer.',
    'Evaluatie volgens het coachingsplan. We hebben het werk, de uren en de begeleiding besproken.',
  ],
};

/** Everyone who works there in a group, one after the other. */
export const groupOpenings: readonly string[] = [
  'Bezoek aan de groep bij {bedrijf}. Met iedereen even apart gesproken, ook met {naam}.',
  'De hele groep bezocht en daarna met {naam} apart gezeten.',
  'Rondje langs de groep. {naam} was bezig met {taak}.',
];

/** How the work went. */
export const workGoing: Readonly<Record<Risk, readonly string[]>> = {
  goed: [
    '{naam} heeft bij {taak} weinig uitleg meer nodig.',
    '{Taak} gaat in een rustig tempo en bijna zonder fouten.',
    '{Hij} begint uit zichzelf aan de volgende taak als iets klaar is.',
    '{naam} werkt geconcentreerd, ook als het om {hem} heen druk is.',
    'De kwaliteit is goed: bij {andereTaak} hoefde niets opnieuw te worden gedaan.',
    '{Hij} vraagt om hulp op het goede moment en wacht niet tot het misgaat.',
    '{naam} houdt het schema aan en vinkt de taken zelf af.',
    '{Hij} heeft een nieuwe collega uitgelegd hoe {andereTaak} gaat.',
    'Het tempo bij {taak} ligt hoger dan een maand geleden.',
    '{naam} kan twee taken op een dag afwisselen zonder de draad kwijt te raken.',
  ],
  'let-op': [
    '{Taak} lukt, maar aan het einde van de dienst zakt het tempo.',
    '{naam} kan {taak} goed, maar bij {andereTaak} moet vaak nog iets over.',
    '{Hij} wacht af als een taak klaar is. {Leiding} moet dan zeggen wat het volgende is.',
    'Bij drukte slaat {hij} stappen over en moet het werk worden nagekeken.',
    '{naam} vindt veranderingen in de planning lastig. Vandaag duurde het een halfuur voor het werk weer liep.',
    'Langer dan een uur dezelfde taak doen lukt nu nog niet. Met een korte pauze gaat het beter.',
    '{Hij} praat veel met collega’s, waardoor {taak} blijft liggen.',
    'Zelf de werkplek klaarzetten lukt nog niet elke dag.',
  ],
  'dreigende-uitval': [
    '{naam} is deze week twee keer te laat gekomen en één keer niet verschenen.',
    '{Hij} liep tijdens {taak} weg en kwam na een halfuur terug.',
    'Het tempo is ver teruggelopen. Van het werk van vandaag kwam de helft af.',
    '{naam} zegt dat het werk zo niet meer gaat en denkt aan stoppen.',
    '{Hij} werkt alleen nog aan {taak} en wil {andereTaak} niet meer doen.',
    'Collega’s nemen steeds meer werk over en zeggen dat dit niet lang meer kan.',
  ],
};

/** What the employer says; only when the employer was there. */
export const employerSays: Readonly<Record<Risk, readonly string[]>> = {
  goed: [
    '{Leiding} is tevreden en wil graag meer uren geven als dat kan.',
    '{Leiding} zegt dat je op {naam} kunt rekenen.',
    'Volgens {leiding} hoort {naam} er in het team helemaal bij.',
    '{Leiding} merkt dat er minder uitleg nodig is dan in het begin.',
    'Het bedrijf wil {naam} er een taak bij leren.',
  ],
  'let-op': [
    '{Leiding} is tevreden over de inzet, maar heeft weinig tijd om uitleg te geven.',
    '{Leiding} wil dat het tempo in de komende maand iets omhoog gaat.',
    'Volgens {leiding} gaat het de ene dag veel beter dan de andere.',
    '{Leiding} vraagt om een vaste collega die {naam} kan helpen.',
    'Het rooster wisselt veel. {Leiding} wil proberen dat voor {naam} vast te zetten.',
  ],
  'dreigende-uitval': [
    '{Leiding} wil verder met {naam}, maar alleen als er snel iets verandert.',
    '{Leiding} twijfelt of het contract verlengd kan worden.',
    'Volgens {leiding} is het geduld in het team op. Er is wel ruimte voor één nieuwe poging.',
    '{Leiding} heeft een gesprek gevoerd over het te laat komen en dit op papier gezet.',
  ],
};

/** What the candidate says; only when the candidate was there. */
export const candidateSays: Readonly<Record<Risk, readonly string[]>> = {
  goed: [
    '{naam} gaat met plezier naar het werk.',
    '{Hij} vindt het fijn om iedere dag te weten wat er komt.',
    '{naam} is trots op wat {hij} heeft geleerd.',
    '{Hij} wil op termijn graag meer uren werken.',
    '{naam} zegt dat de collega’s {hem} goed opvangen.',
    '{Hij} fietst nu zelf naar het werk en is op tijd.',
  ],
  'let-op': [
    '{naam} vindt het werk leuk, maar de dagen lang.',
    '{Hij} zegt dat er te veel mensen tegelijk opdrachten geven.',
    '{naam} durft nog niet goed te zeggen dat iets niet lukt.',
    '{Hij} wil liever vaste dagen.',
    '{naam} mist een collega om mee te pauzeren.',
  ],
  'dreigende-uitval': [
    '{naam} voelt zich niet gezien door het team.',
    '{Hij} wil liever ander werk, het liefst met minder mensen in de buurt.',
    '{naam} weet niet of {hij} volgende week wil doorgaan.',
    '{Hij} wil het nog één keer proberen, met minder uren per dag.',
  ],
};

/** What we do next. Said last. */
export const conclusions: Readonly<Record<Risk, readonly string[]>> = {
  goed: [
    'We gaan zo door.', 'De begeleiding kan naar één keer per maand.', 'Volgende keer kijken we of er een taak bij kan.',
    'Er zijn geen bijzonderheden voor de komende weken.', 'Ik kom over een maand weer langs.',
  ],
  'let-op': [
    'Ik kom de komende weken vaker langs.', 'We proberen dit twee weken en kijken dan opnieuw.', 'Volgende keer nemen we {leiding} mee in het gesprek.',
    'Ik bel halverwege de week om te horen hoe het gaat.', 'We oefenen dit de volgende keer samen.',
  ],
  'dreigende-uitval': [
    'Deze week volgt een gesprek met {naam}, {leiding} en de consulent.', 'Ik bel morgen met beiden.', 'Tot het gesprek werkt {naam} halve dagen.',
    'We zoeken in de tussentijd naar een andere taak binnen {bedrijf}.',
  ],
};

/** A phone call: what was heard, not what was seen. */
export const phoneOpenings: readonly string[] = [
  '{naam} gebeld tijdens de pauze.', 'Kort telefonisch contact na de dienst.', 'Gebeld zoals afgesproken.', 'Teruggebeld op verzoek van {naam}.',
];
export const phoneToEmployer: readonly string[] = ['Gebeld met {leiding} van {bedrijf}.', '{Leiding} gebeld om te horen hoe de week is gegaan.', 'Telefonisch overleg met {leiding}.'];

/** Sick leave: that, and the next contact; never the cause. */
export const sickLeave: readonly string[] = [
  '{naam} heeft zich ziek gemeld. De datum voor het volgende contact staat vast.',
  '{Hij} is ziek gemeld bij {bedrijf} en bij ons. We hebben afgesproken wanneer we weer bellen.',
  '{naam} is ziek gemeld. {Leiding} weet het en houdt de plek vrij. Volgend contact is gepland.',
];

/** Before there is a work place. {branche} is the branch that somebody wants to work in. */
export const beforeWork: Readonly<Record<'introductie' | 'structureren' | 'thuissituatie' | 'evaluatie', readonly string[]>> = {
  introductie: [
    'Eerste gesprek na de aanmelding. {naam} wil graag werken en noemt werk in {branche} als eerste keus.',
    'Kennismaking. {naam} heeft eerder gewerkt en vertelt daar goed over. {Hij} zoekt werk in {branche}.',
    'Kennismaking op het Toekomstplein. We hebben besproken wat {naam} kan en wat {hij} wil leren.',
    '{naam} kwam samen met de consulent. {Hij} wil beginnen met drie dagdelen in de week.',
  ],
  structureren: [
    'Samen met {naam} een vaste weekindeling gemaakt, als oefening voor een werkweek.', 'Het cv van {naam} afgemaakt en twee bedrijven in {branche} uitgekozen om te bezoeken.',
    '{naam} heeft een dag meegelopen bij een bedrijf in {branche} en wil daar graag terugkomen.', 'Met {naam} een gesprek bij een bedrijf in {branche} voorbereid: wat vertel je en wat vraag je?',
    'De proefdagen vergeleken. {naam} werkt het liefst met een vaste collega en duidelijke taken.',
  ],
  thuissituatie: [
    'De reis naar het werk geoefend met {naam}: met de bus en het laatste stuk lopen.', 'Met {naam} besproken wat er geregeld moet zijn voor een baan: opvang, vervoer en een rekening voor het loon.',
    '{naam} heeft een fiets geleend en rijdt de route naar de bedrijven in {branche} een keer op proef.', 'De vaste afspraken in de week van {naam} op een rij gezet. Er zijn vier ochtenden vrij voor werk.',
  ],
  evaluatie: [
    'De stand van het plan doorgenomen. {naam} heeft de eigen afspraken gehaald.', 'Twee sollicitaties besproken. Eén bedrijf in {branche} nodigt {naam} uit voor een proefdag.',
    'Nog geen passende plek gevonden. We zoeken nu ook buiten {branche}.',
  ],
};

export const nextStepsBeforeWork: readonly string[] = [
  'Volgende keer gaan we samen bij een bedrijf kijken.', 'Ik bel deze week twee bedrijven in {branche}.', 'De consulent weet hiervan en denkt mee.',
  'De volgende afspraak is bij een bedrijf en niet op kantoor.', '{naam} denkt na over de dagen en tijden die het beste uitkomen.', 'We houden vast aan één afspraak per twee weken.',
];

/** After a placement ended. */
export const afterWork: readonly string[] = [
  'De plaatsing bij {bedrijf} is afgelopen. {naam} wil verder met hetzelfde soort werk.',
  'Teruggekeken op het werk bij {bedrijf}: {taak} ging goed, {andereTaak} lukte niet de hele dag.',
  '{naam} heeft een getuigschrift van {bedrijf} gekregen. We zoeken nu een plek met vaste dagen.',
];

export const goalsAtWork: readonly string[] = [
  'Elke dag op tijd beginnen', '{Taak} zonder hulp doen', 'Om hulp vragen als een taak niet lukt', 'Zelf de volgende taak pakken', 'Een hele dienst een gelijk tempo houden',
  'Het schema zelf afvinken', 'Een nieuwe taak erbij leren', 'Pauzeren met collega’s', 'Stap voor stap meer uren per week', 'Op tijd melden als er iets is', 'De werkplek netjes achterlaten',
];
export const goalsBeforeWork: readonly string[] = [
  'Drie dagdelen per week meelopen bij een bedrijf', 'Een cv dat klopt', 'Zelf met de bus naar het werk', 'Twee bedrijven bezoeken in {branche}', 'Een vaste dagindeling aanhouden', 'Elke week één sollicitatie',
];

/** @see agreementOwners: who does it stands beside it */
export const agreementsAtWork: readonly (readonly [owner: 'kandidaat' | 'werkgever' | 'jobcoach' | 'werkbedrijf', what: string])[] = [
  ['kandidaat', 'Belt vóór 7.30 uur als {hij} later komt'], ['kandidaat', 'Vinkt de taken af op de lijst en neemt de lijst mee'], ['kandidaat', 'Oefent {andereTaak} twee keer deze week'],
  ['kandidaat', 'Vraagt {leiding} om uitleg als iets niet duidelijk is'], ['werkgever', 'Wijst een vaste collega aan voor vragen'], ['werkgever', 'Zet het rooster twee weken vooruit vast'],
  ['werkgever', 'Geeft opdrachten één voor één'], ['werkgever', 'Neemt elke vrijdag vijf minuten de week door'], ['jobcoach', 'Maakt een stappenkaart met foto’s voor {taak}'],
  ['jobcoach', 'Belt halverwege de week met {leiding}'], ['jobcoach', 'Komt langs aan het begin van de dienst'], ['werkbedrijf', 'Vraagt een aanpassing van de werkplek aan'],
  ['werkbedrijf', 'Plant een loonwaardemeting'],
];
export const agreementsAtRisk: typeof agreementsAtWork = [
  ['jobcoach', 'Plant een gesprek met {leiding} en de consulent'], ['werkgever', 'Wacht met een besluit over het contract tot na het gesprek'],
  ['kandidaat', 'Werkt tot het gesprek halve dagen'], ['werkbedrijf', 'Kijkt of een andere taak of afdeling mogelijk is'], ['jobcoach', 'Belt elke ochtend vóór de dienst'],
];
export const agreementsBeforeWork: typeof agreementsAtWork = [
  ['kandidaat', 'Neemt de papieren van het vorige werk mee'], ['kandidaat', 'Reist één keer op proef naar het bedrijf'], ['werkbedrijf', 'Zoekt een plek voor een proefdag in {branche}'],
  ['jobcoach', 'Maakt een afspraak met een bedrijf in {branche}'], ['kandidaat', 'Stuurt het cv op'],
];
