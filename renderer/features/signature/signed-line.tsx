import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/app/use-format.ts';
import { strokeBox } from '#shared/domain/records/signature.ts';
import { pathOfStrokes } from '#shared/domain/signature/strokes.ts';
import { RecordStatusText } from '#renderer/features/sync/record-status.tsx';
import type { GivenSignature } from './signers-of.ts';

/** Who signed, how and when, with the drawing as it was made. */
export function SignedLine({ given: { signature, record } }: { readonly given: GivenSignature }) {
  const { t } = useTranslation('signature');
  const format = useFormat();
  const { name, method, strokes, remark, statement, signedAtMs } = signature;
  return (
    <div className="signed-line">
      {method === 'drawn' && (
        // Drawn as lines, as it was signed: an address for an `img` would be one more copy of it.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        <svg className="signed-line__drawing" viewBox={`0 0 ${strokeBox.width} ${strokeBox.height}`} role="img" aria-label={t('drawingOf', { name })}>
          <path d={pathOfStrokes(strokes)} />
        </svg>
      )}
      <p>
        <strong>{name}</strong>
        {', '}
        {t(`given.${method}`, { moment: format.at(signedAtMs) })}
      </p>
      {method !== 'declined' && <p className="signed-line__statement">{statement}</p>}
      {remark !== '' && <p className="signed-line__statement">{t('remarkWas', { remark })}</p>}
      <p className="signed-line__status">
        <RecordStatusText status={record.status} />
      </p>
    </div>
  );
}
