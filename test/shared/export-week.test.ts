import { describe, expect, it } from 'vitest';
import type { MunicipalityCode } from '#shared/domain/municipalities.ts';
import { placementForms } from '#shared/domain/records/placement.ts';
import { allowedGroups } from '#shared/domain/rights.ts';
import type { Principal } from '#shared/domain/roles.ts';
import type { UserId } from '#shared/domain/ids.ts';
import type { WeekFigures } from '#shared/export/week.ts';
import { hashJson } from '#shared/lib/canonical-json.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { weekFigures } from '../support/week/week-figures.ts';
import { aCandidate, aMeasurement, aPlacement, aVisit, aWorkPlace, day, recordId, stored } from '../support/week/week-records.ts';

/** Monday 16 to Sunday 22 November 2026. */
const week47 = { year: 2026, week: 47 };
const count = (records: readonly StoredRecord[], asOf: string | null = null): WeekFigures =>
  weekFigures({ records, isoWeek: week47, asOf: asOf === null ? null : day(asOf) });
const inPlace = (figures: WeekFigures, code: MunicipalityCode | 'unknown') => figures.places.find(({ place }) => place === code)?.figures;

describe('candidates and registrations', () => {
  const records = [
    aCandidate('nijmegen-group-3'),
    aCandidate('nijmegen-new', { registration: { registeredOn: day('2026-11-16'), entrance: 'internet' }, status: { candidateGroup: 1 } }),
    aCandidate('druten-new-on-sunday', { registration: { municipality: 'GM0225', registeredOn: day('2026-11-22'), entrance: 'toekomstplein' }, status: { candidateGroup: 1 } }),
    aCandidate('closed-on-sunday', { registration: { closedOn: day('2026-11-22') } }),
    aCandidate('closed-on-monday-after', { registration: { closedOn: day('2026-11-23') }, status: { candidateGroup: 4 } }),
    aCandidate('registered-a-day-late', { registration: { registeredOn: day('2026-11-23') } }),
    aCandidate('registered-the-day-before', { registration: { registeredOn: day('2026-11-15') }, status: { candidateGroup: 2 } }),
  ];

  it('counts who is registered at the end of Sunday, by group', () => {
    expect(count(records).total).toMatchObject({ 'candidates.total': 5, 'candidates.group-1': 2, 'candidates.group-2': 1, 'candidates.group-3': 1, 'candidates.group-4': 1 });
  });

  it('counts who came in from Monday to Sunday, by entrance', () => {
    expect(count(records).total).toMatchObject({ 'registrations.total': 2, 'registrations.internet': 1, 'registrations.toekomstplein': 1, 'registrations.bedrijfspoort': 0 });
  });

  it('gives each municipality its own, and every municipality a row', () => {
    const figures = count(records);
    expect(figures.places.map(({ place }) => place)).toEqual(['GM0209', 'GM1945', 'GM0225', 'GM0252', 'GM0944', 'GM0268', 'GM0296']);
    expect(inPlace(figures, 'GM0225')).toMatchObject({ 'candidates.total': 1, 'registrations.toekomstplein': 1 });
    expect(inPlace(figures, 'GM0268')).toMatchObject({ 'candidates.total': 4, 'registrations.total': 1 });
    expect(inPlace(figures, 'GM0296')).toMatchObject({ 'candidates.total': 0 });
  });

  it('keeps what has no visible registration apart instead of dropping it', () => {
    const figures = count([...records, aVisit('somebody-else', 'visit-1')]);
    expect(inPlace(figures, 'unknown')).toMatchObject({ 'nazorgDone.total': 1, 'candidates.total': 0 });
    expect(figures.total['nazorgDone.total']).toBe(1);
  });
});

