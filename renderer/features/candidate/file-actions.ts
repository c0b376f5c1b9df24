import { paths } from '#renderer/app/paths.ts';
import type { DossierView } from '#renderer/data/views.ts';
import type { Principal } from '#shared/domain/roles.ts';
import { firstStep } from './first-step.ts';
import { mayRecord } from './may-record.ts';

export interface FileAction {
  readonly what: 'intake' | 'plan' | 'visit' | 'measurement' | 'appointment';
  readonly appearance: 'primary' | 'secondary' | 'subtle';
  readonly to: string;
}

/** What this person can begin from a file: what it asks for first is in front, and there is one such thing. */
export function fileActions(principal: Principal, dossier: DossierView): readonly FileAction[] {
  const { dossierId } = dossier;
  const first = firstStep(principal, dossier);
  const visits = mayRecord(principal, 'visit', dossier);
  const measures = mayRecord(principal, 'measurement', dossier);
  // Who can only make appointments does that in the agenda.
  if (first === 'contact' && !visits && !measures) return [];
  const actions: FileAction[] = [];
  if (first !== 'contact') actions.push({ what: first, appearance: 'primary', to: first === 'intake' ? paths.newIntake(dossierId) : paths.newPlan(dossierId) });
  if (visits) actions.push({ what: 'visit', appearance: actions.length === 0 ? 'primary' : 'secondary', to: paths.newVisit(dossierId) });
  if (measures) actions.push({ what: 'measurement', appearance: actions.length === 0 ? 'primary' : 'secondary', to: paths.newMeasurement(dossierId) });
  if (mayRecord(principal, 'appointment', dossier)) actions.push({ what: 'appointment', appearance: 'subtle', to: paths.newAppointment(dossierId) });
  return actions;
}
