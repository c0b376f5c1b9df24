import { describe, expect, test } from 'vitest';
import type { RecordId } from '#shared/domain/ids.ts';
import { digestText, rowDigest } from '#shared/sync/digest.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { candidateGroups, employerGroups, nextId } from './server-builders.ts';
import { Cast, workPlaceGroups } from './server-cast.ts';
import type { Client, Page, ServerShelf } from './server-harness.ts';
import { finalMeasurement } from './server-measurement.ts';

export const digestOf = (records: Iterable<StoredRecord>): string => {
  const all = [...records];
  return digestText(all.length, all.reduce((xor, { recordId, n }) => xor ^ rowDigest(recordId, n), 0n));
};

/** A device that was there all the time, and does with a page what the rules say. */
class Replica {
  readonly records = new Map<RecordId, StoredRecord>();
  #cursor = 0;

  async pull(client: Client): Promise<Page> {
    for (;;) {
      const page = await client.page(this.#cursor, 1, 7);
      for (const record of page.records) this.records.set(record.recordId, record);
      for (const record of this.records.values()) if (page.tail.forget.includes(record.dossierId)) this.records.delete(record.recordId);
      this.#cursor = page.tail.cursor;
      if (!page.tail.more) return page;
    }
  }
}

/** Numbers that look random and are the same in every run. */
function* seeded(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** What every shelf of the server must hold to about digests. */
export function serverDigestContract(name: string, freshShelf: () => Promise<ServerShelf>): void {
  describe(`the digest on ${name}`, () => {
    test.each([1, 2, 3])('[DIG1] after a history of changes, moves and departures (seed %i) it is that of the rows that a new device gets, and of those that an old one holds', async (seed) => {
      const cast = await Cast.onto(await freshShelf());
      const replicas = new Map(cast.everyone.map((client) => [client, new Replica()]));
      const random = seeded(seed);
      for (let step = 1; step <= 40; step += 1) {
        await act(cast, random);
        const client = pick(cast.everyone, random);
        if (step % 8 === 0) for (const each of cast.everyone) await compare(each, replicas.get(each) as Replica);
        else await compare(client, replicas.get(client) as Replica);
      }
      expect(replicas.get(cast.manager)?.records.size).toBeGreaterThan(10);
    });

    test('[DIG1] it is told at the end of a whole pull only', async () => {
      const cast = await Cast.onto(await freshShelf());
      await cast.candidate();
      await cast.candidate();
      expect((await cast.manager.page(0, null, 1)).tail.digest).toBeUndefined();
      expect((await cast.administrator.page(0, null)).tail.digest).toBe('0-0000000000000000');
    });

    test('[DIG1] a record of which a reader comes to see something later is counted from then on', async () => {
      const cast = await Cast.onto(await freshShelf());
      const candidate = await cast.candidate();
      await cast.teamOf(candidate, { expert: 'deskundige-een' });
      const { result, ...draft } = finalMeasurement({ expertId: cast.expert.user.userId });
      const measurement = await cast.keep(cast.expert, { kind: 'measurement', dossierId: candidate.dossierId, recordId: nextId<RecordId>('measurement'), payload: draft });
      const before = await cast.manager.everything();
      expect(before.records).toHaveLength(1);
      expect(before.tail.digest).toBe(digestOf(before.records));
      await cast.apply(cast.expert, cast.change(cast.expert, measurement, { result: result ?? null }));
      const after = await cast.manager.everything();
      expect(after.records).toHaveLength(2);
      expect(after.tail.digest).toBe(digestOf(after.records));
    });
  });

  async function compare(client: Client, replica: Replica): Promise<void> {
    const fresh = await client.everything();
    expect(fresh.tail.digest, client.user.userId).toBe(digestOf(fresh.records));
    const page = await replica.pull(client);
    expect(digestOf(replica.records.values()), client.user.userId).toBe(page.tail.digest);
    expect(page.tail.digest).toBe(fresh.tail.digest);
  }
}

const pick = <Value>(values: readonly Value[], random: Generator<number, never>): Value => values[Math.floor(random.next().value * values.length)] as Value;

/** One thing that somebody does. Some of it is refused or conflicts: that must change no digest. */
async function act(cast: Cast, random: Generator<number, never>): Promise<void> {
  const { consultant, coach, expert, administrator } = cast;
  const candidates = (await consultant.everything()).records.filter((record) => record.kind === 'candidate');
  const candidate = pick(candidates, random);
  const what = candidate === undefined ? 'candidate' : pick(['candidate', 'visits', 'team', 'team', 'municipality', 'measurement', 'employer', 'status', 'document', 'old base'] as const, random);
  switch (what) {
    case 'candidate':
      await cast.candidate({ municipality: pick(['GM0268', 'GM0296'] as const, random), jobcoach: pick(['jobcoach-een', 'jobcoach-twee', null], random) });
      return;
    case 'visits':
      await coach.push([1, 2, 3].map(() => cast.visit(coach, candidate.dossierId)));
      return;
    case 'team':
      await cast.teamOf(candidate, { jobcoach: pick(['jobcoach-een', 'jobcoach-twee', null], random), expert: pick(['deskundige-een', null], random) });
      return;
    case 'municipality': {
      const registration = { ...(candidateGroups()['registration'] as object), municipality: pick(['GM0268', 'GM0296'], random) };
      await cast.apply(consultant, cast.change(consultant, candidate, { registration }));
      return;
    }
    case 'measurement': {
      const { result, ...draft } = finalMeasurement({ expertId: expert.user.userId });
      const payload = random.next().value < 0.5 ? draft : { ...draft, result: result ?? null };
      await expert.push([expert.device.operation({ kind: 'measurement', dossierId: candidate.dossierId, recordId: nextId<RecordId>('measurement'), payload })]);
      return;
    }
    case 'employer': {
      const employer = await cast.employer();
      await consultant.push([
        consultant.device.operation({ kind: 'workPlace', dossierId: employer.dossierId, recordId: nextId<RecordId>('place'), payload: workPlaceGroups() }),
        cast.change(consultant, employer, employerGroups('Bakkerij Van Dam')),
      ]);
      return;
    }
    case 'status':
      await consultant.push([cast.change(consultant, candidate, { status: { ...(candidateGroups()['status'] as object), selfReliance: pick([1, 2, 3], random) } })]);
      return;
    case 'document':
      await administrator.push([administrator.device.operation({ kind: 'regionDocument', dossierId: 'region' as StoredRecord['dossierId'], recordId: nextId<RecordId>('form'), payload: { document: { id: 'visit', version: 2, content: {} } } })]);
      return;
    case 'old base':
      await consultant.push([cast.change(consultant, candidate, { contact: null }, { base: { contact: null } })]);
  }
}
