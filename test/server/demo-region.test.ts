import { describe, expect, test } from 'vitest';
import { demoCandidates, demoRegion, demoSeed } from '#server/demo-region/demo-region.ts';
import { dutchMoment } from '#server/demo-region/dutch-moment.ts';
import { testBsn } from '#server/demo-region/test-bsn.ts';
import type { SeedRecord } from '#server/storage/import-records.ts';
import { isBsn } from '#shared/domain/bsn.ts';
import { bsnMark } from '#shared/domain/candidate/duplicates.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import type { Groups, Kind } from '#shared/domain/kinds.ts';
import { lksParametersSchema } from '#shared/domain/loonkostensubsidie/lks-parameters.ts';
import { municipalityCodes } from '#shared/domain/municipalities.ts';
import { workPlaceTypes } from '#shared/domain/records/employer.ts';
import { placementForms } from '#shared/domain/records/placement.ts';
import { allowedGroups } from '#shared/domain/rights.ts';
import type { Principal } from '#shared/domain/roles.ts';
import { addDays, addMonths, amsterdamDayOf, amsterdamTimeOf, day, type Day } from '#shared/lib/calendar.ts';
import { hashJson, type JsonValue } from '#shared/lib/canonical-json.ts';
import { placeOf } from '#shared/sync/dossier-place.ts';
import { possiblePairs } from '../support/possible-pairs.ts';

const today = day('2026-11-20');
const make = (candidates: number, on: Day = today, seed: string = demoSeed) => demoRegion({ seed, today: on, candidates });
const region = make(demoCandidates);
const large = make(1_500);

function groupsOf<K extends Kind>(kind: K, records: readonly SeedRecord[] = region.records): readonly (Groups<K> & { readonly of: SeedRecord })[] {
  return records.filter((record) => record.kind === kind).map((record) => ({ ...(record.groups as unknown as Groups<K>), of: record }));
}

function violationsIn(records: readonly SeedRecord[]): readonly unknown[] {
  return records.flatMap((record) => judgeRecord(record.kind, record.groups).map((violation) => ({ kind: record.kind, violation })));
}

function groupedBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

const hashOf = (made: unknown): string => hashJson(made as JsonValue);

