import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import { AreaField } from '#renderer/components/form/area-field.tsx';
import { Button } from '#renderer/components/button.tsx';
import { FormSection } from '#renderer/components/form/form-section.tsx';
import { useForm } from '#renderer/components/form/form-context.tsx';
import { PlainFieldView } from '#renderer/components/form/plain-field.tsx';
import type { RecordView } from '#renderer/data/views.ts';
import { tasksAsTyped } from './start-of-measurement.ts';

/** A new measurement, or a short contact about the one that stands. Nothing to choose where nothing stands. */
export function OccasionFields({ earlier }: { readonly earlier: RecordView<'measurement'> | null }) {
  const { t } = useTranslation('measurement');
  const format = useFormat();
  const form = useForm();
  const result = earlier?.groups.result;
  const tasks = earlier?.groups.tasks;
  const isShort = form.values['occasion'] === 'short-contact';
  // Who chose a short contact and then another day can choose anew.
  if (result === undefined && !isShort) return null;
  const takesOver = isShort && tasks?.method === 'uniform-2021';
  const takeOver = () => {
    if (tasks === undefined) return;
    form.setValue(['regularPerformance'], tasks.regularPerformance);
    form.setValue(['hoofdtaken'], tasksAsTyped(tasks, format.language));
  };
  return (
    <FormSection sectionId="occasion">
      <PlainFieldView path={['occasion']} />
      <AreaField path={['occasionReason']} rows={1} />
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