describe('intakes and plans', () => {
  const intake = (dossierId: string, id: string, facts: object = {}) => stored('intake', dossierId, id, { facts: { heldOn: '2026-11-18', entrance: 'bedrijfspoort', heldBy: 'consulent', ...facts }, answers: { given: { wish: 'Buiten werken' } } });
  const plan = (dossierId: string, id: string, facts: object = {}, agreedOn: string | null = '2026-11-18') =>
    stored('plan', dossierId, id, { facts: { madeOn: '2026-11-17', version: 1, replaces: null, reviewedOn: null, nextReviewOn: '2027-02-17', madeBy: 'consulent', ...facts }, content: { goal: 'Werk in het groen' }, ...(agreedOn === null ? {} : { agreed: { agreedOn, agreedBy: 'consulent' } }) });

  it('counts intakes by the place of the talk, and plans from the day that both agreed', () => {
    const figures = count([
      aCandidate('anna'), aCandidate('bo', { registration: { municipality: 'GM0225' } }),
      intake('anna', 'i1', { heldOn: '2026-11-16' }), intake('anna', 'i2', { heldOn: '2026-11-22', entrance: 'internet' }), intake('bo', 'i3'), intake('bo', 'before', { heldOn: '2026-11-15' }),
      plan('anna', 'p1'), plan('anna', 'p2', { version: 2, replaces: 'p1' }, '2026-11-20'), plan('bo', 'not-agreed', {}, null), plan('bo', 'later', {}, '2026-11-23'),
    ]);
    expect(figures.total).toMatchObject({ 'intakesDone.total': 3, 'intakesDone.bedrijfspoort': 2, 'intakesDone.internet': 1, 'plansMade.total': 2, 'plansMade.first': 1, 'plansMade.next': 1, 'planReviewsOverdue.total': 0 });
    expect(inPlace(figures, 'GM0225')).toMatchObject({ 'intakesDone.total': 1, 'plansMade.total': 0 });
  });

  it('a review is overdue of the plan that holds, of somebody who is registered', () => {
    const late = { nextReviewOn: '2026-11-02' };
    const overdue = (...records: readonly StoredRecord[]) => count([aCandidate('anna'), ...records]).total['planReviewsOverdue.total'];
    expect(overdue(plan('anna', 'p1', late, '2026-08-03'))).toBe(1);
    expect(overdue(plan('anna', 'p1', late, '2026-08-03'), plan('anna', 'p2', { version: 2 }, '2026-11-19'))).toBe(0);
    expect(overdue(plan('anna', 'p1', late, '2026-08-03'), plan('anna', 'p2', { version: 2 }, null))).toBe(1);
    // What is agreed next week does not change what this week says.
    expect(overdue(plan('anna', 'p1', late, '2026-08-03'), plan('anna', 'p2', { version: 2 }, '2026-11-24'))).toBe(1);
    expect(count([aCandidate('anna', { registration: { closedOn: day('2026-11-10') } }), plan('anna', 'p1', late, '2026-08-03')]).total['planReviewsOverdue.total']).toBe(0);
  });

  it('tells of them days and numbers only, and the same to a manager as from the whole records', () => {
    const records = [aCandidate('anna'), intake('anna', 'i1'), plan('anna', 'p1')];
    const { rows, hash } = count(records);
    expect(rows.filter(({ kind }) => kind !== 'candidate').map(({ fields }) => Object.keys(fields))).toEqual([['heldOn', 'entrance'], ['version', 'madeOn', 'agreedOn', 'nextReviewOn']]);
    expect(JSON.stringify(rows)).not.toMatch(/Sanne|Buiten|groen|consulent/);
    const manager: Principal = { userId: 'm' as UserId, displayName: 'M', role: 'manager', region: 'r', municipalities: [] };
    const projected = records.map((record): StoredRecord => {
      const allowed = allowedGroups('read', manager, record.kind, { municipality: 'GM0268', team: [] });
      return { ...record, groups: Object.fromEntries(Object.entries(record.groups).filter(([group]) => allowed.includes(group))) };
    });
    expect(count(projected).hash).toBe(hash);
  });
});

