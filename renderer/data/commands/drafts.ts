import type { Clock } from '#shared/lib/clock.ts';
import { failure, success, type Outcome } from '#shared/lib/outcome.ts';
import type { Cipher } from '../db/cipher.ts';
import { isDraftKept } from '../db/is-draft-kept.ts';
import { placeOf } from '../db/places.ts';
import type { UserDatabase } from '../db/user-database.ts';
import { changingForms, type Draft } from '../views.ts';

interface DraftParts {
  readonly database: UserDatabase;
  readonly cipher: Cipher;
  readonly clock: Clock;
}

/** Saves what was typed, valid or not, boxed, in a strict transaction. */
export async function saveDraft({ database, cipher, clock }: DraftParts, draft: Omit<Draft, 'savedAtMs'>): Promise<Outcome<{ readonly savedAtMs: number }, { readonly kind: 'storage' | 'already-kept' }>> {
  const { draftId, dossierId, form, values } = draft;
  try {
    const box = await cipher.seal(placeOf.draft(draftId), { form, values });
    const savedAtMs = clock.nowMs();
    const isSaved = await database.transaction('rw', [database.drafts, database.outbox, database.receipts], async () => {
      // A save that comes late must not bring back a draft that was kept: it has become this record.
      // The draft of a move has the name of the appointment that it moves, which was kept long ago.
      if (!changingForms.includes(form) && (await isDraftKept(database, dossierId, draftId))) return false;
      await database.drafts.put({ draftId, dossierId, savedAtMs, box });
      return true;
    });
    // Never called saved: somebody goes on typing in another window, or came back to the address of what they kept.
    if (!isSaved) return failure({ kind: 'already-kept' });
    return success({ savedAtMs });
  } catch (error) {
    if (error instanceof Error) return failure({ kind: 'storage' });
    throw error;
  }
}

/** @param leaveOut takes it out of the copies outside the database first: whatever stops in between, it does not come back when it is gone */
export async function discardDraft({ database }: Pick<DraftParts, 'database'>, draftId: string, leaveOut: (draftId: string) => Promise<void> = () => Promise.resolve()): Promise<void> {
  await leaveOut(draftId);
  await database.drafts.delete(draftId);
}
