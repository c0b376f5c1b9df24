import { useTranslation } from 'react-i18next';
import { paths } from '#renderer/app/paths.ts';
import type { Format } from '#renderer/app/use-format.ts';
import { Heading } from '#renderer/components/heading.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import type { DossierView, RecordView } from '#renderer/data/views.ts';
import { laterWords, type LaterWord, type VisitAgreement } from '#shared/domain/coaching/open-agreements.ts';

/** What was agreed at a visit, and what the visits after it made of that. */
export function VisitAgreements({ record, dossier, format }: { readonly record: RecordView<'visit'>; readonly dossier: DossierView; readonly format: Format }) {
  const { t } = useTranslation(['candidate', 'words']);
  const agreements = record.groups.note?.agreements ?? [];
  if (agreements.length === 0) return null;
  const later = laterWords(dossier.visits, record.recordId);
  return (
    <section className="candidate__section">
      <Heading level={2}>{t('visit.agreements')}</Heading>
      <ul className="visit-view__agreements">
        {agreements.map((agreement, index) => (
          <li key={agreement.id ?? `${agreement.what} ${agreement.owner}`}>
            <p>{agreement.what}</p>
            <Told agreement={agreement} format={format} />
            {later[index]?.map((word) => (
              <Later key={word.visitId} word={word} dossier={dossier} format={format} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Told({ agreement: { owner, dueOn, outcome }, format }: { readonly agreement: VisitAgreement; readonly format: Format }) {
  const { t } = useTranslation(['candidate', 'words']);
  // What is still open needs no word: that is what an agreement is.
  const became = outcome === undefined || outcome === 'open' ? null : t(`words:agreementOutcome.${outcome}`).toLowerCase();
  const due = dueOn === null ? null : `${t('visit.agreementDue').toLowerCase()} ${format.dayInWords(dueOn)}`;
  return <p className="visit-view__detail">{[t(`words:agreementOwner.${owner}`), due, became].filter((part) => part !== null).join(', ')}</p>;
}

function Later({ word: { visitId, heldOn, outcome, movedTo }, dossier, format }: { readonly word: LaterWord; readonly dossier: DossierView; readonly format: Format }) {
  const { t } = useTranslation(['candidate', 'words']);
  const moved = movedTo === undefined ? null : movedTo === null ? t('visit.later.noDay') : t('visit.later.moved', { day: format.dayInWords(movedTo) });
  // That it was open still is told by its new day, where it got one; what an earlier form never asked, nobody said.
  const became = outcome === undefined || (outcome === 'open' && moved !== null) ? null : t(`words:agreementOutcome.${outcome}`).toLowerCase();
  const said = [became, moved].filter((part) => part !== null).join(', ');
  return (
    <p className="visit-view__later">
      <TextLink to={paths.visit(dossier.dossierId, visitId)}>{heldOn === null ? t('visit.later.visit') : t('visit.later.on', { day: format.dayInWords(heldOn) })}</TextLink>
      {said !== '' && `: ${said}`}
    </p>
  );
}
