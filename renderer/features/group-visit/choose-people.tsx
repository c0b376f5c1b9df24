import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '@utrecht/checkbox-react';
import { useFormat } from '#renderer/app/use-format.ts';
import { Alert } from '#renderer/components/alert.tsx';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ButtonRow } from '#renderer/components/button-row.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { Select } from '#renderer/components/select.tsx';
import { RiskBadge } from '#renderer/features/candidate/risk-badge.tsx';
import type { CaseloadRow } from '#renderer/data/views.ts';
import type { DossierId } from '#shared/domain/ids.ts';
import type { EmployerWithPeople } from './employers-with-people.ts';

export interface Chosen {
  readonly employerName: string;
  readonly dossierIds: readonly DossierId[];
}

export interface ChoosePeopleProps {
  readonly employers: readonly EmployerWithPeople[];
  /** What was chosen before, when people are changed. */
  readonly before: { readonly employerKey: string; readonly dossierIds: readonly DossierId[] } | null;
  readonly onChosen: (chosen: Chosen) => void;
}

/** First where, then who: only people who work there and are this person's to visit. */
export function ChoosePeople({ employers, before, onChosen }: ChoosePeopleProps) {
  const { t } = useTranslation(['groupvisit', 'form']);
  const announce = useAnnounce();
  const [employerKey, setEmployerKey] = useState(before?.employerKey ?? '');
  const [ticked, setTicked] = useState<ReadonlySet<DossierId>>(new Set(before?.dossierIds));
  const [nobody, setNobody] = useState(false);
  const employer = employers.find(({ key }) => key === employerKey);
  const chosen = employer?.people.filter(({ dossierId }) => ticked.has(dossierId)) ?? [];

  const goOn = () => {
    if (employer === undefined || chosen.length === 0) {
      setNobody(true);
      announce(t(employer === undefined ? 'choose.employerFirst' : 'choose.nobody'));
      return;
    }
    onChosen({ employerName: employer.name, dossierIds: chosen.map(({ dossierId }) => dossierId) });
  };
  const tick = (dossierId: DossierId, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(dossierId);
    else next.delete(dossierId);
    setTicked(next);
    setNobody(false);
  };

  return (
    <div className="choose-people">
      <div className="choose-people__employer">
        <label htmlFor="group-employer" className="utrecht-form-label">
          {t('choose.employer')}
        </label>
        <Select
          id="group-employer"
          value={employerKey}
          onChange={(event) => {
            setEmployerKey(event.target.value);
            setNobody(false);
          }}
        >
          <option value="">{t('form:choose')}</option>
          {employers.map(({ key, name, people }) => (
            <option key={key} value={key}>
              {t('choose.option', { name, count: people.length })}
            </option>
          ))}
        </Select>
      </div>
      {employer !== undefined && (
        <fieldset className="choose-people__people">
          <legend className="choose-people__legend">
            <Heading level={2}>{t('choose.people')}</Heading>
          </legend>
          <ul className="choose-people__list">
            {employer.people.map((person) => (
              <li key={person.dossierId}>
                <PersonLine person={person} checked={ticked.has(person.dossierId)} onTick={(on) => tick(person.dossierId, on)} />
              </li>
            ))}
          </ul>
          {chosen.length < employer.people.length && employer.people.length > 1 && (
            <Button appearance="subtle" onClick={() => setTicked(new Set(employer.people.map(({ dossierId }) => dossierId)))}>
              {t('choose.everyone', { count: employer.people.length })}
            </Button>
          )}
        </fieldset>
      )}
      {nobody && <Alert kind="error" title={t(employer === undefined ? 'choose.employerFirst' : 'choose.nobody')} />}
      <ButtonRow>
        <Button appearance="primary" onClick={goOn}>
          {chosen.length === 0 ? t('choose.next') : t('choose.nextWith', { count: chosen.length })}
        </Button>
      </ButtonRow>
    </div>
  );
}

function PersonLine({ person, checked, onTick }: { readonly person: CaseloadRow; readonly checked: boolean; readonly onTick: (on: boolean) => void }) {
  const { t } = useTranslation('groupvisit');
  const format = useFormat();
  const id = `group-person-${person.dossierId}`;
  return (
    <div className="choose-people__line">
      <label htmlFor={id} className="choose-people__name">
        <Checkbox id={id} checked={checked} aria-describedby={`${id}-last`} onChange={(event) => onTick(event.target.checked)} />
        <span>{person.name}</span>
      </label>
      <p id={`${id}-last`} className="choose-people__last">
        {person.lastVisitOn === null ? t('choose.neverVisited') : t('choose.lastVisit', { day: format.nearDay(person.lastVisitOn) })}
        {person.risk !== null && person.risk !== 'goed' && <RiskBadge risk={person.risk} />}
      </p>
    </div>
  );
}
