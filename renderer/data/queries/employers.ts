import { regionDossierId, type DossierId } from '#shared/domain/ids.ts';
import { openDossier } from '../db/dossier-content.ts';
import type { Cipher } from '../db/cipher.ts';
import type { UserDatabase } from '../db/user-database.ts';
import type { CaseloadState, EmployerLine } from '../views.ts';
import type { Live } from '../live.ts';
import { foldDossier, ofKind } from './fold-dossier.ts';
import { openOutbox } from './open-outbox.ts';

/**
 * The region's employers on this device, by name. Only their own files are opened: of many thousand candidates none is.
 * @param candidates the files of candidates, known once the caseload was read
 */
export async function readEmployers(database: UserDatabase, cipher: Cipher, candidates: ReadonlySet<DossierId>): Promise<readonly EmployerLine[]> {
  const [rows, outbox] = await database.transaction('r', [database.dossiers, database.outbox], async () => {
    const ids = await database.dossiers.toCollection().primaryKeys();
    const others = ids.filter((dossierId) => dossierId !== regionDossierId && !candidates.has(dossierId));
    return Promise.all([database.dossiers.bulkGet(others), database.outbox.where('dossierId').anyOf(others).toArray()]);
  });
  const pending = await openOutbox(cipher, outbox);
  const files = await Promise.all(
    rows.map(async (row) => {
      // A box that does not open is found and said elsewhere; one employer less must not hide the others.
      const records = row === undefined ? [] : await openDossier(cipher, row).then((content) => content.records, () => []);
      const views = foldDossier({ records, pending: pending.filter(({ operation }) => operation.record.dossierId === row?.dossierId), receipts: [] });
      return ofKind(views, 'employer').flatMap(({ dossierId, recordId, groups: { identity, contacts } }): EmployerLine[] =>
        identity === undefined ? [] : [{ dossierId, recordId, name: identity.name, place: identity.place, people: (contacts?.people ?? []).map(({ name, jobTitle, phone }) => ({ name, jobTitle, phone })) }],
      );
    }),
  );
  return files.flat().toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
}

/** @returns the files of candidates, as soon as the caseload knows them @throws Error when it cannot be read */
export function candidatesOf(caseload: Live<CaseloadState>): Promise<ReadonlySet<DossierId>> {
  return new Promise((resolve, reject) => {
    let stop = (): void => undefined;
    const look = () => {
      const state = caseload.current();
      if (state.kind === 'loading') return;
      stop();
      if (state.kind === 'failed') reject(new Error('candidatesOf: the caseload cannot be read'));
      else resolve(new Set(state.rows.map(({ dossierId }) => dossierId)));
    };
    stop = caseload.subscribe(look);
    look();
  });
}
