import type { CaseloadRow, DossierView, RecordStatus, RecordView } from '#renderer/data/views.ts';
import { dueItemsOf } from '#shared/domain/due/due-items.ts';
import type { DossierId } from '#shared/domain/ids.ts';
import type { Groups, Kind } from '#shared/domain/kinds.ts';
import { screenDay } from './screen-day.ts';
import { demoRegion, demoSeed } from '../../../server/demo-region/demo-region.ts';
import type { SeedRecord } from '../../../server/storage/import-records.ts';

const onServer: RecordStatus = { kind: 'on-server', receivedAtMs: null };

/** Every file of the demo region as a screen gets to see it: people, words and figures are the product's own. */
export function demoDossiers(candidates: number): readonly DossierView[] {
  const perDossier = new Map<DossierId, SeedRecord[]>();
  for (const record of demoRegion({ seed: demoSeed, today: screenDay, candidates }).records) {
    const known = perDossier.get(record.dossierId);
    if (known === undefined) perDossier.set(record.dossierId, [record]);
    else known.push(record);
  }
  const dossiers: DossierView[] = [];
  for (const [dossierId, records] of perDossier) {
    const of = <K extends Kind>(kind: K) => records.filter((record) => record.kind === kind).map((record) => viewOf<K>(record, kind));
    const [candidate] = of('candidate');
    if (candidate === undefined) continue;
    const latestFirst = <K extends Kind>(views: RecordView<K>[], dayOf: (groups: Groups<K>) => string) => views.sort((a, b) => (dayOf(a.groups) < dayOf(b.groups) ? 1 : -1));
    dossiers.push({
      dossierId,
      candidate,
      placements: of('placement'),
      visits: latestFirst(of('visit'), (groups) => groups.facts?.heldOn ?? ''),
      measurements: latestFirst(of('measurement'), (groups) => groups.facts?.visitedOn ?? ''),
      attachments: [],
      records: records.map((record) => viewOf(record, record.kind) as RecordView),
    });
  }
  return dossiers;
}

function viewOf<K extends Kind>(record: SeedRecord, kind: K): RecordView<K> {
  return { kind, recordId: record.recordId, dossierId: record.dossierId, createdBy: record.createdBy, groups: record.groups as Groups<K>, versions: {}, changes: {}, status: onServer };
}

export function caseloadRowOf(dossier: DossierView): CaseloadRow {
  const { identity, registration, status } = dossier.candidate?.groups ?? {};
  const visit = dossier.visits[0]?.groups.facts;
  const prefix = identity === undefined || identity.namePrefix === '' ? '' : ` ${identity.namePrefix}`;
  return {
    dossierId: dossier.dossierId,
    name: identity === undefined ? dossier.dossierId : `${identity.familyName}, ${identity.givenName}${prefix}`,
    birthDate: identity?.birthDate ?? null,
    municipality: registration?.municipality ?? null,
    candidateGroup: status?.candidateGroup ?? null,
    regeling: status?.regeling ?? null,
    employerId: dossier.placements.find((placement) => placement.groups.facts?.endedOn === null)?.groups.facts?.employerId ?? null,
    employerName: dossier.placements.find((placement) => placement.groups.facts?.endedOn === null)?.groups.facts?.employerName ?? null,
    lastVisitOn: visit?.heldOn ?? null,
    nextContactOn: visit?.nextContactOn ?? null,
    risk: visit?.risk ?? null,
    loonwaarde: dossier.measurements.find((measurement) => measurement.groups.result !== undefined)?.groups.result?.loonwaarde ?? null,
    team: dossier.candidate?.groups.team ?? null,
    due: dueItemsOf([dossier.candidate, ...dossier.placements, ...dossier.visits, ...dossier.measurements].filter((record) => record !== null)),
    appointments: [],
    unsent: 0,
  };
}
