import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import type { Format } from '#renderer/app/use-format.ts';
import { DataList, type DataListItem } from '#renderer/components/data-list.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import type { DossierView } from '#renderer/data/views.ts';
import { municipalityName } from '#shared/domain/municipalities.ts';
import { BsnValue } from './bsn-value.tsx';

/** What is recorded of this person and the reader may see, in the order in which it is asked for. */
export function CandidateFacts({ dossier, format }: { readonly dossier: DossierView; readonly format: Format }) {
  const { t } = useTranslation(['candidate', 'words', 'report']);
  const { bsn, contact, registration, status } = dossier.candidate?.groups ?? {};
  const items: DataListItem[] = [];
  const add = (key: string, value: DataListItem['value']) => {
    if (value !== '' && value !== null) items.push({ key, label: t(`facts.${key}`), value });
  };
  if (contact !== undefined) {
    add('phone', contact.phone);
    add('email', contact.email);
    add('address', addressOf(contact));
  }
  if (registration !== undefined) add('municipality', municipalityName(registration.municipality));
  if (status !== undefined) {
    add('group', `${status.candidateGroup} ${t(`words:candidateGroup.${status.candidateGroup}`)}`);
    add('regeling', t(`words:regeling.${status.regeling}`));
    add('relation', t(`words:labourMarketRelation.${status.labourMarketRelation}`));
    add('selfReliance', `${status.selfReliance} ${t(`words:selfReliance.${status.selfReliance}`)}`);
    add('prioritair', status.prioritair ? t('facts.yes') : t('facts.no'));
  }
  if (registration !== undefined) {
    add('entrance', t(`words:entrance.${registration.entrance}`));
    add('registeredOn', format.day(registration.registeredOn));
    add('closedOn', registration.closedOn === null ? null : format.day(registration.closedOn));
  }
  if (bsn !== undefined) add('bsn', <BsnValue dossierId={dossier.dossierId} bsn={bsn.bsn} />);
  if (items.length === 0) return null;
  return (
    <section className="candidate__section">
      <Heading level={2}>{t('facts.title')}</Heading>
      <DataList items={items} />
      {bsn !== undefined && (
        <p>
          <TextLink to={paths.indication(dossier.dossierId)}>{t('report:indication.open')}</TextLink>
        </p>
      )}
    </section>
  );
}

function addressOf(contact: { readonly street: string; readonly postcode: string; readonly place: string }): string {
  return [contact.street, [contact.postcode, contact.place].filter((part) => part !== '').join(' ')].filter((part) => part !== '').join(', ');
}
