import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useDevice, useLive } from '#renderer/app/device-context.tsx';
import type { DossierView } from '#renderer/data/views.ts';
import { DossierGate } from '../dossier-gate.tsx';
import { useDossierId } from '../use-dossier-id.ts';

/** The file of the address; the address of one that was joined with another leads to the same page of that one [JOIN3]. */
export function LeadingFile({ children }: { readonly children: (dossier: DossierView) => ReactNode }) {
  const dossierId = useDossierId();
  const { leaders } = useDevice();
  const leading = useLive(leaders).get(dossierId);
  const { pathname, search } = useLocation();
  return leading === undefined ? <DossierGate>{children}</DossierGate> : <Navigate to={pathname.replace(dossierId, leading) + search} replace />;
}