describe('nazorg and risk', () => {
  it('counts every visit from Monday to Sunday, also two to one person', () => {
    const figures = count([
      aCandidate('anna'),
      aVisit('anna', 'v1', { heldOn: day('2026-11-16') }),
      aVisit('anna', 'v2', { heldOn: day('2026-11-22') }),
      aVisit('anna', 'too-early', { heldOn: day('2026-11-15') }),
      aVisit('anna', 'too-late', { heldOn: day('2026-11-23') }),
    ]);
    expect(figures.total['nazorgDone.total']).toBe(2);
  });

  it('calls a contact overdue when the agreed day has passed without a later visit', () => {
    const figures = count([
      aCandidate('overdue'),
      aVisit('overdue', 'v1', { heldOn: day('2026-10-01'), nextContactOn: day('2026-11-22') }),
      aCandidate('not-yet'),
      aVisit('not-yet', 'v2', { heldOn: day('2026-10-01'), nextContactOn: day('2026-11-23') }),
      aCandidate('visited-since'),
      aVisit('visited-since', 'v3', { heldOn: day('2026-10-01'), nextContactOn: day('2026-11-01') }),
      aVisit('visited-since', 'v4', { heldOn: day('2026-11-10') }),
      aCandidate('left', { registration: { closedOn: day('2026-11-20') } }),
      aVisit('left', 'v5', { heldOn: day('2026-10-01'), nextContactOn: day('2026-11-01') }),
    ]);
    expect(figures.total['nazorgOverdue.total']).toBe(1);
  });

  it('does not call the running day overdue, nor a day that is still to come', () => {
    const records = [aCandidate('anna'), aVisit('anna', 'v1', { heldOn: day('2026-11-02'), nextContactOn: day('2026-11-18') })];
    expect(count(records, '2026-11-18').total['nazorgOverdue.total']).toBe(0);
    expect(count(records, '2026-11-19').total['nazorgOverdue.total']).toBe(1);
  });

  it('takes the risk of the latest visit, by day, then by time of day', () => {
    const figures = count([
      aCandidate('better-now'),
      aVisit('better-now', 'v1', { heldOn: day('2026-11-17'), beganAt: '09:00', risk: 'dreigende-uitval' }),
      aVisit('better-now', 'v2', { heldOn: day('2026-11-17'), beganAt: '15:30', risk: 'goed' }),
      aCandidate('at-risk', { registration: { municipality: 'GM0296' } }),
      aVisit('at-risk', 'v3', { heldOn: day('2026-06-01'), risk: 'dreigende-uitval' }),
      aCandidate('watch'),
      aVisit('watch', 'v4', { heldOn: day('2026-11-17'), risk: 'let-op' }),
      aVisit('watch', 'v5', { heldOn: day('2026-11-24'), risk: 'goed' }),
    ]);
    expect(figures.total).toMatchObject({ 'atRisk.total': 2, 'atRisk.dreigende-uitval': 1, 'atRisk.let-op': 1 });
    expect(inPlace(figures, 'GM0296')).toMatchObject({ 'atRisk.total': 1 });
  });
});

