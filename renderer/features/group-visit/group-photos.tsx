import { Checkbox } from '@utrecht/checkbox-react';
import { useTranslation } from 'react-i18next';
import { Alert } from '#renderer/components/alert.tsx';
import { elementIdOf } from '#renderer/components/form/form-context.tsx';
import type { RecordForm } from '#renderer/components/form/use-record-form.ts';
import type { AttachmentDraft } from '#renderer/data/views.ts';
import type { WaitingPhotos } from '#renderer/features/attachment/use-waiting-photos.ts';
import { VisitPhotos } from '#renderer/features/attachment/visit-photos.tsx';
import { namesMentioned } from '#shared/domain/names-mentioned.ts';
import { groupVisitPlace } from './group-draft.ts';
import { chosenFor, photoPath } from './group-photos-of-form.ts';
import type { GroupMember } from './group-visit-of-form.ts';

export interface GroupPhotosProps {
  readonly draftId: string;
  readonly waiting: WaitingPhotos;
  readonly members: readonly GroupMember[];
  readonly names: readonly string[];
  readonly form: Pick<RecordForm, 'autosave' | 'values' | 'attempt'>;
}

/** Photos of the work place: taken once, and put into the files of those whose place it is. Nobody is chosen beforehand. */
export function GroupPhotos({ draftId, waiting, members, names, form }: GroupPhotosProps) {
  const { t } = useTranslation('groupvisit');
  return (
    <VisitPhotos
      dossierId={groupVisitPlace}
      draftId={draftId}
      waiting={waiting}
      form={form}
      status={t('photos.status')}
      aboutPhoto={(draft, number) => <ForWhom draft={draft} number={number} members={members} names={names} choose={waiting.choose} wrong={form.attempt > 0} />}
    />
  );
}

interface ForWhomProps {
  readonly draft: AttachmentDraft;
  readonly number: number;
  readonly members: readonly GroupMember[];
  readonly names: readonly string[];
  readonly choose: WaitingPhotos['choose'];
  /** Keeping was tried: what is missing is said. */
  readonly wrong: boolean;
}

function ForWhom({ draft, number, members, names, choose, wrong }: ForWhomProps) {
  const { t } = useTranslation('groupvisit');
  const chosen = chosenFor(draft, members);
  const elementId = elementIdOf(photoPath(draft));
  const missing = wrong && chosen.length === 0;
  const mentioned = otherNames(draft, members);
  return (
    <>
      <fieldset id={elementId} className="photo-people" aria-describedby={missing ? `${elementId}-error` : undefined}>
        <legend>{t('photos.forWhom', { number })}</legend>
        {members.map(({ key, dossierId }, index) => (
          <label key={key} className="photo-people__person">
            <Checkbox
              checked={chosen.includes(dossierId)}
              onChange={({ target }) => choose(draft.attachmentId, target.checked ? [...chosen, dossierId] : chosen.filter((each) => each !== dossierId))}
            />
            <span>{names[index]}</span>
          </label>
        ))}
        {missing && (
          <p id={`${elementId}-error`} className="photo-people__missing">
            {t('photos.nobody')}
          </p>
        )}
      </fieldset>
      {mentioned.length > 0 && (
        <Alert kind="warning" title={t('photos.mentions', { names: mentioned.join(', ') })}>
          <p>{t('photos.mentionsWhy')}</p>
        </Alert>
      )}
    </>
  );
}

/** Names in the description that would be read in the file of somebody else. */
function otherNames({ description, people }: AttachmentDraft, members: readonly GroupMember[]): readonly string[] {
  const others = members.filter(({ dossierId }) => people.some((person) => person !== dossierId));
  return namesMentioned(
    description,
    others.flatMap(({ dossier }) => {
      const identity = dossier.candidate?.groups.identity;
      return identity === undefined ? [] : [identity.givenName, identity.familyName];
    }),
  );
}
