import { beforeEach, describe, expect, test } from 'vitest';
import type { OpId, RecordId } from '#shared/domain/ids.ts';
import { withItem, withoutItem, withValue } from '#shared/forms/change-values.ts';
import { experienceFormV1 } from '#shared/forms/candidate/experience.v1.ts';
import type { FormValues } from '#shared/forms/form-definition.ts';
import type { FormMoment } from '#shared/forms/read-field.ts';
import { readForm } from '#shared/forms/read-form.ts';
import { groupsOfForm } from '#shared/forms/record-of-form.ts';
import { valuesOfGroups } from '#shared/forms/values-of-groups.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { dataOf, previewOperation } from '#shared/sync/apply.ts';
import { keepBaseOf, makeOperation } from '#shared/sync/keep-operation.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { nextId, nextUuid } from './server-builders.ts';
import { Cast } from './server-cast.ts';
import type { Client, ServerShelf } from './server-harness.ts';

type Payload = SignedOperation['payload'];

const today = { today: '2026-03-09', now: '12:00' } as unknown as FormMoment;

/** What this app does with a record that a newer one wrote: the form, the operation, the server. */
export function serverNewerAppContract(name: string, freshShelf: () => Promise<ServerShelf>): void {
  describe(`an app of tomorrow and one of today on ${name}`, () => {
    let cast: Cast;
    let tomorrow: Client;
    let now: Client;
    beforeEach(async () => {
      cast = await Cast.onto(await freshShelf());
      ({ consultant: tomorrow, otherConsultant: now } = cast);
    });

    /** As the app of today keeps a change: judged, with the versions it saw, and on top of what still waits. */
    const kept = (payload: Payload, stored: StoredRecord, waiting: readonly SignedOperation[] = []): SignedOperation => {
      const shown = waiting.reduce((record, operation) => previewOperation(record, operation), stored);
      const base = keepBaseOf(stored.recordId, [stored], [shown], waiting.map((operation) => ({ operation, state: 'waiting' as const })));
      const { dossierId, recordId, kind } = stored;
      const made = makeOperation({ record: { dossierId, recordId, kind }, payload }, base, { identity: { deviceId: now.device.deviceId, userId: now.user.userId }, opId: nextUuid() as OpId, authoredAtMs: 1 });
      if (!made.ok) throw new Error(JSON.stringify(made.problem));
      return now.device.sign(made.value);
    };
    /** A part of the file, opened in the form of today and changed there. */
    const inForm = (record: StoredRecord, change: (values: FormValues) => FormValues): Payload => {
      const opened = valuesOfGroups(experienceFormV1, dataOf(record.groups), (_, answer) => String(answer));
      const reading = readForm(experienceFormV1, change(opened), today);
      expect(reading.violations).toEqual([]);
      return groupsOfForm(experienceFormV1, reading) as Payload;
    };
    const settles = async (operations: readonly SignedOperation[]) => expect((await now.settle(operations)).map(({ outcome }) => outcome)).toEqual(operations.map(() => 'applied'));

    const job = (jobTitle: string, over: object = {}) => ({ jobTitle, employer: 'Bakkerij', beganIn: '2019', endedIn: '2021', tasks: 'Bakken', ...over });

    test('[F18] [OP6] written tomorrow, changed today in the form, read tomorrow: what today does not know stands with the same items, whatever was changed, moved, added and removed', async () => {
      const candidate = await cast.candidate();
      const jobs = [job('Bakker', { wage: { cents: 1_500 } }), job('Kok', { wage: { cents: 1_600 }, references: ['Piet'] }), job('Ober')];
      await cast.apply(tomorrow, cast.change(tomorrow, candidate, { experience: { jobs, reviewedBy: 'morgen' } }));

      const seen = await cast.see(now, candidate.recordId);
      const first = kept(inForm(seen, (values) => withoutItem(withValue(values, ['jobs', 1, 'tasks'], 'Koken voor vijftig'), 'jobs', 0)), seen);
      const shown = previewOperation(seen, first);
      const added = { jobTitle: 'Bezorger', employer: '', jobBegan: '2022', jobEnded: '', tasks: '' };
      const second = kept(inForm(shown, (values) => withValue(withItem(values, 'jobs', 0, added), ['jobs', 1, 'jobTitle'], 'Chef-kok')), seen, [first]);
      await settles([first, second]);

      expect((await cast.see(tomorrow, candidate.recordId)).groups['experience']?.data).toEqual({
        reviewedBy: 'morgen',
        jobs: [
          { jobTitle: 'Bezorger', employer: '', beganIn: '2022', endedIn: '', tasks: '' },
          job('Chef-kok', { tasks: 'Koken voor vijftig', wage: { cents: 1_600 }, references: ['Piet'] }),
          job('Ober'),
        ],
      });
    });

    test('[F18] [OP6] items with an id are known by it, and one that says the same is the same; what is unknown never comes to stand with another', async () => {
      const candidate = await cast.candidate();
      const agreement = (id: string, what: string) => ({ id, owner: 'kandidaat', what, dueOn: '2026-05-01' });
      const content = { form: { id: 'plan', version: 1, edition: 'morgen' }, goal: 'Werk', ownPart: 'Zelf', steps: [{ step: 'Een' }, { step: 'Twee', by: 'x' }], promisingBranches: [], extraSupport: '', learningPotential: '', possibilities: '', limits: '', workObligation: 'volledig', exemptUntil: null, consequences: '', lookingBack: '' };
      const facts = { madeOn: '2026-03-01', nextReviewOn: '2026-09-01', reviewedOn: null, version: 1, replaces: null, madeBy: 'consulent-een' };
      const payload = { facts, content, agreements: { items: [{ ...agreement('a-1', 'Bellen'), weight: 1 }, { ...agreement('a-2', 'Cursus'), weight: 2 }] } };
      const plan = await cast.keep(tomorrow, { kind: 'plan', dossierId: candidate.dossierId, recordId: nextId<RecordId>('plan'), payload: payload as unknown as Payload });

      const seen = await cast.see(now, plan.recordId);
      const written = {
        content: { ...content, form: { id: 'plan', version: 1 }, steps: [{ step: 'Twee' }, { step: 'Een, maar anders' }] },
        agreements: { items: [agreement('a-2', 'Cursus, in het najaar'), agreement('a-3', 'Bellen')] },
      };
      await settles([kept(written as unknown as Payload, seen)]);

      const { groups } = await cast.see(tomorrow, plan.recordId);
      expect(groups['agreements']?.data).toEqual({ items: [{ ...agreement('a-2', 'Cursus, in het najaar'), weight: 2 }, agreement('a-3', 'Bellen')] });
      expect(groups['content']?.data as JsonValue).toMatchObject({ form: { id: 'plan', version: 1, edition: 'morgen' }, steps: [{ step: 'Twee', by: 'x' }, { step: 'Een, maar anders' }] });
    });
  });
}