describe('placements', () => {
  const records = [
    aCandidate('anna'),
    aPlacement('anna', 'p1', { form: 'proefplaatsing', beganOn: day('2026-09-21'), endedOn: day('2026-11-20'), endReason: 'doorstroom', hoursPerWeek: 24, banenafspraak: true }),
    aPlacement('anna', 'p2', { form: 'loondienst', beganOn: day('2026-11-21'), hoursPerWeek: 24, benefitExit: 'partieel', banenafspraak: true }),
    aCandidate('bram', { registration: { municipality: 'GM0225' } }),
    aPlacement('bram', 'p3', { form: 'detachering-groep', beganOn: day('2026-11-16'), hoursPerWeek: 32.25, benefitExit: 'partieel', banenafspraak: true }),
    aPlacement('bram', 'p4', { form: 'loondienst', beganOn: day('2026-11-17'), hoursPerWeek: 4, benefitExit: 'volledig', banenafspraak: false }),
    aCandidate('chris'),
    aPlacement('chris', 'p5', { form: 'beschut-werk', beganOn: day('2026-01-05'), hoursPerWeek: 20, banenafspraak: true }),
    aPlacement('chris', 'p6', { form: 'leerwerkplek', beganOn: day('2026-11-23'), hoursPerWeek: 20 }),
    aCandidate('daan'),
    aPlacement('daan', 'p7', { form: 'proefplaatsing', beganOn: day('2026-10-05'), hoursPerWeek: 36, banenafspraak: true }),
  ];

  it('counts what started, ended and runs, by form', () => {
    expect(count(records).total).toMatchObject({
      'placementsStarted.total': 3,
      'placementsStarted.loondienst': 2,
      'placementsStarted.detachering-groep': 1,
      'placementsEnded.total': 1,
      'placementsEnded.proefplaatsing': 1,
      'placementsRunning.total': 5,
      'placementsRunning.proefplaatsing': 1,
      'placementsRunning.leerwerkplek': 0,
    });
  });

  it('counts jobs of the banenafspraak in paid hours: 56.25 hours are 2.21 jobs, without beschut werk and proefplaatsing', () => {
    expect(count(records).total).toMatchObject({ 'banenafspraakHours.total': 56.25, 'banenafspraakJobs.total': 2.21 });
    expect(weekFigures({ records, isoWeek: week47, parameters: { hoursPerJob: '25' } }).total['banenafspraakJobs.total']).toBe(2.25);
  });

  it('counts people who left benefit, once each and by the furthest exit', () => {
    const figures = count(records);
    expect(figures.total).toMatchObject({ 'leftBenefit.total': 2, 'leftBenefit.volledig': 1, 'leftBenefit.partieel': 1 });
    expect(inPlace(figures, 'GM0225')).toMatchObject({ 'leftBenefit.volledig': 1, 'leftBenefit.partieel': 0 });
  });

  it('does not count what is planned for a later day of a running week', () => {
    expect(count(records, '2026-11-18').total).toMatchObject({ 'placementsStarted.total': 2, 'placementsEnded.total': 0, 'placementsRunning.total': 5 });
  });
});

