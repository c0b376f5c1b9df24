import type { DossierId } from '#shared/domain/ids.ts';
import type { UserDatabase } from './user-database.ts';

/** Whether it became a record, or a change of one: under its name nothing is saved again. */
export async function isDraftKept(database: UserDatabase, dossierId: DossierId, draftId: string): Promise<boolean> {
  const isThis = (row: { readonly recordId: string }) => row.recordId === draftId;
  return (await database.outbox.where('dossierId').equals(dossierId).filter(isThis).count()) + (await database.receipts.where('dossierId').equals(dossierId).filter(isThis).count()) > 0;
}
