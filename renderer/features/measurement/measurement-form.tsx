import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaField } from '#renderer/components/form/area-field.tsx';
import { FormRow, FormSection } from '#renderer/components/form/form-section.tsx';
import { useForm } from '#renderer/components/form/form-context.tsx';
import { ListField } from '#renderer/components/form/list-field.tsx';
import { PlainFieldView } from '#renderer/components/form/plain-field.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { useSentenceOf } from '#renderer/features/draft/use-sentence-of.ts';
import type { RecordView } from '#renderer/data/views.ts';
import type { LoonwaardeMethod } from '#shared/domain/loonwaarde/methods.ts';
import type { Day } from '#shared/lib/calendar.ts';
import { FunctionSection } from './function-section.tsx';
import { NextMeasurement } from './next-measurement.tsx';
import { OccasionFields } from './occasion-fields.tsx';
import { TaskItem } from './task-item.tsx';
import { noCheck, type LiveLoonwaarde } from './task-checks.ts';

export interface MeasurementFormProps {
  readonly live: LiveLoonwaarde;
  readonly visitedOn: Day | null;
  readonly beschutWerk: boolean;
  /** The measurement that a short contact could confirm. */
  readonly earlier: RecordView<'measurement'> | null;
  /** 2015-2016: the loonwaarde was a share of the wage of the function. */
  readonly asksFunctieloon: boolean;
  readonly method: LoonwaardeMethod;
  readonly certificate: ReactNode;
}

/** The questions of the uniform method, in the order of a visit to the work place. */
export function MeasurementForm({ live, visitedOn, beschutWerk, earlier, asksFunctieloon, method, certificate }: MeasurementFormProps) {
  const { t } = useTranslation('measurement');
  const { values } = useForm();
  const sentenceOf = useSentenceOf();
  return (
    <>
      <OccasionFields earlier={earlier} />
      <FormSection sectionId="visit">
        <PlainFieldView path={['visitedOn']} />
        <FormRow>
          <PlainFieldView path={['employerName']} />
          <PlainFieldView path={['contactPerson']} />
        </FormRow>
        <FormRow>
          <PlainFieldView path={['contactEmail']} />
          <PlainFieldView path={['employerInterviewee']} />
        </FormRow>
      </FormSection>
      <FunctionSection asksFunctieloon={asksFunctieloon} />
      <FormSection sectionId="tasks">
        <PlainFieldView path={['regularPerformance']} />
        {values['regularPerformance'] !== true && (
          <ListField
            listId="hoofdtaken"
            legend="hidden"
            item={(position) => <TaskItem position={position} check={live.checks[position] ?? noCheck} method={method} timed />}
          />
        )}
        {live.checks.some(({ severalLow, sameTwice }) => severalLow && !sameTwice) && <p className="double-counting">{sentenceOf({ code: 'loonwaarde.maybeCountedTwice' })}</p>}
      </FormSection>
      <FormSection sectionId="views">
        <AreaField path={['employeeView']} rows={3} />
        <AreaField path={['employerView']} rows={3} />
      </FormSection>
      <FormSection sectionId="next">
        <NextMeasurement visitedOn={visitedOn} beschutWerk={beschutWerk} />
      </FormSection>
      <FormSection sectionId="expert">
        <FormRow>
          <PlainFieldView path={['expertName']} />
          <PlainFieldView path={['expertPhone']} />
        </FormRow>
        {certificate}
      </FormSection>
      <section className="form-section" aria-labelledby="final-title">
        <Heading level={2} id="final-title">
          {t('final.title')}
        </Heading>
        <p>{t('final.text')}</p>
      </section>
    </>
  );
}
