// First: Dexie looks for IndexedDB when it is loaded.
import { pullPage, testDevice, type TestDevice } from '../../support/device.ts';
import { describe, expect, it } from 'vitest';
import type { DossierId, OpId, RecordId } from '#shared/domain/ids.ts';
import { dueItemsOf } from '#shared/domain/due/due-items.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { keep } from '#renderer/data/commands/keep.ts';
import { resolveConflict, takeBack } from '#renderer/data/commands/resolve-conflict.ts';
import { readAllRecords } from '#renderer/data/queries/all-records.ts';
import { readConflict } from '#renderer/data/queries/conflict.ts';
import { liveOf } from '#renderer/data/queries/live-of.ts';
import { dataOf } from '#shared/sync/apply.ts';
import { day, stored } from '../../fixtures/records.ts';

const employer = 'employer-a' as DossierId;
const place = (change: object) => ({
  facts: { type: 'v', title: 'Medewerker groen', tasks: 'Snoeien en harken in het park', hoursPerWeek: 24, acquiredOn: day('2026-03-02'), filledOn: null, ...change },
});
const address = { dossierId: employer, recordId: 'place-1' as RecordId, kind: 'workPlace' as const };
const nameOf = () => 'Hoveniersbedrijf';

/** This device changed tasks and hours; a colleague changed tasks and title meanwhile. */
async function inConflict(): Promise<{ readonly device: TestDevice; readonly opId: Parameters<typeof takeBack>[1] }> {
  const device = await testDevice();
  const page = (n: number, change: object) => pullPage({ cursor: n, dossiers: [{ dossierId: employer, records: [stored('workPlace', 'place-1', place(change) as never, { n, dossierId: employer })] }] });
  await device.store.storePage(page(1, {}), 1);
  const kept = await keep(device.parts, { record: address, payload: place({ tasks: 'Snoeien, harken en planten in het park', hoursPerWeek: 28 }) as unknown as Record<string, JsonValue>, draftId: null });
  if (!kept.ok) throw new Error('not kept');
  const conflict = { outcome: 'conflict' as const, opId: kept.value.opId, recordId: address.recordId, groups: ['facts'], receivedAtMs: 2 };
  await device.store.storePage({ ...page(2, { tasks: 'Snoeien en bladblazen in het park', title: 'Medewerker groenvoorziening' }), outcomes: [conflict] }, 2);
  return { device, opId: kept.value.opId };
}

const seen = { facts: { epoch: 1, n: 2 } };

