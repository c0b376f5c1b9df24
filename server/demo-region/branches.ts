/** What work there is in the region: branches with their jobs, and the hoofdtaken that a measurement would find in them. */
export interface HoofdtaakProfile {
  /** As the report names it. */
  readonly name: string;
  /** As a note says it: "Femke doet {phrase} nu zelf". */
  readonly phrase: string;
  /** What can be counted in an hour. */
  readonly unit: string;
}

export interface JobProfile {
  readonly title: string;
  readonly normFunction: string;
  readonly hoofdtaken: readonly [HoofdtaakProfile, HoofdtaakProfile, HoofdtaakProfile, HoofdtaakProfile];
}

export interface BranchProfile {
  readonly key: 'zorg' | 'groen' | 'schoonmaak' | 'logistiek' | 'horeca' | 'industrie' | 'winkel';
  readonly weight: number;
  readonly code: string;
  readonly name: string;
  /** "Werk in {spoken}". */
  readonly spoken: string;
  /** Full-time week of the sector [hours]. */
  readonly fullTimeHours: number;
  /** Who gives the work there, with article. */
  readonly lead: string;
  readonly leadTitle: string;
  /** Works in groups from the Werkbedrijf: detachering in groepen, beschut werk. */
  readonly groups: boolean;
  readonly nameBeginnings: readonly string[];
  readonly jobs: readonly JobProfile[];
}

const task = (name: string, phrase: string, unit: string): HoofdtaakProfile => ({ name, phrase, unit });

