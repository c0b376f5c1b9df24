/** What can be explained. Each has its words in `help.nl.json`: a title, an introduction and points. */
export const helpTopics = [
  'saving', 'caseload', 'candidate', 'newCandidate', 'duplicates', 'visit', 'groupVisit', 'intake', 'plan', 'placement', 'employer', 'measurement', 'sign', 'indication', 'coaching', 'hours', 'agenda', 'due', 'search', 'unsent', 'week', 'administration', 'settings', 'privacy', 'keys',
] as const;

export type HelpTopic = (typeof helpTopics)[number];

/** The first that fits wins, so what is more exact stands higher. */
const topicsByAddress: readonly (readonly [pattern: RegExp, topic: HelpTopic])[] = [
  [/^\/bezoek-aan-meer-mensen/, 'groupVisit'],
  [/\/bezoek(en)?(\/|$)/, 'visit'],
  [/\/(meting|metingen)(\/|$)/, 'measurement'],
  [/\/ondertekenen(\/|$)/, 'sign'],
  [/\/indicatie(\/|$)/, 'indication'],
  [/\/intakes?(\/|$)/, 'intake'],
  [/\/begeleiding(\/|$)/, 'coaching'],
  [/\/plan(nen)?(\/|$)/, 'plan'],
  [/\/plaatsing(\/|$)/, 'placement'],
  [/^\/bedrijven/, 'employer'],
  [/\/afspraak(\/|$)|^\/agenda/, 'agenda'],
  [/^\/kandidaten\/nieuw/, 'newCandidate'],
  [/^\/kandidaten\/dubbel/, 'duplicates'],
  [/^\/kandidaten\/[^/]+/, 'candidate'],
  [/^\/kandidaten/, 'caseload'],
  [/^\/te-doen/, 'due'],
  [/^\/zoeken/, 'search'],
  [/^\/mijn-uren/, 'hours'],
  [/^\/(niet-verstuurd|twee-versies)/, 'unsent'],
  [/^\/week/, 'week'],
  [/^\/beheer/, 'administration'],
  [/^\/instellingen/, 'settings'],
];

/** @returns what belongs to a page; on one without words of its own how saving works, which holds everywhere */
export function topicOf(pathname: string): HelpTopic {
  return topicsByAddress.find(([pattern]) => pattern.test(pathname))?.[1] ?? 'saving';
}