describe('two versions', () => {
  it('[CON1] are shown field by field, neither is lost', async () => {
    const { device, opId } = await inConflict();
    const view = await readConflict(device.database, device.cipher, opId, null, nameOf);
    expect(view?.fields.map(({ field, mine, theirs, isText }) => ({ field, mine, theirs, isText }))).toEqual([
      { field: 'title', mine: 'Medewerker groen', theirs: 'Medewerker groenvoorziening', isText: false },
      { field: 'tasks', mine: 'Snoeien, harken en planten in het park', theirs: 'Snoeien en bladblazen in het park', isText: true },
      { field: 'hoursPerWeek', mine: 28, theirs: 24, isText: false },
    ]);
  });

  it('[CON4] what a person chooses becomes an operation on today, that names the one it decides about', async () => {
    const { device, opId } = await inConflict();
    const kept = await resolveConflict(device.parts, opId, null, { 'facts.tasks': 'both', 'facts.hoursPerWeek': 'mine' }, seen);
    expect(kept.ok).toBe(true);
    const [operation] = await device.store.nextBatch(10, device.clock.nowMs() + 60_000);
    expect(operation).toMatchObject({
      resolves: opId,
      baseVersions: { facts: { epoch: 1, n: 2 } },
      payload: { facts: { title: 'Medewerker groenvoorziening', hoursPerWeek: 28, tasks: 'Snoeien en bladblazen in het park\n\nSnoeien, harken en planten in het park' } },
    });
  });

  it('[CON4] a choice counts for what was on the screen: what a pull brought in between is asked about again', async () => {
    const { device, opId } = await inConflict();
    const shown = await readConflict(device.database, device.cipher, opId, null, nameOf);
    expect(shown?.seen).toEqual(seen);
    const third = stored('workPlace', 'place-1', place({ tasks: 'Onkruid wieden', hoursPerWeek: 32 }) as never, { n: 5, dossierId: employer });
    await device.store.storePage(pullPage({ cursor: 5, dossiers: [{ dossierId: employer, records: [third] }] }), 5);
    for (const choices of [{ 'facts.hoursPerWeek': 'mine' }, {}] as const) {
      expect(await resolveConflict(device.parts, opId, null, choices, seen)).toEqual({ ok: false, problem: { kind: 'invalid', violations: [{ path: [], code: 'conflict.moved' }] } });
    }
    expect(await device.database.outbox.count()).toBe(1);
    const again = await readConflict(device.database, device.cipher, opId, null, nameOf);
    expect(again?.seen).toEqual({ facts: { epoch: 1, n: 5 } });
    expect((await resolveConflict(device.parts, opId, null, { 'facts.hoursPerWeek': 'mine' }, again?.seen ?? {})).ok).toBe(true);
  });

  it("[CON4] choosing the server's version writes nothing, but says so", async () => {
    const { device, opId } = await inConflict();
    await resolveConflict(device.parts, opId, null, {}, seen);
    const [operation] = await device.store.nextBatch(10, device.clock.nowMs() + 60_000);
    expect(operation).toMatchObject({ resolves: opId, payload: {}, baseVersions: {} });
  });

  it('[CON6] a decision waits ten seconds and can be taken back; other work goes on', async () => {
    const { device, opId } = await inConflict();
    await resolveConflict(device.parts, opId, null, { 'facts.hoursPerWeek': 'mine' }, seen);
    await keep(device.parts, { record: { ...address, recordId: 'place-2' as RecordId }, payload: place({}) as unknown as Record<string, JsonValue>, draftId: null });
    expect((await device.store.nextBatch(10, device.clock.nowMs())).map((operation) => operation.record.recordId)).toEqual(['place-2']);
    expect(await takeBack(device.parts, opId)).toBe(true);
    expect((await readConflict(device.database, device.cipher, opId, null, nameOf))?.decidedUntilMs).toBeNull();
    device.clock.advance(20_000);
    expect((await device.store.nextBatch(10, device.clock.nowMs())).map((operation) => operation.record.recordId)).toEqual(['place-2']);
  });

  it('[F20] [CON6] too late is too late, and a clock that was set back does not hold it for ever', async () => {
    const { device, opId } = await inConflict();
    await resolveConflict(device.parts, opId, null, { 'facts.hoursPerWeek': 'mine' }, seen);
    device.clock.advance(9_500);
    expect(await takeBack(device.parts, opId)).toBe(false);
    expect(await device.store.nextBatch(10, device.clock.nowMs() - 86_400_000)).toHaveLength(1);
  });

  it('[F20] [CON6] what a clock that was set back has let go is not said to be taken back', async () => {
    const { device, opId } = await inConflict();
    await resolveConflict(device.parts, opId, null, { 'facts.hoursPerWeek': 'mine' }, seen);
    device.clock.advance(-86_400_000);
    expect(await device.store.nextBatch(10, device.clock.nowMs())).toHaveLength(1);
    expect(await takeBack(device.parts, opId)).toBe(false);
  });

  it('the outcome of the decision settles both', async () => {
    const { device, opId } = await inConflict();
    const kept = await resolveConflict(device.parts, opId, null, { 'facts.hoursPerWeek': 'mine' }, seen);
    if (!kept.ok) throw new Error('not kept');
    const { recordId } = address;
    await device.store.storePage(
      pullPage({ cursor: 3, outcomes: [{ outcome: 'applied', opId: kept.value.opId, recordId, n: 3, receivedAtMs: 3 }, { outcome: 'resolved', opId, recordId, by: kept.value.opId, receivedAtMs: 3 }] }),
      3,
    );
    expect(await device.database.outbox.count()).toBe(0);
  });
});

