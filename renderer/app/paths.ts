import type { DossierId, OpId, RecordId } from '#shared/domain/ids.ts';

/** Every address in the app. Ids are pseudonymous; nothing else about a person may stand in an address. */
export const paths = {
  home: '/',
  caseload: '/kandidaten',
  candidate: (dossierId: DossierId) => `/kandidaten/${dossierId}`,
  candidateData: (dossierId: DossierId) => `/kandidaten/${dossierId}/gegevens`,
  candidateWork: (dossierId: DossierId) => `/kandidaten/${dossierId}/werk`,
  candidateTimeline: (dossierId: DossierId) => `/kandidaten/${dossierId}/tijdlijn`,
  /** The form of one part of the file. */
  editCandidate: (dossierId: DossierId, section: string, draftId?: string) => withDraft(`/kandidaten/${dossierId}/wijzigen/${section}`, draftId),
  newCandidate: (draftId?: string) => withDraft('/kandidaten/nieuw', draftId),
  /** Files that may be of one person. */
  duplicates: '/kandidaten/dubbel',
  /** `draftId` continues a draft; without it the page starts (or finds) its own. */
  newVisit: (dossierId: DossierId, draftId?: string) => withDraft(`/kandidaten/${dossierId}/bezoek/nieuw`, draftId),
  newMeasurement: (dossierId: DossierId, draftId?: string) => withDraft(`/kandidaten/${dossierId}/meting/nieuw`, draftId),
  newAppointment: (dossierId: DossierId, draftId?: string) => withDraft(`/kandidaten/${dossierId}/afspraak/nieuw`, draftId),
  newIntake: (dossierId: DossierId, draftId?: string) => withDraft(`/kandidaten/${dossierId}/intake/nieuw`, draftId),
  intake: (dossierId: DossierId, recordId: RecordId) => `/kandidaten/${dossierId}/intakes/${recordId}`,
  /** The first plan van aanpak, or the next version of the one that holds. */
  newPlan: (dossierId: DossierId, draftId?: string) => withDraft(`/kandidaten/${dossierId}/plan/nieuw`, draftId),
  plan: (dossierId: DossierId, recordId: RecordId) => `/kandidaten/${dossierId}/plannen/${recordId}`,
  /** A form or a list of the region: look at it, and publish its next version. */
  regionDocument: (documentId: string) => `/beheer/documenten/${documentId}`,
  /** The coaching of a candidate: hours granted and used, the plan, the half-yearly reports. */
  coaching: (dossierId: DossierId) => `/kandidaten/${dossierId}/begeleiding`,
  newCoachingRecord: {
    coaching: (dossierId: DossierId, draftId?: string) => withDraft(`/kandidaten/${dossierId}/begeleiding/toekenning`, draftId),
    coachingEnd: (dossierId: DossierId, draftId?: string) => withDraft(`/kandidaten/${dossierId}/begeleiding/einde`, draftId),
    coachingPlan: (dossierId: DossierId, draftId?: string) => withDraft(`/kandidaten/${dossierId}/begeleiding/plan/nieuw`, draftId),
    coachingReport: (dossierId: DossierId, draftId?: string) => withDraft(`/kandidaten/${dossierId}/begeleiding/verslag/nieuw`, draftId),
  },
  coachingPlan: (dossierId: DossierId, recordId: RecordId) => `/kandidaten/${dossierId}/begeleiding/plannen/${recordId}`,
  coachingReport: (dossierId: DossierId, recordId: RecordId) => `/kandidaten/${dossierId}/begeleiding/verslagen/${recordId}`,
  /** A visit to several people at one employer; without a draft it begins with choosing them. */
  groupVisit: (draftId?: string) => withDraft('/bezoek-aan-meer-mensen', draftId),
  /** The same, begun with one of them. */
  groupVisitWith: (dossierId: DossierId) => `/bezoek-aan-meer-mensen?${personParameter}=${encodeURIComponent(dossierId)}`,
  coachWeek: '/mijn-uren',
  /** A new measurement that takes the place of a final one. */
  correctMeasurement: (dossierId: DossierId, corrects: RecordId, draftId: string) =>
    `${withDraft(`/kandidaten/${dossierId}/meting/nieuw`, draftId)}&${correctsParameter}=${encodeURIComponent(corrects)}`,
  /** A new version of a final half-yearly report, with the reason. */
  correctCoachingReport: (dossierId: DossierId, corrects: RecordId, draftId: string) =>
    `${withDraft(`/kandidaten/${dossierId}/begeleiding/verslag/nieuw`, draftId)}&${correctsParameter}=${encodeURIComponent(corrects)}`,
  /** With the id of a placement as its draft: a change of that one. */
  placement: (dossierId: DossierId, draftId?: string) => withDraft(`/kandidaten/${dossierId}/plaatsing`, draftId),
  /** A company, with its work places and the people of this person who work there. */
  /** By its file, or by the number in a placement: the page then finds the file. */
  employer: (id: DossierId | RecordId) => `/bedrijven/${id}`,
  newOlderMeasurement: (dossierId: DossierId, draftId?: string) => withDraft(`/kandidaten/${dossierId}/meting/ouder`, draftId),
  visit: (dossierId: DossierId, recordId: RecordId) => `/kandidaten/${dossierId}/bezoeken/${recordId}`,
  measurement: (dossierId: DossierId, recordId: RecordId) => `/kandidaten/${dossierId}/metingen/${recordId}`,
  /** People put their name under a final record of this file, whatever its kind. */
  sign: (dossierId: DossierId, recordId: RecordId) => `/kandidaten/${dossierId}/ondertekenen/${recordId}`,
  search: '/zoeken',
  /** A request to UWV, filled from the file. */
  indication: (dossierId: DossierId) => `/kandidaten/${dossierId}/indicatie`,
  agenda: '/agenda',
  due: '/te-doen',
  week: '/week',
  administration: '/beheer',
  lksTable: '/beheer/bedragen',
  unsent: '/niet-verstuurd',
  conflict: (opId: OpId) => `/niet-verstuurd/${opId}`,
  /** Two versions in a file, for whoever may decide about them. */
  conflictInFile: (dossierId: DossierId, opId: OpId) => `/twee-versies/${dossierId}/${opId}`,
  settings: '/instellingen',
} as const;

/** The name of the query parameter that names what is corrected; the draft remembers it from its first save on. */
export const correctsParameter = 'verbetert';
/** The name of the query parameter that says with whom a visit to several people begins. */
export const personParameter = 'kandidaat';

/** The name of the query parameter that carries a draft's id. */
export const draftParameter = 'concept';

function withDraft(path: string, draftId: string | undefined): string {
  return draftId === undefined ? path : `${path}?${draftParameter}=${encodeURIComponent(draftId)}`;
}
