import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import { useFormat } from '#renderer/app/use-format.ts';
import { useAnnounce } from '#renderer/components/announcer.tsx';
import { Heading } from '#renderer/components/heading.tsx';
import { TextLink } from '#renderer/components/text-link.tsx';
import type { SamePerson } from '#renderer/data/views.ts';
import { municipalityName } from '#shared/domain/municipalities.ts';
import type { FormReading } from '#shared/forms/read-form.ts';
import '../duplicate/duplicate.css';

/** After this pause, so that not every letter is compared with fifteen thousand people [ms]. */
const pauseMs = 250;

/** Who may be there already. It says so and stops nobody: two people can share a birth date and almost a name. */
export function MaybeKnown({ reading: { answers } }: { readonly reading: FormReading }) {
  const { t } = useTranslation('file');
  const device = useDevice();
  const announce = useAnnounce();
  const format = useFormat();
  // Also when somebody comes in by a pull while the form is open.
  const caseload = useLive(device.caseload);
  const [found, setFound] = useState<readonly SamePerson[]>([]);
  const text = (id: string): string => (typeof answers[id] === 'string' ? answers[id] : '');
  const [givenName, familyName, birthDate, bsn] = [text('givenName'), text('familyName'), text('birthDate'), text('bsn')];
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(() => {
      void device.sameAs({ givenName, familyName, birthDate: birthDate === '' ? null : birthDate, bsn }).then((same) => {
        if (!stale) setFound(same);
      });
    }, pauseMs);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [device, caseload, givenName, familyName, birthDate, bsn]);
  const count = found.length;
  useEffect(() => {
    if (count > 0) announce(t('known.title', { count }));
  }, [count, announce, t]);

  return (
    <div className="maybe-known">
      <Heading level={2} look={3}>
        {count === 0 ? t('known.none') : t('known.title', { count })}
      </Heading>
      {count === 0 && <p>{t('known.how')}</p>}
      {count > 0 && (
        <ul className="maybe-known__list">
          {found.map(({ row, because }) => (
            <li key={row.dossierId}>
              <TextLink to={paths.candidate(row.dossierId)}>{row.name}</TextLink>
              <p>{[row.birthDate === null ? null : format.day(row.birthDate), row.municipality === null ? null : municipalityName(row.municipality)].filter((part) => part !== null).join(', ')}</p>
              <p className="maybe-known__why">{t(`known.because.${because}`)}</p>
            </li>
          ))}
        </ul>
      )}
      {count > 0 && <p>{t('known.free')}</p>}
    </div>
  );
}