describe('two versions of which a colleague wrote the one that waits', () => {
  const theirs = '00000000-0000-4000-8000-00000000cccc' as OpId;
  const waiting = place({ tasks: 'Snoeien, harken en planten in het park', hoursPerWeek: 28 });
  const laid = (decision?: object) => stored('employerConflict', `conflict-${theirs}`, {
    about: { opId: theirs, recordId: address.recordId, kind: 'workPlace', groups: ['facts'], authorId: 'consulent-twee', authoredAtMs: 11, receivedAtMs: 12 },
    content: waiting,
    ...(decision === undefined ? {} : { decision }),
  } as never, { n: 3, dossierId: employer });
  const current = stored('workPlace', address.recordId, place({ tasks: 'Snoeien en bladblazen in het park' }) as never, { n: 2, dossierId: employer });
  const ofColleague = async (): Promise<TestDevice> => {
    const device = await testDevice();
    await device.store.storePage(pullPage({ cursor: 3, dossiers: [{ dossierId: employer, records: [current, laid()] }] }), 3);
    return device;
  };

  it('[CON5] whoever may decide sees both, with who wrote them and when', async () => {
    const device = await ofColleague();
    expect(await readConflict(device.database, device.cipher, theirs, null, nameOf)).toBeNull();
    const view = await readConflict(device.database, device.cipher, theirs, employer, nameOf);
    expect(view).toMatchObject({ record: address, isOwn: false, mineBy: 'consulent-twee', mineAtMs: 11, seen: { facts: { epoch: 1, n: 2 } }, decidedUntilMs: null });
    expect(view?.fields.map(({ field, mine, theirs: now }) => [field, mine, now])).toEqual([
      ['tasks', 'Snoeien, harken en planten in het park', 'Snoeien en bladblazen in het park'], ['hoursPerWeek', 28, 24],
    ]);
  });

  it('[CON5] [VIEW1] what was chosen is open no more, also before it was sent: in the file and in what must be done', async () => {
    const device = await ofColleague();
    const read = async () => (await readAllRecords(device.database, device.cipher)).map(({ kind, recordId, groups }) => ({ kind, recordId, groups: dataOf(groups) }));
    const decision = async () => (await read()).find(({ kind }) => kind === 'employerConflict')?.groups['decision'];
    const choose = (choices: Parameters<typeof resolveConflict>[3]) => resolveConflict(device.parts, theirs, employer, choices, { facts: { epoch: 1, n: 2 } });
    expect(dueItemsOf(await read())).toMatchObject([{ what: 'two-versions' }]);
    await choose({});
    expect(await decision()).toMatchObject({ choice: 'current' });
    expect(dueItemsOf(await read())).toEqual([]);
    await takeBack(device.parts, theirs);
    expect(dueItemsOf(await read())).toMatchObject([{ what: 'two-versions' }]);
    await choose({ 'facts.tasks': 'mine', 'facts.hoursPerWeek': 'mine' });
    expect(await decision()).toMatchObject({ choice: 'waiting' });
    await takeBack(device.parts, theirs);
    await choose({ 'facts.tasks': 'both' });
    expect(await decision()).toMatchObject({ choice: 'combined' });
  });

  it('[CON4] [CON5] [CON6] decides as its author can: keeps both, names the operation, is held, and takes it back', async () => {
    const device = await ofColleague();
    const choose = () => resolveConflict(device.parts, theirs, employer, { 'facts.tasks': 'both', 'facts.hoursPerWeek': 'mine' }, { facts: { epoch: 1, n: 2 } });
    expect((await choose()).ok).toBe(true);
    const shown = async () => (await readConflict(device.database, device.cipher, theirs, employer, nameOf))?.decidedUntilMs;
    expect(await shown()).toBe(device.clock.nowMs() + 10_000);
    expect(await device.store.nextBatch(10, device.clock.nowMs())).toEqual([]);
    expect(await takeBack(device.parts, theirs)).toBe(true);
    expect(await shown()).toBeNull();
    expect(await device.database.outbox.count()).toBe(0);

    await choose();
    device.clock.advance(20_000);
    expect(await takeBack(device.parts, theirs)).toBe(false);
    expect(await device.store.nextBatch(10, device.clock.nowMs())).toMatchObject([{
      resolves: theirs,
      baseVersions: { facts: { epoch: 1, n: 2 } },
      payload: { facts: { hoursPerWeek: 28, tasks: 'Snoeien en bladblazen in het park\n\nSnoeien, harken en planten in het park' } },
    }]);
  });

  it('[CON6] the screen hears at once that a choice was made here, and that it was taken back', async () => {
    const device = await ofColleague();
    const live = liveOf(() => readConflict(device.database, device.cipher, theirs, employer, nameOf));
    const until = async (isDecided: boolean) => {
      await expect.poll(() => {
        const now = live.current();
        return now.kind === 'ready' && now.value !== null && (now.value.decidedUntilMs !== null) === isDecided;
      }).toBe(true);
    };
    const stop = live.subscribe(() => undefined);
    await until(false);
    await resolveConflict(device.parts, theirs, employer, {}, { facts: { epoch: 1, n: 2 } });
    await until(true);
    await takeBack(device.parts, theirs);
    await until(false);
    stop();
  });

  it('[CON5] what was decided, and what only a newer app can show, is not to be decided here', async () => {
    const device = await ofColleague();
    await device.store.storePage(pullPage({ cursor: 4, dossiers: [{ dossierId: employer, records: [{ ...laid({ choice: 'current', by: theirs }), n: 4 }] }] }), 4);
    expect(await readConflict(device.database, device.cipher, theirs, employer, nameOf)).toBeNull();
    expect(await resolveConflict(device.parts, theirs, employer, {}, { facts: { epoch: 1, n: 2 } })).toMatchObject({ ok: false });
    const ofTomorrow = laid();
    const about = { ...ofTomorrow.groups['about'], data: { ...(ofTomorrow.groups['about']?.data as object), kind: 'vanMorgen' } } as (typeof ofTomorrow.groups)[string];
    await device.store.storePage(pullPage({ cursor: 5, dossiers: [{ dossierId: employer, records: [{ ...ofTomorrow, n: 5, groups: { ...ofTomorrow.groups, about } }] }] }), 5);
    expect(await readConflict(device.database, device.cipher, theirs, employer, nameOf)).toBeNull();
  });
});
