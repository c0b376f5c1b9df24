import type { Groups, Kind } from '../kinds.ts';
import type { DueItem, DueRecord } from './due-item.ts';

type Found<K extends Kind> = Omit<DueRecord, 'groups'> & { readonly groups: Groups<K> };

/** One kind of thing that falls due. Pure, and without today: what is late is decided when it is shown. */
type DueRule = (file: DueFile) => readonly DueItem[];

interface DueFile {
  of<K extends Kind>(kind: K): readonly Found<K>[];
}

const rules: readonly DueRule[] = [contactAndAgreements, nextMeasurement, openAppointments];

/**
 * Everything in one candidate's file that must be done by some day, the earliest first. A closed file asks for nothing.
 * @param records what the reader may see of the file
 */
export function dueItemsOf(records: readonly DueRecord[]): readonly DueItem[] {
  const file: DueFile = { of: <K extends Kind>(kind: K) => records.filter((record) => record.kind === kind) as unknown as readonly Found<K>[] };
  const registration = file.of('candidate')[0]?.groups.registration;
  if (registration !== undefined && registration.closedOn !== null) return [];
  return rules.flatMap((rule) => rule(file)).sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** The last visit counts: what was agreed before it was talked about again, or is no longer wanted. */
function contactAndAgreements(file: DueFile): readonly DueItem[] {
  const last = latest(file.of('visit'), ({ groups: { facts } }) => (facts === undefined ? null : `${facts.heldOn}${facts.beganAt}`));
  const facts = last?.groups.facts;
  if (last === undefined || facts === undefined) return [];
  const { recordId } = last;
  const contact: DueItem[] = facts.nextContactOn === null ? [] : [{ what: 'contact', dueOn: facts.nextContactOn, recordId, agreedOn: facts.heldOn }];
  const agreements = (last.groups.note?.agreements ?? []).flatMap(({ what, owner, dueOn }): DueItem[] =>
    dueOn === null ? [] : [{ what: 'agreement', dueOn, recordId, agreedOn: facts.heldOn, owner, text: what }],
  );
  return [...contact, ...agreements];
}

/** Somebody who works has a loonwaarde; who no longer does need not be measured again. */
function nextMeasurement(file: DueFile): readonly DueItem[] {
  if (!file.of('placement').some(({ groups: { facts } }) => facts !== undefined && facts.endedOn === null)) return [];
  const last = latest(file.of('measurement'), ({ groups: { result } }) => (result === undefined ? null : `${result.visitedOn}${result.finalisedOn}`));
  const result = last?.groups.result;
  if (last === undefined || result === undefined || result.nextMeasurementOn === null) return [];
  return [{ what: 'measurement', dueOn: result.nextMeasurementOn, recordId: last.recordId, measuredOn: result.visitedOn, loonwaarde: result.loonwaarde }];
}

function openAppointments(file: DueFile): readonly DueItem[] {
  return file.of('appointment').flatMap(({ recordId, groups: { facts } }): DueItem[] => (facts?.state === 'gepland' ? [{ what: 'appointment', dueOn: facts.plannedOn, recordId, about: facts.about }] : []));
}

function latest<Item>(items: readonly Item[], key: (item: Item) => string | null): Item | undefined {
  let found: { readonly item: Item; readonly key: string } | undefined;
  for (const item of items) {
    const itsKey = key(item);
    if (itsKey !== null && (found === undefined || itsKey >= found.key)) found = { item, key: itsKey };
  }
  return found?.item;
}
