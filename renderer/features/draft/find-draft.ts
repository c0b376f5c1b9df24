import type { UnlockedDevice } from '#renderer/data/device.ts';
import type { Live, Loaded } from '#renderer/data/live.ts';
import { changingForms, type Draft } from '#renderer/data/views.ts';
import type { DossierId } from '#shared/domain/ids.ts';

/**
 * The draft to go on with: the one asked for, else the newest of this form in this file, which a crash may have left.
 * @param fits which of them, where one form is asked in several places
 * @returns null: there is none, or it cannot be read; `kept`: what was asked for has become a record
 */
export async function findDraft(device: UnlockedDevice, dossierId: DossierId, form: Draft['form'], wanted: string | null, fits: (draft: Draft) => boolean = () => true): Promise<Draft | 'kept' | null> {
  if (wanted !== null) {
    const draft = await device.readDraft(wanted);
    if (draft !== null && draft.dossierId === dossierId && draft.form === form && fits(draft)) return draft;
    // What is changed again and again has a draft of its own name.
    return !changingForms.includes(form) && (await device.isDraftKept(dossierId, wanted)) ? 'kept' : null;
  }
  const drafts = await firstRead(device.drafts(dossierId));
  return drafts?.find((draft) => draft.form === form && fits(draft)) ?? null;
}

/** @returns the first value that was read, or null when it could not be */
function firstRead<Value>(live: Live<Loaded<Value>>): Promise<Value | null> {
  return new Promise((resolve) => {
    let stop = (): void => undefined;
    const look = (): boolean => {
      const loaded = live.current();
      if (loaded.kind === 'loading') return false;
      resolve(loaded.kind === 'ready' ? loaded.value : null);
      stop();
      return true;
    };
    stop = live.subscribe(() => void look());
    look();
  });
}