describe('the demo region', () => {
  test('is the same every time for the same seed and day, and another one for another seed', () => {
    expect(hashOf(make(demoCandidates))).toBe(hashOf(region));
    expect(hashOf(make(demoCandidates, today, 'another'))).not.toBe(hashOf(region));
  });

  test('holds the smaller region unchanged when it grows', () => {
    const byId = new Map(large.records.map((record) => [record.recordId, record]));
    for (const record of region.records) expect(byId.get(record.recordId)).toEqual(record);
    const userIds = new Set(large.users.map((user) => user.userId));
    expect(region.users.filter((user) => !userIds.has(user.userId))).toEqual([]);
  });

  test('gives every record an id of its own', () => {
    expect(new Set(large.records.map((record) => record.recordId)).size).toBe(large.records.length);
    expect(new Set(groupsOf('candidate', large.records).map(({ of }) => of.dossierId)).size).toBe(1_501);
  });

  test('passes the judge, record by record', () => {
    expect(violationsIn(large.records)).toEqual([]);
  });

  test.each(['2024-02-29', '2025-12-31', '2027-01-04', '2031-06-15'])('passes the judge on any day it is shown, also %s, when figures of the law are not known yet', (on) => {
    expect(violationsIn(make(100, day(on)).records)).toEqual([]);
  });

  test('was written by people who may write it', () => {
    const places = new Map(groupsOf('candidate', large.records).map(({ of }) => [of.dossierId, placeOf('candidate', of.groups)]));
    const users = new Map(large.users.map((user) => [user.userId, user]));
    // What a change left behind is laid by the server alone [HIST1].
    const spoofed = large.records.filter(({ kind }) => kind !== 'former').filter((record) => {
      const user = users.get(record.createdBy);
      if (user === undefined) return true;
      const principal: Principal = { ...user, region: 'rijk-van-nijmegen' };
      const allowed = allowedGroups('write', principal, record.kind, places.get(record.dossierId) ?? { municipality: null, team: [] });
      return Object.keys(record.groups).some((group) => !allowed.includes(group));
    });
    expect(spoofed).toEqual([]);
  });

  test('was recorded before the day it is shown, visits and measurements by those who held them', () => {
    expect(region.records.filter((record) => record.changedAtMs >= dutchMoment(today, '00:00'))).toEqual([]);
    for (const { facts, of } of groupsOf('visit')) expect([facts?.heldBy, amsterdamDayOf(of.changedAtMs)]).toEqual([of.createdBy, facts?.heldOn]);
    for (const { facts, of } of groupsOf('measurement')) expect(facts?.expertId).toBe(of.createdBy);
  });

  test('gives the demo jobcoach sixty people and some two hundred and sixty records, however large it is', () => {
    for (const { records } of [region, large]) {
      const own = new Set(groupsOf('candidate', records).filter(({ team }) => team?.jobcoach === 'jobcoach-sanne').map(({ of }) => of.dossierId));
      expect(own.size).toBe(60);
      const inOwnFiles = records.filter((record) => own.has(record.dossierId)).length;
      expect(inOwnFiles).toBeGreaterThan(170);
      expect(inOwnFiles).toBeLessThan(400);
    }
  });

  test('has three to six records to a candidate', () => {
    expect(large.records.length / 1_500).toBeGreaterThan(3);
    expect(large.records.length / 1_500).toBeLessThan(6);
  });

  test('offers five demo users, one of each role, and nobody else', () => {
    const offered = large.users.filter((user) => user.demo);
    expect(offered.map((user) => `${user.userId} ${user.displayName} ${user.role}`)).toEqual([
      'jobcoach-sanne Sanne de Wit jobcoach', 'consulent-mehmet Mehmet Yilmaz consultant', 'expert-ineke Ineke Willems loonwaarde-expert',
      'manager-ruud Ruud Peters manager', 'beheer-lotte Lotte Smits administrator',
    ]);
    expect(offered.find((user) => user.role === 'consultant')?.municipalities).toEqual(municipalityCodes);
  });

  test('has people in each of the seven municipalities, most of them in Nijmegen', () => {
    const perMunicipality = groupedBy(groupsOf('candidate'), ({ registration }) => registration?.municipality);
    expect(new Set(perMunicipality.keys())).toEqual(new Set(municipalityCodes));
    expect((perMunicipality.get('GM0268')?.length ?? 0) / demoCandidates).toBeCloseTo(0.62, 1);
  });

  test('looks like a month of work: visits every week, all forms of work, people to worry about, things overdue', () => {
    const visits = groupsOf('visit').map(({ facts }) => facts);
    for (const weeksAgo of [0, 1, 2, 3]) {
      const [from, to] = [addDays(day('2026-11-16'), -7 * weeksAgo), addDays(day('2026-11-22'), -7 * weeksAgo)];
      expect(visits.filter((facts) => facts !== undefined && facts.heldOn >= from && facts.heldOn <= to).length).toBeGreaterThan(10);
    }
    expect(new Set(groupsOf('placement').map(({ facts }) => facts?.form))).toEqual(new Set(placementForms));
    expect(new Set(groupsOf('workPlace').map(({ facts }) => facts?.type))).toEqual(new Set(workPlaceTypes));
    const sanne = visits.filter((facts) => facts?.heldBy === 'jobcoach-sanne');
    expect(sanne.filter((facts) => facts?.risk === 'dreigende-uitval').length).toBeGreaterThan(1);
    expect(sanne.some((facts) => facts?.sickLeave === true)).toBe(true);
    expect(visits.some((facts) => facts !== undefined && facts.candidateMinutes < facts.durationMinutes)).toBe(true);
    // Oldest first, so the last one is the latest.
    const lastVisits = [...groupedBy(groupsOf('visit'), ({ of }) => of.dossierId).values()].map((ofOne) => ofOne.at(-1)?.facts);
    expect(lastVisits.filter((facts) => (facts?.nextContactOn ?? today) < today).length).toBeGreaterThan(10);
    const lastMeasurements = [...groupedBy(groupsOf('measurement'), ({ of }) => of.dossierId).values()].map((ofOne) => ofOne.at(-1)?.result);
    expect(lastMeasurements.filter((result) => (result?.nextMeasurementOn ?? today) < today).length).toBeGreaterThan(4);
    expect(new Set(groupsOf('measurement').map(({ tasks }) => tasks?.hoofdtaken.length))).toEqual(new Set([1, 2, 3, 4]));
  });

  test('sends no jobcoach to two people at once, but to a group of several', () => {
    const own = groupsOf('visit').map(({ facts }) => facts).filter((facts) => facts?.heldBy === 'jobcoach-sanne');
    const alone = own.filter((facts) => facts?.candidateMinutes === facts?.durationMinutes && facts?.beganAt !== '15:15');
    expect(new Set(alone.map((facts) => `${facts?.heldOn} ${facts?.beganAt}`)).size).toBe(alone.length);
    const inGroups = groupedBy(groupsOf('visit').filter(({ facts }) => facts !== undefined && facts.candidateMinutes < facts.durationMinutes), ({ facts }) => `${facts?.heldBy} ${facts?.heldOn}`);
    expect([...inGroups.values()].some((together) => together.length > 1)).toBe(true);
  });

  test('hands out the figures of the law and the forms as documents', () => {
    const documents = groupsOf('regionDocument').map(({ document }) => document);
    expect(documents.map((document) => `${document?.id} ${document?.version}`)).toEqual(['lks-parameters 1', 'visit 1', 'visit 2', 'visit 3', 'coaching-parameters 1', 'measurement 1', 'measurement 2', 'intake 1', 'intake 2', 'plan 1', 'plan 2', 'guard-words 1']);
    expect(lksParametersSchema.safeParse(documents[0]?.content).success).toBe(true);
  });
});

