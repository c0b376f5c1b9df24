import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { useDevice, useDossier, useLive } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { ActionLink } from '#renderer/components/action-link.tsx';
import { Alert } from '#renderer/components/alert.tsx';
import { BackLink } from '#renderer/components/back-link.tsx';
import { DataList } from '#renderer/components/data-list.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import { recordsOf, type CaseloadRow, type RecordView } from '#renderer/data/views.ts';
import { RiskBadge } from '#renderer/features/candidate/risk-badge.tsx';
import { VersionsPanel } from '#renderer/features/sync/versions-panel.tsx';
import { useDossierId } from '#renderer/features/candidate/use-dossier-id.ts';
import { groupsOfRole } from '#shared/domain/rights.ts';
import { peopleAt } from './people-at.ts';
import './employer.css';

/** A company as it is known here: how to reach it, who of this person's people work there, and its work places. */
export function EmployerPage() {
  const { t } = useTranslation(['placement', 'app']);
  const dossierId = useDossierId();
  const file = useDossier(dossierId);
  const format = useFormat();
  const back = <BackLink to={paths.search}>{t('employer.back')}</BackLink>;
  if (file.kind === 'loading') return <p className="visually-hidden">{t('app:loading')}</p>;
  const employer = file.kind === 'ready' && file.value !== null ? recordsOf(file.value, 'employer')[0] : undefined;
  if (file.kind === 'failed' || employer?.groups.identity === undefined) return <ByNumber id={dossierId} />;
  const { identity, contacts } = employer.groups;
  const facts = [
    { key: 'place', label: t('employer.place'), value: identity.place },
    { key: 'branch', label: t('employer.branch'), value: [identity.branch, identity.branchCode].filter((part) => part !== '').join(', ') },
    { key: 'kvk', label: t('employer.kvk'), value: identity.kvk },
  ].filter(({ value }) => value !== '');
  return (
    <div className="employer">
      <PageHeader title={identity.name} documentTitle={t('employer.documentTitle')} back={back} />
      {file.kind === 'ready' && file.value !== null && <VersionsPanel dossier={file.value} format={format} />}
      <People employer={employer} />
      <section>
        <Heading level={2}>{t('employer.facts')}</Heading>
        <DataList items={facts} />
      </section>
      {contacts !== undefined && contacts.people.length > 0 && (
        <section>
          <Heading level={2}>{t('employer.contacts')}</Heading>
          <ul className="employer__list">
            {contacts.people.map(({ name, jobTitle, phone, email }) => (
              <li key={`${name} ${jobTitle}`}>
                <strong>{name}</strong>
                {jobTitle !== '' && <span>, {jobTitle}</span>}
                <p className="employer__detail">{[phone, email].filter((part) => part !== '').join(' · ')}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {file.kind === 'ready' && file.value !== null && <WorkPlaces workPlaces={recordsOf(file.value, 'workPlace')} />}
    </div>
  );
}

/** A placement knows its employer by number, and not in which file it lies. Nothing found: it is not on this device. */
function ByNumber({ id }: { readonly id: string }) {
  const { t } = useTranslation(['placement', 'app']);
  const device = useDevice();
  const employers = useLive(useMemo(() => device.employers(), [device]));
  if (employers.kind === 'loading') return <p className="visually-hidden">{t('app:loading')}</p>;
  const found = employers.kind === 'ready' ? employers.value.find(({ recordId }) => recordId === id) : undefined;
  if (found !== undefined) return <Navigate to={paths.employer(found.dossierId)} replace />;
  return (
    <>
      <PageHeader title={t('employer.missing')} documentTitle={t('employer.documentTitle')} back={<BackLink to={paths.search}>{t('employer.back')}</BackLink>} />
      <Alert kind="info">{t('employer.missingText')}</Alert>
    </>
  );
}

/** Who works there, of whom this person sees the file. The way on is into that file. */
function People({ employer }: { readonly employer: RecordView<'employer'> }) {
  const { t } = useTranslation('placement');
  const device = useDevice();
  const caseload = useLive(device.caseload);
  if (caseload.kind !== 'ready') return null;
  const people = peopleAt(employer, caseload.rows);
  const visitsAreMine = groupsOfRole('write', device.principal.role, 'visit').length > 0;
  return (
    <section>
      <Heading level={2}>{t('employer.people')}</Heading>
      <p className="employer__detail">{t(people.length === 0 ? 'employer.nobody' : 'employer.peopleLead')}</p>
      <ul className="employer__list">
        {people.map((row) => (
          <Person key={row.dossierId} row={row} />
        ))}
      </ul>
      {visitsAreMine && people.length > 1 && people[0] !== undefined && <ActionLink to={paths.groupVisitWith(people[0].dossierId)}>{t('employer.groupVisit')}</ActionLink>}
    </section>
  );
}

function Person({ row: { dossierId, name, lastVisitOn, nextContactOn, risk } }: { readonly row: CaseloadRow }) {
  const { t } = useTranslation('placement');
  const format = useFormat();
  const { role } = useDevice().principal;
  const readsVisits = groupsOfRole('read', role, 'visit').length > 0;
  const visited = lastVisitOn === null ? t('employer.noVisit') : t('employer.lastVisit', { day: format.day(lastVisitOn) });
  const next = nextContactOn === null ? '' : t('employer.nextContact', { day: format.day(nextContactOn) });
  return (
    <li>
      <TextLink to={paths.candidate(dossierId)}>{name}</TextLink> {risk !== null && <RiskBadge risk={risk} />}
      {readsVisits && <p className="employer__detail">{[visited, next].filter((part) => part !== '').join(' · ')}</p>}
    </li>
  );
}

function WorkPlaces({ workPlaces }: { readonly workPlaces: readonly RecordView<'workPlace'>[] }) {
  const { t } = useTranslation(['placement', 'words']);
  const format = useFormat();
  const known = workPlaces.flatMap(({ recordId, groups: { facts } }) => (facts === undefined ? [] : [{ recordId, facts }]));
  if (known.length === 0) return null;
  // What is open comes first: that is what one looks for.
  known.sort((a, b) => (a.facts.filledOn ?? '').localeCompare(b.facts.filledOn ?? '') || b.facts.acquiredOn.localeCompare(a.facts.acquiredOn));
  return (
    <section>
      <Heading level={2}>{t('employer.workPlaces')}</Heading>
      <ul className="employer__list">
        {known.map(({ recordId, facts }) => (
          <li key={recordId}>
            <strong>{facts.title}</strong>
            <p>
              {t(`employer.type.${facts.type}`)}, {t('words:hoursPerWeek', { hours: format.count(facts.hoursPerWeek) })},{' '}
              {facts.filledOn === null ? t('employer.open', { day: format.day(facts.acquiredOn) }) : t('employer.filled', { day: format.day(facts.filledOn) })}
            </p>
            {facts.tasks !== '' && <p className="employer__detail">{facts.tasks}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
