import { recordsOf, type DossierView } from '#renderer/data/views.ts';
import { currentPlan } from '#shared/domain/plan/plan-state.ts';
import type { Principal } from '#shared/domain/roles.ts';
import { mayRecord } from './may-record.ts';

export type FirstStep = 'intake' | 'plan' | 'contact';

/**
 * What a file asks for first, of whoever may do it: somebody new is asked what they can and want, then something is agreed; whoever
 * works already, or has a plan, is visited or measured.
 */
export function firstStep(principal: Principal, dossier: DossierView): FirstStep {
  const underWay = currentPlan(recordsOf(dossier, 'plan')) !== null || dossier.placements.length > 0;
  if (underWay) return 'contact';
  const asked = recordsOf(dossier, 'intake').length > 0;
  if (!asked) return mayRecord(principal, 'intake', dossier) ? 'intake' : 'contact';
  return mayRecord(principal, 'plan', dossier) ? 'plan' : 'contact';
}