describe('the people of the demo region', () => {
  test('have test BSNs that pass the elfproef, each another, also in the largest region', () => {
    const numbers = Array.from({ length: 20_000 }, (_, index) => testBsn(index));
    expect(numbers.filter((number) => !isBsn(number) || !number.startsWith('999'))).toEqual([]);
    expect(new Set(numbers).size).toBe(20_000);
    expect(groupsOf('candidate', large.records).map(({ bsn }) => bsn?.bsn).filter((bsn) => bsn !== undefined)).toEqual(numbers.slice(0, 1_500));
  });

  test('are not to be confused in the demo: no full name comes twice', () => {
    const names = groupsOf('candidate').map(({ identity }) => `${identity?.givenName} ${identity?.namePrefix} ${identity?.familyName}`);
    expect(new Set(names).size).toBe(demoCandidates + 1);
  });

  test('cannot be phoned or mailed', () => {
    for (const { contact } of groupsOf('candidate')) {
      expect(contact?.phone).toMatch(/^$|^06-0000\d{4}$/);
      expect(contact?.email).toMatch(/^$|\.example$/);
    }
  });

  test('are described in terms of work: no diagnosis, treatment, medicine or cause of illness, and no hole in a sentence', () => {
    const medical = /diagno|autis|adhd|depress|angst|stoornis|psych|therap|medic|pillen|verslaa|verslav|alcohol|drugs|burn-?out|hernia|rugklacht|epilep|diabet|kanker|migraine|handicap|beperking|ptss|trauma|syndroom|ziekenhuis|huisarts|\barts\b|operatie|\biq\b|\bpijn|zwanger|overspann|vermoeid|moe\b|griep/i;
    const texts = [
      ...groupsOf('visit', large.records).flatMap(({ note }) => [note?.observations ?? '', ...(note?.goals ?? []).map(({ goal }) => goal), ...(note?.agreements ?? []).map(({ what }) => what)]),
      ...groupsOf('measurement', large.records).flatMap(({ tasks, views }) => [
        views?.employee ?? '', views?.employer ?? '', ...(tasks?.hoofdtaken ?? []).flatMap((each) => [each.tempoExplanation, each.kwaliteitExplanation, each.nettoWerktijdExplanation ?? '']),
      ]),
    ];
    expect(texts.length).toBeGreaterThan(3_000);
    expect(texts.filter((text) => medical.test(text))).toEqual([]);
    expect(texts.filter((text) => /[{}]|undefined|\s\s|\.\.| {2}/.test(text))).toEqual([]);
  });

  test('have notes that differ from each other, apart from sick leave', () => {
    const notes = groupsOf('visit').filter(({ facts }) => facts?.sickLeave === false).map(({ note }) => note?.observations);
    expect(new Set(notes).size / notes.length).toBeGreaterThan(0.99);
  });
});

