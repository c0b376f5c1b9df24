import { useRef, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert } from '#renderer/components/alert.tsx';
import { Button } from '#renderer/components/button.tsx';
import type { AddPhotos, PhotoProblem } from './use-add-photos.ts';

/** One button; on a phone or tablet it opens the camera, elsewhere the folders. */
export function PhotoPicker({ photos }: { readonly photos: AddPhotos }) {
  const { t } = useTranslation('attachment');
  const input = useRef<HTMLInputElement>(null);
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    photos.add([...(event.target.files ?? [])]);
    // The same file again is a new choice.
    event.target.value = '';
  };
  return (
    <div className="photo-picker">
      <input ref={input} hidden type="file" accept="image/*" capture="environment" multiple aria-label={t('add')} onChange={take} />
      <Button busy={photos.busy} onClick={() => input.current?.click()}>
        {photos.busy ? t('adding') : t('add')}
      </Button>
      {photos.problems.length > 0 && (
        <Alert kind="error" role="alert">
          {photos.problems.map((each) => (
            <Problem key={each.name} {...each} />
          ))}
        </Alert>
      )}
    </div>
  );
}

function Problem({ problem, name }: PhotoProblem) {
  const { t } = useTranslation('attachment');
  return <p>{t(`problem.${problem.kind}`, { name, megabytes: problem.kind === 'too-large' ? Math.floor(problem.maximumBytes / 1024 ** 2) : 0 })}</p>;
}