describe('measurements', () => {
  it('counts what became final in the week and the average of it: 62, 63 and 79 are 68.0', () => {
    const figures = count([
      aCandidate('anna'),
      aMeasurement('anna', 'm1', { loonwaarde: 62, finalisedOn: day('2026-11-16') }),
      aCandidate('bram', { registration: { municipality: 'GM0225' } }),
      aMeasurement('bram', 'm2', { loonwaarde: 63 }),
      aMeasurement('bram', 'm3', { loonwaarde: 79, finalisedOn: day('2026-11-22') }),
      aMeasurement('bram', 'not-final', null),
      aMeasurement('bram', 'next-week', { loonwaarde: 10, finalisedOn: day('2026-11-23') }),
    ]);
    expect(figures.total).toMatchObject({ 'measurementsDone.total': 3, 'averageLoonwaarde.total': 68 });
    expect(inPlace(figures, 'GM0225')).toMatchObject({ 'averageLoonwaarde.total': 71 });
    expect(inPlace(figures, 'GM0296')).toMatchObject({ 'averageLoonwaarde.total': null });
  });

  it('rounds an average half up to one decimal: 90, 90, 90 and 91 are 90.3', () => {
    const records = [90, 90, 90, 91].map((loonwaarde, index) => aMeasurement('anna', `m${index}`, { loonwaarde }));
    expect(count([aCandidate('anna'), ...records]).total['averageLoonwaarde.total']).toBe(90.3);
  });

  it('counts a corrected measurement once, in the week of the first version, with what the correction says', () => {
    const records = [
      aCandidate('anna'),
      aPlacement('anna', 'p1'),
      aMeasurement('anna', 'z-first', { loonwaarde: 50, lksTotalCents: 100_000 }),
      aMeasurement('anna', 'a-correction', { loonwaarde: 60, lksTotalCents: 80_000, corrects: recordId('z-first') }),
      aMeasurement('anna', 'later', { loonwaarde: 70, lksTotalCents: 60_000, finalisedOn: day('2026-11-24'), corrects: recordId('a-correction') }),
    ];
    expect(count(records).total).toMatchObject({ 'measurementsDone.total': 1, 'averageLoonwaarde.total': 60, 'lksMonthly.total': 80_000 });
    const next = weekFigures({ records, isoWeek: { year: 2026, week: 48 } });
    expect(next.total).toMatchObject({ 'measurementsDone.total': 0, 'lksMonthly.total': 60_000 });
  });

  it('follows the later of two corrections that were made apart, until one version replaces both', () => {
    const apart = [
      aCandidate('anna'),
      aPlacement('anna', 'p1'),
      aMeasurement('anna', 'first', { loonwaarde: 50, lksTotalCents: 100_000, finalisedOn: day('2026-11-16') }),
      aMeasurement('anna', 'mine', { loonwaarde: 60, lksTotalCents: 80_000, corrects: recordId('first'), finalisedOn: day('2026-11-17') }),
      aMeasurement('anna', 'theirs', { loonwaarde: 70, lksTotalCents: 60_000, corrects: recordId('first'), finalisedOn: day('2026-11-19') }),
    ];
    expect(count(apart).total).toMatchObject({ 'measurementsDone.total': 1, 'averageLoonwaarde.total': 70, 'lksMonthly.total': 60_000 });
    // Of the same visit and made earlier than the one it replaces: a device's day decides nothing here.
    const one = aMeasurement('anna', 'one', { loonwaarde: 65, lksTotalCents: 70_000, corrects: recordId('mine'), alsoReplaces: [recordId('theirs')], finalisedOn: day('2026-11-18') });
    expect(count([...apart, one]).total).toMatchObject({ 'measurementsDone.total': 1, 'averageLoonwaarde.total': 65, 'lksMonthly.total': 70_000 });
  });

  it('calls a measurement overdue when the next one is due, nobody measured since, and the person is still at work', () => {
    const old = { visitedOn: day('2025-11-03'), finalisedOn: day('2025-11-10'), nextMeasurementOn: day('2026-11-10') };
    const figures = count([
      aCandidate('overdue'),
      aPlacement('overdue', 'p1'),
      aMeasurement('overdue', 'm1', old),
      aCandidate('measured-since'),
      aPlacement('measured-since', 'p2'),
      aMeasurement('measured-since', 'm2', old),
      aMeasurement('measured-since', 'm3', { visitedOn: day('2026-11-12'), nextMeasurementOn: day('2028-11-12') }),
      aCandidate('no-longer-at-work'),
      aPlacement('no-longer-at-work', 'p3', { endedOn: day('2026-10-31'), endReason: 'contract-afgelopen' }),
      aMeasurement('no-longer-at-work', 'm4', old),
    ]);
    expect(figures.total['measurementsOverdue.total']).toBe(1);
  });

  it('adds up the monthly loonkostensubsidie of everybody at work, by their latest measurement', () => {
    const figures = count([
      aCandidate('anna'),
      aPlacement('anna', 'p1'),
      aPlacement('anna', 'p2', { hoursPerWeek: 4 }),
      aMeasurement('anna', 'm1', { visitedOn: day('2025-01-10'), finalisedOn: day('2025-01-20'), lksTotalCents: 97_447 }),
      aMeasurement('anna', 'm2', { visitedOn: day('2026-01-10'), finalisedOn: day('2026-01-20'), lksTotalCents: 85_008 }),
      aCandidate('bram', { registration: { municipality: 'GM0225' } }),
      aPlacement('bram', 'p3'),
      aMeasurement('bram', 'm3', { lksTotalCents: 129_930 }),
      aCandidate('chris'),
      aMeasurement('chris', 'm4', { lksTotalCents: 999_999 }),
    ]);
    expect(figures.total['lksMonthly.total']).toBe(214_938);
    expect(inPlace(figures, 'GM0225')).toMatchObject({ 'lksMonthly.total': 129_930 });
  });
});

type PlacementForm = (typeof placementForms)[number];

