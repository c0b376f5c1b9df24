import type { ReactNode } from 'react';
import type { DossierView, RecordView } from '#renderer/data/views.ts';

export interface MeasurementViewProps {
  readonly dossier: DossierView;
  readonly record: RecordView<'measurement'>;
  /** The words of what became of it. */
  readonly status: ReactNode;
}

export function MeasurementView({ status }: MeasurementViewProps) {
  return <p>{status}</p>;
}