export const branches: readonly BranchProfile[] = [
  {
    key: 'zorg', weight: 20, code: '87.10', name: 'Verpleeghuizen', spoken: 'de zorg', fullTimeHours: 36, lead: 'de teamleider', leadTitle: 'teamleider facilitair', groups: false,
    nameBeginnings: ['Zorghuis', 'Woonzorg', 'Zorggroep', 'Verpleeghuis', 'Zorgcentrum'],
    jobs: [
      {
        title: 'Medewerker keuken en uitgifte', normFunction: 'Medewerker voeding',
        hoofdtaken: [
          task('Maaltijden portioneren', 'het portioneren van de maaltijden', 'maaltijden'), task('Maaltijdwagens klaarzetten', 'het klaarzetten van de maaltijdwagens', 'plateaus'),
          task('Vaatwerk spoelen en opruimen', 'het spoelen van het vaatwerk', 'kratten'), task('Koffie en thee rondbrengen', 'het rondbrengen van koffie en thee', 'kamers'),
        ],
      },
      {
        title: 'Medewerker linnenkamer', normFunction: 'Medewerker textielverzorging',
        hoofdtaken: [
          task('Wasgoed vouwen', 'het vouwen van het wasgoed', 'stuks'), task('Wasgoed sorteren', 'het sorteren van het wasgoed', 'zakken'),
          task('Kasten op de afdeling vullen', 'het vullen van de linnenkasten', 'planken'), task('Wasmachines vullen en legen', 'het vullen van de wasmachines', 'machines'),
        ],
      },
      {
        title: 'Gastvrouw of gastheer huiskamer', normFunction: 'Assistent zorg en welzijn',
        hoofdtaken: [
          task('Tafels dekken en afruimen', 'het dekken van de tafels', 'tafels'), task('Ontbijt verzorgen', 'het verzorgen van het ontbijt', 'ontbijtjes'),
          task('Huiskamer netjes houden', 'het netjes houden van de huiskamer', 'ruimtes'), task('Bewoners gezelschap houden', 'het gezelschap houden van bewoners', 'gesprekken'),
        ],
      },
    ],
  },
  {
    key: 'groen', weight: 15, code: '81.30', name: 'Landschapsverzorging', spoken: 'het groen', fullTimeHours: 38, lead: 'de uitvoerder', leadTitle: 'uitvoerder groen', groups: true,
    nameBeginnings: ['Groenwerk', 'Hoveniersbedrijf', 'Buitenruimte', 'Kwekerij', 'Groenbeheer'],
    jobs: [
      {
        title: 'Medewerker groenonderhoud', normFunction: 'Medewerker groenvoorziening',
        hoofdtaken: [
          task('Onkruid verwijderen', 'het wieden van de plantvakken', 'meter'), task('Bladruimen', 'het bladruimen', 'kruiwagens'),
          task('Heggen knippen', 'het knippen van de heggen', 'meter'), task('Gereedschap schoonmaken', 'het schoonmaken van het gereedschap', 'stuks'),
        ],
      },
      {
        title: 'Medewerker kwekerij', normFunction: 'Medewerker teelt',
        hoofdtaken: [
          task('Planten oppotten', 'het oppotten van de planten', 'planten'), task('Trays vullen', 'het vullen van de trays', 'trays'),
          task('Bestellingen klaarzetten', 'het klaarzetten van de bestellingen', 'karren'), task('Planten water geven', 'het water geven', 'tafels'),
        ],
      },
    ],
  },
  {
    key: 'schoonmaak', weight: 14, code: '81.21', name: 'Algemene reiniging van gebouwen', spoken: 'de schoonmaak', fullTimeHours: 38, lead: 'de objectleider', leadTitle: 'objectleider', groups: true,
    nameBeginnings: ['Schoonmaakbedrijf', 'Helder', 'Facilitair', 'Glans'],
    jobs: [
      {
        title: 'Medewerker schoonmaak kantoren', normFunction: 'Medewerker algemeen schoonmaakonderhoud',
        hoofdtaken: [
          task('Bureaus en vensterbanken afnemen', 'het afnemen van de bureaus', 'werkplekken'), task('Sanitair reinigen', 'het reinigen van het sanitair', 'toiletten'),
          task('Vloeren stofzuigen en dweilen', 'het dweilen van de vloeren', 'ruimtes'), task('Prullenbakken legen', 'het legen van de prullenbakken', 'bakken'),
        ],
      },
      {
        title: 'Medewerker schoonmaak scholen', normFunction: 'Medewerker algemeen schoonmaakonderhoud',
        hoofdtaken: [
          task('Lokalen vegen en moppen', 'het moppen van de lokalen', 'lokalen'), task('Sanitair reinigen', 'het reinigen van de toiletten', 'toiletten'),
          task('Tafels afnemen', 'het afnemen van de tafels', 'tafels'), task('Glas in deuren wassen', 'het wassen van de deuren', 'deuren'),
        ],
      },
    ],
  },
  {
    key: 'logistiek', weight: 17, code: '52.10', name: 'Opslag in distributiecentra', spoken: 'de logistiek', fullTimeHours: 40, lead: 'de ploegleider', leadTitle: 'ploegleider', groups: true,
    nameBeginnings: ['Logistiek Centrum', 'Magazijn', 'Distributie', 'Pakketpunt', 'Opslag'],
    jobs: [
      {
        title: 'Orderpicker', normFunction: 'Orderpicker',
        hoofdtaken: [
          task('Orders verzamelen met de scanner', 'het verzamelen van de orders', 'orderregels'), task('Dozen inpakken', 'het inpakken van de dozen', 'dozen'),
          task('Pallets stapelen en sealen', 'het stapelen van de pallets', 'lagen'), task('Retouren terugleggen', 'het terugleggen van de retouren', 'artikelen'),
        ],
      },
      {
        title: 'Medewerker inpak', normFunction: 'Productiemedewerker verpakken',
        hoofdtaken: [
          task('Artikelen inpakken', 'het inpakken van de artikelen', 'pakketten'), task('Dozen vouwen', 'het vouwen van de dozen', 'dozen'),
          task('Etiketten plakken', 'het plakken van de etiketten', 'etiketten'), task('Werktafel aanvullen', 'het aanvullen van de werktafel', 'bakken'),
        ],
      },
    ],
  },
  {
    key: 'horeca', weight: 11, code: '56.29', name: 'Kantines en catering', spoken: 'de horeca', fullTimeHours: 38, lead: 'de kok', leadTitle: 'leidinggevende keuken', groups: false,
    nameBeginnings: ['Eetcafé', 'Bedrijfsrestaurant', 'Lunchroom', 'Catering', 'Brasserie'],
    jobs: [
      {
        title: 'Keukenhulp', normFunction: 'Keukenassistent',
        hoofdtaken: [
          task('Groente snijden', 'het snijden van de groente', 'bakken'), task('Afwassen', 'de afwas', 'korven'),
          task('Broodjes beleggen', 'het beleggen van de broodjes', 'broodjes'), task('Werkbanken schoonmaken', 'het schoonmaken van de werkbanken', 'banken'),
        ],
      },
      {
        title: 'Medewerker bediening', normFunction: 'Medewerker bediening',
        hoofdtaken: [
          task('Tafels afruimen', 'het afruimen van de tafels', 'tafels'), task('Buffet aanvullen', 'het aanvullen van het buffet', 'schalen'),
          task('Bestellingen rondbrengen', 'het rondbrengen van de bestellingen', 'bestellingen'), task('Bestek poleren', 'het poleren van het bestek', 'stuks'),
        ],
      },
    ],
  },
  {
    key: 'industrie', weight: 12, code: '25.62', name: 'Algemene metaalbewerking', spoken: 'de techniek', fullTimeHours: 40, lead: 'de werkmeester', leadTitle: 'werkmeester', groups: true,
    nameBeginnings: ['Metaalwerk', 'Techniek', 'Montage', 'Plaatwerk', 'Assemblage'],
    jobs: [
      {
        title: 'Medewerker assemblage', normFunction: 'Medewerker assemblage',
        hoofdtaken: [
          task('Onderdelen monteren', 'het monteren van de onderdelen', 'stuks'), task('Bouten en moeren afpassen', 'het afpassen van bouten en moeren', 'zakjes'),
          task('Eindcontrole doen', 'de eindcontrole', 'stuks'), task('Werkplek opruimen', 'het opruimen van de werkplek', 'werkplekken'),
        ],
      },
      {
        title: 'Productiemedewerker', normFunction: 'Productiemedewerker metaal',
        hoofdtaken: [
          task('Machine bijvullen', 'het bijvullen van de machine', 'platen'), task('Producten ontbramen', 'het ontbramen van de producten', 'stuks'),
          task('Producten stapelen', 'het stapelen van de producten', 'bakken'), task('Aantallen noteren', 'het noteren van de aantallen', 'lijsten'),
        ],
      },
    ],
  },
  {
    key: 'winkel', weight: 11, code: '47.19', name: 'Winkels met een algemeen assortiment', spoken: 'de detailhandel', fullTimeHours: 40, lead: 'de teamleider', leadTitle: 'teamleider winkel', groups: false,
    nameBeginnings: ['Supermarkt', 'Bouwmarkt', 'Kringloopwinkel', 'Tuincentrum', 'Winkel'],
    jobs: [
      {
        title: 'Vakkenvuller', normFunction: 'Medewerker vulploeg',
        hoofdtaken: [
          task('Vakken vullen', 'het vullen van de vakken', 'dozen'), task('Spiegelen en datum controleren', 'het spiegelen van de schappen', 'schappen'),
          task('Karton en plastic opruimen', 'het opruimen van het karton', 'rolcontainers'), task('Emballage verwerken', 'het verwerken van de emballage', 'kratten'),
        ],
      },
      {
        title: 'Medewerker winkel en magazijn', normFunction: 'Verkoopmedewerker',
        hoofdtaken: [
          task('Goederen sorteren en prijzen', 'het prijzen van de goederen', 'artikelen'), task('Klanten de weg wijzen', 'het helpen van klanten', 'klanten'),
          task('Winkel netjes houden', 'het netjes houden van de winkel', 'gangen'), task('Leveringen uitpakken', 'het uitpakken van de leveringen', 'dozen'),
        ],
      },
    ],
  },
];
