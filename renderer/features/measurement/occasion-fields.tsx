import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { AreaField } from '#renderer/components/form/area-field.tsx';
import { Button } from '#renderer/components/button.tsx';
import { FormSection } from '#renderer/components/form/form-section.tsx';
import { useForm } from '#renderer/components/form/form-context.tsx';
import { PlainFieldView } from '#renderer/components/form/plain-field.tsx';
import type { RecordView } from '#renderer/data/views.ts';
import { measurementFormV2 } from '#shared/forms/measurement.v2.ts';
import { canonicalJson, type JsonValue } from '#shared/lib/canonical-json.ts';
import { emptyTask, tasksAsTyped } from './start-of-measurement.ts';

/** A new measurement, or a short contact about the one that stands. Nothing to choose where nothing stands. */
export function OccasionFields({ earlier }: { readonly earlier: RecordView<'measurement'> | null }) {
  const { t } = useTranslation('measurement');
  const format = useFormat();
  const form = useForm();
  const announce = useAnnounce();
  const result = earlier?.groups.result;
  const tasks = earlier?.groups.tasks;
  const isShort = form.values['occasion'] === 'short-contact';
  // Who chose a short contact and then another day can choose anew.
  if (result === undefined && !isShort) return null;
  const takesOver = isShort && tasks?.method === 'uniform-2021';
  const beginsWith = !isShort && tasks?.method === 'uniform-2021' && tasks.hoofdtaken.length > 0 && nothingTyped(form.values['hoofdtaken']);
  const takeOver = () => {
    if (tasks === undefined) return;
    form.setValue(['regularPerformance'], tasks.regularPerformance);
    form.setValue(['hoofdtaken'], tasksAsTyped(tasks, format.language));
  };
  // What was measured then is not: whoever sees it while measuring measures it again.
  const begin = () => {
    if (tasks === undefined) return;
    const numbered = tasksAsTyped(tasks, format.language);
    form.setValue(['hoofdtaken'], numbered.map(({ name, aandeel }) => ({ ...emptyTask(measurementFormV2), name, aandeel })));
    announce(t('occasion.begun', { count: numbered.length }));
  };
  return (
    <FormSection sectionId="occasion">
      <PlainFieldView path={['occasion']} />
      <AreaField path={['occasionReason']} rows={1} />
      {beginsWith && result !== undefined && (
        <div className="occasion__earlier">
          <p>{t('occasion.same', { day: format.dayInWords(result.visitedOn) })}</p>
          <Button appearance="secondary" onClick={begin}>
            {t('occasion.begin')}
          </Button>
        </div>
      )}
      {isShort && result !== undefined && (
        <div className="occasion__earlier">
          <p>{t('occasion.earlier', { loonwaarde: result.loonwaarde, day: format.dayInWords(result.visitedOn) })}</p>
          {takesOver && (
            <Button appearance="secondary" onClick={takeOver}>
              {t('occasion.takeOver')}
            </Button>
          )}
        </div>
      )}
    </FormSection>
  );
}

/** As long as every task is empty: what somebody typed or counted is never overwritten. */
function nothingTyped(tasks: unknown): boolean {
  const empty = canonicalJson(emptyTask(measurementFormV2) as JsonValue);
  return Array.isArray(tasks) && tasks.every((task: unknown) => canonicalJson(task as JsonValue) === empty);
}
