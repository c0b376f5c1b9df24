import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import { FormProvider } from '#renderer/components/form/form-context.tsx';
import { useFormControl } from '#renderer/components/form/use-form-control.ts';
import { FormSections } from '#renderer/components/form/form-sections.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { useMoment } from '#renderer/features/draft/use-moment.ts';
import type { FormDefinition, FormValues } from '#shared/forms/form-definition.ts';
import { startValues } from '#shared/forms/read-form.ts';
import '#renderer/components/form/form.css';

/** The form as people will meet it: to be tried out, with its skipped questions and proposals. Nothing of it is kept. */
export function FormPreview({ definition }: { readonly definition: FormDefinition }) {
  const { t } = useTranslation('regiondocument');
  const { language } = useFormat();
  const moment = useMoment();
  const [values, setValues] = useState<FormValues>(() => startValues(definition));
  const control = useFormControl({ definition, language, moment, values, change: setValues, errorAt: noError, left: nothing });
  return (
    <section className="form-preview" aria-labelledby="form-preview-title">
      <Heading level={2} id="form-preview-title">
        {t('preview.title')}
      </Heading>
      <p>{t('preview.text')}</p>
      <FormProvider form={control}>
        <form className="form-page form-page__form" noValidate autoComplete="off" onSubmit={(event) => event.preventDefault()}>
          <FormSections />
        </form>
      </FormProvider>
    </section>
  );
}

const noError = () => null;
const nothing = () => undefined;
