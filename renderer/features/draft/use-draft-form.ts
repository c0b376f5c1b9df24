import { useCallback, useEffect } from 'react';
import { useDevice } from '#renderer/app/device-context.tsx';
import { useFormat } from '#renderer/app/use-format.ts';
import type { DraftStart } from '#renderer/components/form/use-draft-start.ts';
import { useRecordForm, type RecordForm, type RecordFormParts } from '#renderer/components/form/use-record-form.ts';
import type { Kept } from '#renderer/data/device.ts';
import type { Draft, KeepProblem } from '#renderer/data/views.ts';
import type { DossierId } from '#shared/domain/ids.ts';
import type { FormDefinition, FormValues } from '#shared/forms/form-definition.ts';
import type { Outcome } from '#shared/lib/outcome.ts';
import { useKeep, type Keeping } from './use-keep.ts';
import { useMoment } from './use-moment.ts';
import { useSentenceOf } from './use-sentence-of.ts';

export interface DraftFormParts {
  readonly start: DraftStart;
  /** Goes on with this draft; its id goes into the address, so that a reload after a crash finds it there. */
  readonly begin: (draftId: string) => void;
  readonly dossierId: DossierId;
  readonly form: Draft['form'];
  readonly definition: FormDefinition;
  /** What stands on the form at first: of the draft that was found, else how one begins. Also what no field asks and the draft must note. */
  readonly initial: FormValues;
  readonly judge: RecordFormParts['judge'];
  /** Builds the record and gives it to the device; only called when nothing stands in the way. */
  readonly keepNow: (form: RecordForm) => Promise<Outcome<Kept, KeepProblem>>;
}

export interface DraftForm extends RecordForm, Keeping {
  /** When what stood here before was saved [ms]; null where nobody has to be told. */
  readonly restoredAtMs: number | null;
  /** Leaves that draft be and begins anew. */
  readonly startOver: () => void;
}

/** A form about a record with its draft on this device, from the first letter until it is kept or thrown away. */
export function useDraftForm({ start, begin, dossierId, form: formName, definition, initial, judge, keepNow }: DraftFormParts): DraftForm {
  const device = useDevice();
  const { language } = useFormat();
  const moment = useMoment();
  const sentenceOf = useSentenceOf();
  const { draftId, found } = start;
  const form = useRecordForm({
    definition,
    language,
    moment,
    initial,
    savedAtMs: found?.savedAtMs ?? null,
    save: (values) => device.saveDraft({ draftId, dossierId, form: formName, values }),
    onBeforeLock: useCallback((save) => device.onBeforeLock(save), [device]),
    judge,
    sentenceOf,
  });
  const keeping = useKeep(device, draftId, form, () => keepNow(form));
  const { kind } = keeping.phase;
  const isSaved = form.saveState.kind === 'saved' && (kind === 'editing' || kind === 'keeping');
  useEffect(() => {
    if (isSaved) begin(draftId);
  }, [isSaved, begin, draftId]);
  return { ...form, ...keeping, restoredAtMs: found?.savedAtMs ?? null, startOver: () => begin(crypto.randomUUID()) };
}
