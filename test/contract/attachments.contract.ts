import { beforeEach, describe, expect, test } from 'vitest';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import type { Outcome, PushAnswer } from '#shared/sync/protocol.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import type { AttachmentContent } from '#server/sync/server-store.ts';
import { attachmentGroups, candidateGroups, nextId, nextUuid, person, visitGroups } from './server-builders.ts';
import { Client, type ServerShelf } from './server-harness.ts';

/** What every shelf of the server must hold to about records whose content comes by another way. */
export function attachmentContract(name: string, freshShelf: () => Promise<ServerShelf>): void {
  describe(`attachments on ${name}`, () => {
    let shelf: ServerShelf;
    let coach: Client;
    let otherCoach: Client;
    let consultant: Client;
    let manager: Client;
    let dossierId: DossierId;

    beforeEach(async () => {
      shelf = await freshShelf();
      const users = [
        person(shelf.region, 'jobcoach-een', 'jobcoach'),
        person(shelf.region, 'jobcoach-twee', 'jobcoach'),
        person(shelf.region, 'consulent-een', 'consultant', ['GM0268']),
        person(shelf.region, 'manager-een', 'manager'),
      ] as const;
      await shelf.addUsers(users);
      [coach, otherCoach, consultant, manager] = await Promise.all([Client.signIn(shelf, users[0]), Client.signIn(shelf, users[1]), Client.signIn(shelf, users[2]), Client.signIn(shelf, users[3])]);
      dossierId = nextId<DossierId>('dossier');
      await consultant.settle([consultant.device.operation({ kind: 'candidate', dossierId, recordId: nextId<RecordId>('candidate'), payload: candidateGroups() })]);
    });

    const photo = (over: Parameters<typeof attachmentGroups>[0] = {}, client = coach): SignedOperation =>
      client.device.operation({ kind: 'attachment', dossierId, recordId: nextUuid() as RecordId, payload: attachmentGroups(over) });
    const contentOf = (operation: SignedOperation, over: Partial<AttachmentContent> = {}): AttachmentContent => {
      const { mediaType, sizeBytes, sha256 } = operation.payload['facts'] as unknown as AttachmentContent;
      return { attachmentId: operation.record.recordId, dossierId, userId: operation.userId, mediaType, sizeBytes, sha256, refusal: null, ...over };
    };
    const answersOf = (answers: readonly PushAnswer[]) => answers.map(({ answer }) => answer);
    const codesOf = (outcome: Outcome | undefined) => (outcome?.outcome === 'refused' ? outcome.violations.map(({ code }) => code) : outcome);

    test('[ATT1] [PUSH2] an attachment is answered `later` until its content is whole; what stands around it in the batch is settled', async () => {
      const before = coach.device.operation({ kind: 'visit', dossierId, recordId: nextId<RecordId>('visit'), payload: visitGroups() });
      const waiting = photo();
      const after = coach.device.operation({ kind: 'visit', dossierId, recordId: nextId<RecordId>('visit'), payload: visitGroups() });
      expect(answersOf(await coach.push([before, waiting, after]))).toEqual(['received', 'later', 'received']);
      const page = await coach.pull();
      expect(page.tail.outcomes.map(({ opId }) => opId)).toEqual([before.opId, after.opId]);
      expect(page.records.map(({ kind }) => kind)).not.toContain('attachment');

      await shelf.addContent(contentOf(waiting));
      expect(await coach.settle([waiting])).toMatchObject([{ outcome: 'applied', recordId: waiting.record.recordId }]);
      expect((await consultant.page(0, null)).records.find(({ recordId }) => recordId === waiting.record.recordId)?.groups['facts']?.data).toEqual(waiting.payload['facts']);
    });

    test('[ATT1] asking again and again moves nothing: other devices have nothing to fetch', async () => {
      const { cursor } = (await coach.pull()).tail;
      for (let time = 0; time < 3; time += 1) expect(answersOf(await coach.push([photo()]))).toEqual(['later']);
      expect((await coach.pull()).tail.cursor).toBe(cursor);
    });

    test('[ATT1] a change of an attachment that waits, waits with it', async () => {
      const first = photo();
      const change = coach.device.operation({ ...first.record, payload: attachmentGroups({ description: 'De werkbank, nu verhoogd' }), base: { facts: { afterOp: first.opId } } });
      expect(answersOf(await coach.push([first, change]))).toEqual(['later', 'later']);
      expect(answersOf(await coach.push([change]))).toEqual(['later']);
      await shelf.addContent(contentOf(first));
      expect(await coach.settle([first, change])).toMatchObject([{ outcome: 'applied' }, { outcome: 'applied' }]);
    });

    test('[ATT2] facts that do not fit the content are refused, also in a later change', async () => {
      const other = photo();
      await shelf.addContent(contentOf(other, { sha256: 'b2'.repeat(32) }));
      const [outcome] = await coach.settle([other]);
      expect(codesOf(outcome)).toEqual(['attachment.otherContent']);

      const right = photo();
      await shelf.addContent(contentOf(right));
      const [applied] = await coach.settle([right]);
      const base = { facts: { epoch: 1, n: (applied as Extract<Outcome, { outcome: 'applied' }>).n } };
      const swapped = coach.device.operation({ ...right.record, payload: attachmentGroups({ sha256: 'b2'.repeat(32) }), base });
      expect(codesOf((await coach.settle([swapped]))[0])).toEqual(['attachment.otherContent']);
      const described = coach.device.operation({ ...right.record, payload: attachmentGroups({ description: 'Van opzij' }), base });
      expect(await coach.settle([described])).toMatchObject([{ outcome: 'applied' }]);
    });

    test('[ATT2] nobody puts their name under a content that another sent', async () => {
      const operation = photo();
      await shelf.addContent(contentOf(operation, { userId: consultant.user.userId }));
      expect(codesOf((await coach.settle([operation]))[0])).toEqual(['attachment.otherContent']);
      const second = nextId<DossierId>('dossier');
      await consultant.settle([consultant.device.operation({ kind: 'candidate', dossierId: second, recordId: nextId<RecordId>('candidate'), payload: candidateGroups() })]);
      const elsewhere = photo();
      await shelf.addContent(contentOf(elsewhere, { dossierId: second }));
      expect(codesOf((await coach.settle([elsewhere]))[0])).toEqual(['attachment.otherContent']);
    });

    test('[ATT7] a content that is nothing we keep settles its operation as refused, with the reason', async () => {
      const operation = photo();
      await shelf.addContent(contentOf(operation, { refusal: 'attachment.otherType' }));
      expect(await coach.settle([operation])).toMatchObject([{ outcome: 'refused', reason: 'invalid', violations: [{ code: 'attachment.otherType' }] }]);
    });

    test('[APPLY4] [APPLY5] [APPLY6] what would be refused anyway does not wait for a content', async () => {
      const tooLarge = photo({ sizeBytes: 31 * 1024 * 1024 });
      const foreign = photo({}, otherCoach);
      const counted = photo({}, manager);
      const named = coach.device.operation({ kind: 'attachment', dossierId, recordId: 'foto-1' as RecordId, payload: attachmentGroups() });
      expect(codesOf((await coach.settle([tooLarge]))[0])).toEqual(['attachment.tooLarge']);
      expect(codesOf((await coach.settle([named]))[0])).toEqual(['id.invalid']);
      expect((await otherCoach.settle([foreign]))[0]).toMatchObject({ outcome: 'refused', reason: 'not-allowed' });
      expect((await manager.settle([counted]))[0]).toMatchObject({ outcome: 'refused', reason: 'not-allowed' });
      const own = photo();
      await shelf.addContent(contentOf(own));
      const [applied] = await coach.settle([own]);
      const byAnother = consultant.device.operation({ ...own.record, payload: attachmentGroups({ description: 'Anders' }), base: { facts: { epoch: 1, n: (applied as Extract<Outcome, { outcome: 'applied' }>).n } } });
      expect((await consultant.settle([byAnother]))[0]).toMatchObject({ outcome: 'refused', reason: 'not-author' });
    });

    test('[FGT2] [ATT1] reach that ended: it waits for its content all the same, and then lies with those now responsible', async () => {
      const operation = photo();
      const { records } = await consultant.page(0, null);
      const candidate = records.find(({ kind }) => kind === 'candidate');
      const team = consultant.device.operation({
        kind: 'candidate', dossierId, recordId: candidate?.recordId ?? nextId<RecordId>('candidate'), payload: { team: { jobcoach: 'jobcoach-twee', consultant: null, expert: null } },
        base: { team: candidate?.groups['team']?.version ?? null },
      });
      expect(await consultant.settle([team])).toMatchObject([{ outcome: 'applied' }]);
      expect(answersOf(await coach.push([operation]))).toEqual(['later']);
      await shelf.addContent(contentOf(operation));
      expect(await coach.settle([operation])).toMatchObject([{ outcome: 'handed-over', recordId: operation.record.recordId }]);
      const [handover] = (await otherCoach.page(0, null)).records.filter(({ kind }) => kind === 'handover');
      expect(handover?.groups['content']?.data).toEqual(operation.payload);
      expect((await otherCoach.page(0, null)).records.map(({ kind }) => kind)).not.toContain('attachment');
    });

    test('[PULL2] a manager sees no photos', async () => {
      const operation = photo();
      await shelf.addContent(contentOf(operation));
      await coach.settle([operation]);
      const page = await manager.page(0, null);
      expect(page.records.length).toBeGreaterThan(0);
      expect(page.text).not.toContain('werkbank');
      expect(page.records.map(({ kind }) => kind)).not.toContain('attachment');
    });
  });
}
