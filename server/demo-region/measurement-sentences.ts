/**
 * What an expert writes beside a factor below 100 %, and what employee and employer say to it: about the work, never
 * about a cause that lies in the person. {naam} {Hij} {hij} the employee · {taak} the hoofdtaak · {eenheden} what is counted.
 */
export const tempoFromCount = 'In een uur zijn {gemaakt} {eenheden} geteld. De norm is {norm}.';

export const tempoExplanations: readonly string[] = [
  '{Taak} gaat netjes, maar met minder snelheid dan bij een ervaren collega.',
  'Het tempo is in het begin van de dienst gelijk aan de norm en zakt na twee uur.',
  'De handelingen zijn goed aangeleerd. Tussen twee stappen is er een korte denkpauze.',
  '{Hij} werkt met een stappenkaart. Dat gaat goed, maar kost tijd.',
];

export const kwaliteitExplanations: readonly string[] = [
  'Ongeveer één op de tien moet over of wordt door een collega nagekeken.',
  'De eindcontrole wordt door een collega gedaan.',
  'Bij wisselende opdrachten ontstaan fouten in de volgorde. Bij vaste opdrachten niet.',
  'Het werk is meestal goed. {Leiding} loopt het aan het einde van de dienst na.',
  'Kleine afwijkingen worden niet altijd gezien en later hersteld.',
];

export const nettoWerktijdExplanations: readonly string[] = [
  'Elk uur is er een korte extra pauze van enkele minuten afgesproken.',
  '{Leiding} geeft per dagdeel ongeveer een kwartier extra uitleg.',
  'Aan het begin van de dienst is tijd nodig om de taken samen door te nemen.',
  'Na een wisseling van taak duurt het even voor het werk weer begint.',
];

export const employeeViews: readonly string[] = [
  '{naam} herkent zich in de meting.', '{naam} is het eens met de uitkomst en wil aan het tempo werken.', '{naam} vindt het beeld kloppen. {Hij} wil graag meer leren.',
  '{naam} had een hoger tempo verwacht, maar is het eens met de telling.', '{naam} vindt de uitleg duidelijk en heeft geen opmerkingen.', '{naam} wil graag dat er over een jaar opnieuw wordt gekeken.',
];

export const employerViews: readonly string[] = [
  'De werkgever is het eens met de meting.', 'De werkgever herkent het beeld en is tevreden over de inzet.', 'De werkgever vindt de uitkomst passen bij de dagelijkse praktijk.',
  'De werkgever had de kwaliteit iets lager ingeschat, maar is het eens met de uitleg.', 'De werkgever wil {naam} graag houden en blijft ruimte geven voor uitleg.', 'De werkgever heeft geen opmerkingen bij de meting.',
];
