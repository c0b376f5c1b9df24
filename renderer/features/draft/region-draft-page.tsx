import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeliveredForms, UnusableForm } from '#shared/forms/delivered-forms.ts';
import type { FormDefinition } from '#shared/forms/form-definition.ts';
import { DraftPage, type DraftPageProps, type EditorProps } from './draft-page.tsx';
import { formVersionKey, useRegionForm } from './use-region-form.ts';

/** What an editor gets whose questions the region may publish anew. */
export interface RegionEditorProps extends EditorProps {
  /** The version that the draft was begun with, else today's. */
  readonly definition: FormDefinition;
  readonly unusable: readonly UnusableForm[];
}

export interface RegionDraftPageProps extends Omit<DraftPageProps, 'editor'> {
  /** Drawn once per draft: key it by the draft's id. */
  readonly editor: (props: RegionEditorProps) => ReactNode;
}

/** A page that makes a record with the form of this region: a draft goes on with the version it was begun with. */
export function RegionDraftPage({ editor, ...page }: RegionDraftPageProps) {
  const { t } = useTranslation('app');
  const forms = useRegionForm(page.form);
  return (
    <DraftPage
      {...page}
      editor={(props) =>
        forms === null ? <p className="visually-hidden">{t('loading')}</p> : editor({ ...props, definition: versionOf(forms, props.start.found?.values[formVersionKey]), unusable: forms.unusable })
      }
    />
  );
}

function versionOf({ versions, current }: DeliveredForms, begunWith: unknown): FormDefinition {
  return (typeof begunWith === 'number' ? versions.get(begunWith) : undefined) ?? current;
}
