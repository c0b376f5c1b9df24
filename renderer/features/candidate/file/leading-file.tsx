import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import { paths } from '#renderer/app/paths.ts';
import type { DossierView } from '#renderer/data/views.ts';
import { DossierGate } from '../dossier-gate.tsx';
import { useDossierId } from '../use-dossier-id.ts';

/** The file of the address; the address of one that was joined with another leads there [JOIN3]. */
export function LeadingFile({ children }: { readonly children: (dossier: DossierView) => ReactNode }) {
  const dossierId = useDossierId();
  const { leaders } = useDevice();
  const leading = useLive(leaders).get(dossierId);
  return leading === undefined ? <DossierGate>{children}</DossierGate> : <Navigate to={paths.candidate(leading)} replace />;
}