describe('who works without a wage', () => {
  const measured = (name: string, form: PlacementForm, change: object = {}) => [aCandidate(name), aPlacement(name, `placement-${name}`, { form, ...change }), aMeasurement(name, `measured-${name}`, { lksTotalCents: 100_000, nextMeasurementOn: day('2026-11-10') })];

  it('has no loonkostensubsidie yet, known or unknown, and is measured again all the same', () => {
    const figures = count([...measured('trial', 'proefplaatsing'), ...measured('learning', 'leerwerkplek'), aCandidate('later'), aPlacement('later', 'p', { form: 'proefplaatsing' }), aMeasurement('later', 'm', { lksCents: null, lksTotalCents: null, lksParametersVersion: null })]);
    expect(figures.total).toMatchObject({ 'placementsRunning.total': 3, 'lksMonthly.total': 0, 'lksUnknown.total': 0, 'measurementsOverdue.total': 2 });
  });

  it.each(['loondienst', 'detachering-individueel', 'detachering-groep', 'beschut-werk'] as const)('is somebody else than who is in %s, also beside a trial', (form) => {
    expect(count(measured('paid', form)).total['lksMonthly.total']).toBe(100_000);
    const trial = aPlacement('paid', 'trial', { form: 'proefplaatsing' });
    for (const records of [[trial, ...measured('paid', form)], [...measured('paid', form), trial]]) expect(count(records).total['lksMonthly.total']).toBe(100_000);
    expect(count([trial, ...measured('paid', form, { endedOn: day('2026-10-31'), endReason: 'contract-afgelopen' })]).total['lksMonthly.total']).toBe(0);
  });
});

describe('an amount that is not known yet', () => {
  it('is counted beside the sum instead of as nothing', () => {
    const figures = count([aCandidate('anna'), aPlacement('anna', 'p1'), aMeasurement('anna', 'm1', { lksCents: null, lksTotalCents: null, lksParametersVersion: null })]);
    expect(figures.total).toMatchObject({ 'lksMonthly.total': 0, 'lksUnknown.total': 1 });
  });
});

describe('work places', () => {
  it('counts acquired in the week and open at the end of it, by type, for the region', () => {
    const figures = count([
      aWorkPlace('w1', { type: 'v' }),
      aWorkPlace('w2', { type: 'so', acquiredOn: day('2026-06-01') }),
      aWorkPlace('w3', { type: 'l', acquiredOn: day('2026-11-16'), filledOn: day('2026-11-22') }),
      aWorkPlace('w4', { type: 'p', acquiredOn: day('2026-06-01'), filledOn: day('2026-11-23') }),
      aWorkPlace('w5', { type: 'p', acquiredOn: day('2026-11-23') }),
    ]);
    expect(figures.workPlaces).toEqual({
      'workPlacesAcquired.total': 2,
      'workPlacesAcquired.v': 1,
      'workPlacesAcquired.p': 0,
      'workPlacesAcquired.l': 1,
      'workPlacesAcquired.so': 0,
      'workPlacesOpen.total': 3,
      'workPlacesOpen.v': 1,
      'workPlacesOpen.p': 1,
      'workPlacesOpen.l': 0,
      'workPlacesOpen.so': 1,
    });
  });
});

