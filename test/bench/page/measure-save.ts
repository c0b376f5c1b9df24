import { regionDossierId, type UserId } from '#shared/domain/ids.ts';
import { keep, newRecordId, type KeepParts } from '#renderer/data/commands/keep.ts';
import { createCipher } from '#renderer/data/db/cipher.ts';
import { openDossier } from '#renderer/data/db/dossier-content.ts';
import { openUserDatabase } from '#renderer/data/db/user-database.ts';
import { createDexieKeptWork } from '#renderer/data/journal/kept-work.ts';
import { createOpfsJournalFiles } from '#renderer/data/journal/opfs-journal-files.ts';
import { createLineSeal } from '#renderer/data/journal/seal-line.ts';
import { startJournal } from '#renderer/data/journal/start-journal.ts';
import { openOutbox } from '#renderer/data/queries/open-outbox.ts';
import { systemClock, systemRandomness } from '#renderer/platform/system.ts';
import { theDevice } from './device.ts';

/**
 * Keeps visits as a person does, one after the other, spread over the caseload: judged, signed, sealed, strictly
 * committed, journalled and flushed. @returns how long each took [ms]
 */
export async function keepVisits(count: number): Promise<readonly number[]> {
  const { userId, keys, sealing } = theDevice();
  const database = openUserDatabase(userId, 'strict');
  const cipher = createCipher(keys.dataKey);
  const started = await startJournal({ userId, seal: createLineSeal(sealing), files: createOpfsJournalFiles(), work: createDexieKeptWork(database, cipher) });
  const { journal } = started;
  const dossiers = (await database.dossiers.toCollection().primaryKeys()).filter((id) => id !== regionDossierId);
  const candidates = [];
  for (const id of dossiers) {
    if (candidates.length >= Math.min(count, 200)) break;
    const row = await database.dossiers.get(id);
    if (row !== undefined && (await openDossier(cipher, row)).records.some((record) => record.kind === 'candidate')) candidates.push(id);
  }
  const parts: KeepParts = {
    database,
    cipher,
    clock: systemClock,
    randomness: systemRandomness,
    identity: sealing.identity,
    sign: sealing.sign,
    async writeSecondCopy(operation, keptAtMs) {
      if (journal === null) return false;
      await journal.append(operation, keptAtMs);
      return true;
    },
    withdrawSecondCopy: () => Promise.resolve(),
  };
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const dossierId = candidates[index % candidates.length];
    if (dossierId === undefined) throw new Error('no candidate to visit');
    const begun = performance.now();
    const kept = await keep(parts, { record: { dossierId, recordId: newRecordId(systemRandomness), kind: 'visit' }, payload: visit(userId, index), draftId: null });
    times.push(performance.now() - begun);
    if (!kept.ok) throw new Error(`not kept: ${JSON.stringify(kept.problem)}`);
    if (!kept.value.secondCopy) throw new Error('a save without its second copy is not what is measured');
  }
  started.close();
  database.close();
  return times;
}

const visit = (userId: UserId, index: number) => ({
  facts: { heldOn: '2026-11-20', beganAt: '09:30', durationMinutes: 45, candidateMinutes: 45, place: 'werkplek', attendees: 'beiden', activity: 'begeleiding-op-het-werk', risk: 'goed', sickLeave: false, nextContactOn: '2026-12-11', placementId: null, heldBy: userId },
  note: { form: { id: 'visit', version: 1 }, observations: `${index}. ${'Werkt rustig door als de taken van tevoren op het bord staan. '.repeat(12)}`, goals: [{ goal: 'Zelf hulp vragen', progress: 'loopt' }], agreements: [], contactPerson: 'P. Smits' },
});

/** What waits to be sent, as it will be sent: the rows of the bare insert. */
export async function keptOperations(): Promise<readonly object[]> {
  const { userId, keys } = theDevice();
  const database = openUserDatabase(userId, 'strict');
  const pending = await openOutbox(createCipher(keys.dataKey), await database.outbox.toArray());
  database.close();
  return pending.map(({ operation }) => operation);
}
