import { describe, expect, test } from 'vitest';
import type { RecordId } from '#shared/domain/ids.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import { signedContentOf } from '#shared/domain/signature/content-hash.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { nextId } from './server-builders.ts';
import { Cast } from './server-cast.ts';
import { digestOf } from './server-digest.contract.ts';
import type { ServerShelf } from './server-harness.ts';

/** Signed by the candidate on somebody's device; `role` and names are what a reader must not learn. */
function signatureUnder(kind: Kind, recordId: RecordId): Readonly<Record<string, JsonValue>> {
  const signs = signedContentOf({ kind, recordId, groups: { facts: { heldOn: '2026-03-09' } } });
  const signature = { signs, role: 'candidate', name: 'Noor van Zonneveldt', userId: null, signedAtMs: 1_760_000_000_000, method: 'typed', statement: 'Dit hebben we samen afgesproken.', remark: '', strokes: [] };
  return JSON.parse(JSON.stringify({ signature })) as Readonly<Record<string, JsonValue>>;
}

/** Who may not read what was signed reads no signature under it, and gives none. */
export function serverSignaturesContract(name: string, freshShelf: () => Promise<ServerShelf>): void {
  describe(`signatures on ${name}`, () => {
    const begin = async () => {
      const cast = await Cast.onto(await freshShelf());
      const candidate = await cast.candidate();
      await cast.teamOf(candidate, { expert: 'deskundige-een' });
      const { dossierId } = candidate;
      const sign = (client: Cast['coach'], kind: 'signature' | 'supportSignature', signed: Kind) =>
        client.device.operation({ kind, dossierId, recordId: nextId<RecordId>('signature'), payload: signatureUnder(signed, nextId<RecordId>(signed.toLowerCase())) });
      return { cast, sign };
    };

    test('an expert gets those under measurements, and of a plan or a half-yearly report neither signature nor name', async () => {
      const { cast, sign } = await begin();
      const [measured, planned, reported] = [sign(cast.coach, 'signature', 'measurement'), sign(cast.consultant, 'supportSignature', 'plan'), sign(cast.coach, 'supportSignature', 'coachingReport')];
      await cast.apply(cast.coach, measured);
      await cast.apply(cast.consultant, planned);
      await cast.apply(cast.coach, reported);
      const signaturesFor = async (client: Cast['coach']) => (await client.everything()).records.filter((record) => record.groups['signature'] !== undefined).map(({ recordId }) => recordId);
      expect(await signaturesFor(cast.expert)).toEqual([measured.record.recordId]);
      for (const client of [cast.coach, cast.consultant]) expect((await signaturesFor(client)).length).toBe(3);
      for (const client of [cast.manager, cast.administrator, cast.otherCoach]) expect(await signaturesFor(client)).toEqual([]);
    });

    test('[DIG1] an expert is told the digest of what they may read', async () => {
      const { cast, sign } = await begin();
      await cast.apply(cast.coach, sign(cast.coach, 'signature', 'measurement'));
      await cast.apply(cast.coach, sign(cast.coach, 'supportSignature', 'plan'));
      for (const client of cast.everyone) {
        const whole = await client.everything();
        expect(whole.tail.digest, client.user.userId).toBe(digestOf(whole.records));
      }
    });

    test('nobody lays a signature under a plan where an expert would read it, and an expert gives none there', async () => {
      const { cast, sign } = await begin();
      expect(await cast.coach.settle([sign(cast.coach, 'signature', 'plan')])).toMatchObject([{ outcome: 'refused', reason: 'invalid', violations: [{ code: 'signature.otherKind' }] }]);
      expect(await cast.expert.settle([sign(cast.expert, 'supportSignature', 'plan')])).toMatchObject([{ outcome: 'refused', reason: 'not-allowed' }]);
      expect(await cast.coach.settle([sign(cast.coach, 'supportSignature', 'measurement')])).toMatchObject([{ outcome: 'refused', reason: 'invalid' }]);
    });
  });
}