describe('a whole region', () => {
  const records = [
    aCandidate('anna'),
    aPlacement('anna', 'p1', { beganOn: day('2026-11-19'), benefitExit: 'volledig', banenafspraak: true }),
    aVisit('anna', 'v1', { risk: 'let-op', nextContactOn: day('2026-11-20') }),
    aMeasurement('anna', 'm1'),
    aCandidate('bram', { registration: { municipality: 'GM0225', closedOn: day('2026-11-19') } }),
    aVisit('bram', 'v2', { heldOn: day('2026-11-16') }),
    aCandidate('chris', { registration: { municipality: 'GM0225' } }),
    aPlacement('chris', 'p2'),
    aMeasurement('chris', 'm2', { visitedOn: day('2025-10-01'), finalisedOn: day('2025-10-02'), nextMeasurementOn: day('2026-10-01') }),
    aMeasurement('chris', 'm3', { visitedOn: day('2025-10-01'), nextMeasurementOn: day('2026-10-02'), corrects: recordId('m2') }),
    aWorkPlace('w1'),
  ];

  it('comes out the same from full records and from what the rights leave to a manager', () => {
    const manager: Principal = { userId: 'user-manager' as UserId, displayName: 'M. Anders', role: 'manager', region: 'rijk-van-nijmegen', municipalities: [] };
    const projected = records.map((record): StoredRecord => {
      const allowed = allowedGroups('read', manager, record.kind, { municipality: null, team: [] });
      return { ...record, groups: Object.fromEntries(Object.entries(record.groups).filter(([name]) => allowed.includes(name))) };
    });
    expect(projected.flatMap(({ groups }) => Object.keys(groups))).not.toContain('identity');
    expect(count(projected)).toEqual(count(records));
  });

  it('does not depend on the order in which a device stored its records', () => {
    expect(count([...records].reverse())).toEqual(count(records));
  });

  it('is hashed over exactly the rows that were counted', () => {
    const figures = count(records);
    expect(figures.hash).toBe(hashJson(figures.rows as unknown as JsonValue));
    expect(count([...records, aVisit('anna', 'of-last-month', { heldOn: day('2026-10-02') })]).hash).toBe(figures.hash);
    expect(count([...records, aVisit('anna', 'of-this-week')]).hash).not.toBe(figures.hash);
  });

  it('can be made again from the counted rows alone', () => {
    const figures = count(records);
    const rebuilt = figures.rows.map(({ kind, dossierId, recordId: id, fields }): StoredRecord => {
      const group = { version: { epoch: 1, n: 1 }, changedBy: 'user-jobcoach' as UserId, changedAtMs: 0, data: fields as JsonValue };
      const groups = kind === 'candidate' ? { registration: group, status: group } : kind === 'measurement' ? { result: group } : { facts: group };
      return { kind, dossierId: dossierId as StoredRecord['dossierId'], recordId: recordId(id), createdBy: 'user-jobcoach' as UserId, n: 1, groups };
    });
    expect(count(rebuilt)).toEqual(figures);
  });

  it('names nobody: no name, BSN or text of a full record is in what is counted', () => {
    const text = JSON.stringify(count(records));
    for (const personal of ['Sanne', 'Wit', '123456782', '1990-05-04', 'Bos', 'rustig', 'user-jobcoach']) expect(text).not.toContain(personal);
  });

  it('adds up: the municipalities together are the region', () => {
    const figures = count(records);
    for (const id of ['nazorgDone.total', 'atRisk.total', 'placementsRunning.total', 'lksMonthly.total', 'candidates.total'] as const) {
      expect(figures.places.reduce((sum, place) => sum + (place.figures[id] ?? 0), 0)).toBe(figures.total[id]);
    }
  });

  it('is all zeros for an empty region, and says nothing of an average', () => {
    const figures = count([]);
    expect(figures.rows).toEqual([]);
    expect(figures.total['averageLoonwaarde.total']).toBeNull();
    expect(Object.entries(figures.total).filter(([id, value]) => id !== 'averageLoonwaarde.total' && value !== 0)).toEqual([]);
  });
});

describe('two files of one person', () => {
  const join = (decision: string) => stored('join', 'a-file', 'join-1', { facts: { kept: 'b-file', joined: 'a-file', decision, ground: 'bsn', decidedOn: '2026-11-18' } });
  const records = [aCandidate('a-file'), aVisit('a-file', 'visit-a'), aCandidate('b-file', { status: { candidateGroup: 1 } }), aVisit('b-file', 'visit-b')];

  it('[JOIN3] count as one person, with the registration of the file that leads and the work of both', () => {
    const figures = count([...records, join('joined')]);
    expect(figures.total['candidates.total']).toBe(1);
    expect(figures.total['candidates.group-1']).toBe(1);
    expect(figures.total['nazorgDone.total']).toBe(2);
    expect([...new Set(figures.rows.map(({ dossierId }) => dossierId))]).toEqual(['b-file']);
  });

  it('[JOIN3] count as two again when it is taken back', () => {
    expect(count([...records, join('separate')]).total['candidates.total']).toBe(2);
    expect(count([...records, join('separate')]).hash).toBe(count(records).hash);
  });
});
