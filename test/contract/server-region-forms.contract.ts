import { beforeEach, describe, expect, test } from 'vitest';
import { intakeFormV1 } from '#shared/forms/intake.v1.ts';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import { Cast } from './server-cast.ts';
import type { ServerShelf } from './server-harness.ts';

/** What every shelf of the server must hold to about the forms that a region publishes. */
export function serverRegionFormsContract(name: string, freshShelf: () => Promise<ServerShelf>): void {
  describe(`the forms of the region on ${name}`, () => {
    let cast: Cast;
    beforeEach(async () => {
      cast = await Cast.onto(await freshShelf());
    });
    const publication = (version: number, content: unknown) =>
      cast.administrator.device.operation({
        kind: 'regionDocument',
        dossierId: 'region' as DossierId,
        recordId: `intake-v${version}` as RecordId,
        payload: { document: { id: 'intake', version, content: JSON.parse(JSON.stringify(content)) as never } },
      });
    const versionOf = (version: number, words = 'Waar?') => ({ ...intakeFormV1, version, texts: { ...intakeFormV1.texts, nl: { ...intakeFormV1.texts.nl, 'entrance.label': words } } });

    test('a version that the administrator publishes reaches whoever may do an intake', async () => {
      expect(await cast.administrator.settle([publication(1_001, versionOf(1_001))])).toMatchObject([{ outcome: 'applied' }]);
      const [arrived] = (await cast.consultant.everything()).records.filter(({ kind }) => kind === 'regionDocument');
      expect(arrived?.groups['document']?.data).toMatchObject({ id: 'intake', version: 1_001, content: { version: 1_001 } });
    });

    test('a version that cannot be asked is refused, and reaches nobody', async () => {
      const { sections: _gone, ...broken } = versionOf(1_001);
      expect(await cast.administrator.settle([publication(1_001, broken)])).toMatchObject([{ outcome: 'refused', reason: 'invalid' }]);
      expect(await cast.administrator.settle([publication(1_002, versionOf(1_001))])).toMatchObject([{ outcome: 'refused', reason: 'invalid' }]);
      expect((await cast.consultant.everything()).records.filter(({ kind }) => kind === 'regionDocument')).toEqual([]);
    });

    test('[APPLY3] what was published never changes: of two administrators the second is told', async () => {
      await cast.administrator.settle([publication(1_001, versionOf(1_001))]);
      expect(await cast.administrator.settle([publication(1_001, versionOf(1_001, 'Waar dan?'))])).toMatchObject([{ outcome: 'refused', reason: 'frozen' }]);
      const [arrived] = (await cast.consultant.everything()).records.filter(({ kind }) => kind === 'regionDocument');
      expect(arrived?.groups['document']?.data).toMatchObject({ content: { texts: { nl: { 'entrance.label': 'Waar?' } } } });
    });
  });
}