test('a Dutch clock is an hour ahead of UTC in winter and two in summer', () => {
  for (const on of ['2026-01-15', '2026-03-28', '2026-03-29', '2026-07-01', '2026-10-24', '2026-10-25', '2027-03-28']) {
    expect([amsterdamDayOf(dutchMoment(day(on), '09:30')), amsterdamTimeOf(dutchMoment(day(on), '09:30'))]).toEqual([on, '09:30']);
  }
});

describe('what an expert would look for in the demo region', () => {
  test('somebody stands in it twice, so that the list of double files is not empty', () => {
    const files = groupsOf('candidate').flatMap(({ identity, bsn, of }) =>
      identity === undefined ? [] : [{ dossierId: of.dossierId, givenName: identity.givenName, familyName: identity.familyName, birthDate: identity.birthDate, mark: bsn === undefined ? null : bsnMark(bsn.bsn) }]);
    expect(possiblePairs(files, []).map(({ because }) => because)).toEqual(['name-and-birth-date']);
  });

  test('nobody reports a half year in which nobody came, and some are reported', () => {
    const reports = groupsOf('coachingReport');
    expect(reports.length).toBeGreaterThan(3);
    expect(reports.filter(({ facts }) => facts?.visits === 0 || facts?.usedMinutes === 0)).toEqual([]);
  });

  test('on a proefplaatsing nobody is paid or measured, and it takes two months', () => {
    const trials = groupsOf('placement').filter(({ facts }) => facts?.form === 'proefplaatsing');
    expect(trials.length).toBeGreaterThan(5);
    expect(trials.filter(({ facts }) => facts?.benefitExit !== 'geen' || facts.banenafspraak || (facts.forfaitaryFrom ?? null) !== null)).toEqual([]);
    const measured = new Set(groupsOf('measurement').map(({ of }) => of.dossierId));
    expect(trials.filter(({ facts, of }) => facts?.endedOn === null && measured.has(of.dossierId))).toEqual([]);
  });

  test('who counts for the banenafspraak stands in the register, and who is ready for work does not', () => {
    const counting = new Set(groupsOf('placement').filter(({ facts }) => facts?.banenafspraak).map(({ of }) => of.dossierId));
    const known = groupsOf('candidate').filter(({ register }) => register !== undefined);
    expect(known.filter(({ register, of }) => counting.has(of.dossierId) && register?.standing !== 'opgenomen')).toEqual([]);
    expect(known.filter(({ register, status, of }) => !counting.has(of.dossierId) && status?.candidateGroup === 1 && register?.standing !== 'niet')).toEqual([]);
  });

  test('nobody left school as a child, or next year, or worked before; who comes by car has a licence', () => {
    const year = (on: string | undefined) => Number(on?.slice(0, 4) ?? Number.NaN);
    const files = groupsOf('candidate').flatMap(({ identity, education, experience, availability, registration }) => (identity === undefined ? [] : [{ born: year(identity.birthDate), education, experience, availability, registration }]));
    const courses = files.flatMap(({ born, education }) => (education?.courses ?? []).map(({ endedIn, level }) => ({ born, endedIn: year(endedIn), level })));
    expect(courses.length).toBeGreaterThan(50);
    expect(courses.filter(({ born, endedIn, level }) => endedIn - born < (level === 'mbo-2' ? 18 : 16) || endedIn - born > 21 || endedIn >= year(today))).toEqual([]);
    const jobs = files.flatMap(({ born, education, experience, registration }) => (experience?.jobs ?? []).map(({ beganIn, endedIn }) => ({ born, left: year(education?.courses[0]?.endedIn ?? '0'), beganIn: year(beganIn), endedIn: year(endedIn), cameIn: year(registration?.registeredOn) })));
    expect(jobs.filter(({ born, left, beganIn, endedIn, cameIn }) => beganIn < born + 18 || beganIn < left || endedIn > cameIn)).toEqual([]);
    expect(files.filter(({ availability }) => availability?.transport === 'auto' && !availability.drivingLicence)).toEqual([]);
  });

  test('school, intake and startkwalificatie say the same of one person', () => {
    const people = groupsOf('candidate').flatMap(({ education, youth, identity, of }) => (education === undefined ? [] : [{ course: education.courses[0], youth, born: identity?.birthDate ?? today, dossierId: of.dossierId }]));
    const isQualified = ({ course }: (typeof people)[number]) => course?.level === 'mbo-2' && course.diploma === true;
    for (const each of people) if (each.youth !== undefined) expect(each.youth.startkwalificatie).toBe(isQualified(each) ? 'ja' : 'nee');
    expect(people.filter(({ course, youth }) => typeof youth?.leftSchoolOn === 'string' && course?.endedIn !== youth.leftSchoolOn.slice(0, 4))).toEqual([]);
    const asked = new Map(groupsOf('intake').map(({ answers, facts, of }) => [of.dossierId, { ...(answers?.given as Readonly<Record<string, unknown>>), heldOn: facts?.heldOn ?? today }]));
    const talked = people.flatMap((each) => { const given = asked.get(each.dossierId); return given === undefined ? [] : [{ ...each, given }]; });
    expect(talked.length).toBeGreaterThan(10);
    for (const each of talked) {
      const isYoung = addMonths(each.born, 12 * 27) > each.given.heldOn;
      expect(each.given).toMatchObject({ education: isQualified(each) ? 'mbo-2-4' : expect.not.stringMatching('mbo-2-4'), under27: isYoung });
    }
  });

  test('a plan says what fits the work that somebody does', () => {
    const work = groupedBy(groupsOf('placement'), ({ of }) => of.dossierId);
    const plans = groupsOf('plan').map(({ content, facts, of }) => ({
      steps: content?.steps.map(({ step }) => step).join(), now: (work.get(of.dossierId) ?? []).map((each) => each.facts).findLast((each) => each !== undefined && each.beganOn <= (facts?.madeOn ?? '') && (each.endedOn ?? '9999') > (facts?.madeOn ?? ''))?.form ?? null,
      version: content?.form.version, hasInstruments: content?.structuralInstruments !== undefined,
    }));
    const paid = ['loondienst', 'detachering-individueel', 'detachering-groep', 'beschut-werk'];
    expect(plans.filter(({ now }) => now !== null && paid.includes(now)).length).toBeGreaterThan(3);
    expect(plans.filter(({ steps, now }) => now !== null && paid.includes(now) && /Kennismaken|Proefplaatsing|Betaald werk/.test(steps ?? ''))).toEqual([]);
    for (const { steps, now, version, hasInstruments } of plans) {
      expect([now, /op de leerwerkplek leren/.test(steps ?? '')]).toEqual([now, now === 'leerwerkplek']);
      expect(version).toBe(hasInstruments ? 2 : 1);
    }
    expect(new Set(plans.map(({ version }) => version))).toEqual(new Set([1, 2]));
  });

  test('nobody agreed to sharing before they came, and Wajong and Wsw stand in the register', () => {
    const files = groupsOf('candidate');
    expect(files.filter(({ consent, registration }) => (consent?.sharing ?? []).some(({ givenOn }) => givenOn < (registration?.registeredOn ?? '')))).toEqual([]);
    expect(files.filter(({ register, status }) => register?.standing === 'niet' && (status?.regeling === 'wsw' || status?.regeling === 'wajong') && (status.candidateGroup ?? 1) > 1)).toEqual([]);
  });
});
