import type { DossierId, OpId, RecordId } from '#shared/domain/ids.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import type { BaseReference, SignedOperation } from '#shared/sync/operation.ts';
import type { Outcome } from '#shared/sync/protocol.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { candidateGroups, employerGroups, nextId, person, visitGroups } from './server-builders.ts';
import { Client, type ServerShelf } from './server-harness.ts';

/** Somebody of every role, signed in on a fresh shelf, and what they commonly do. */
export class Cast {
  readonly shelf: ServerShelf;
  readonly coach: Client;
  readonly otherCoach: Client;
  readonly consultant: Client;
  readonly otherConsultant: Client;
  readonly expert: Client;
  readonly manager: Client;
  readonly administrator: Client;

  private constructor(shelf: ServerShelf, clients: readonly Client[]) {
    this.shelf = shelf;
    const [coach, otherCoach, consultant, otherConsultant, expert, manager, administrator] = clients as [Client, Client, Client, Client, Client, Client, Client];
    this.coach = coach;
    this.otherCoach = otherCoach;
    this.consultant = consultant;
    this.otherConsultant = otherConsultant;
    this.expert = expert;
    this.manager = manager;
    this.administrator = administrator;
  }

  static async onto(shelf: ServerShelf): Promise<Cast> {
    const users = [
      person(shelf.region, 'jobcoach-een', 'jobcoach'),
      person(shelf.region, 'jobcoach-twee', 'jobcoach'),
      person(shelf.region, 'consulent-een', 'consultant', ['GM0268', 'GM0296']),
      person(shelf.region, 'consulent-twee', 'consultant', ['GM0268', 'GM0225']),
      person(shelf.region, 'deskundige-een', 'loonwaarde-expert'),
      person(shelf.region, 'manager-een', 'manager'),
      person(shelf.region, 'beheerder-een', 'administrator'),
    ];
    await shelf.addUsers(users);
    const clients: Client[] = [];
    for (const user of users) clients.push(await Client.signIn(shelf, user));
    return new Cast(shelf, clients);
  }

  /** The same people on another shelf, with the devices and cursors they have. */
  on(shelf: ServerShelf): Cast {
    return new Cast(shelf, this.everyone.map((client) => client.on(shelf)));
  }

  get everyone(): readonly Client[] {
    return [this.coach, this.otherCoach, this.consultant, this.otherConsultant, this.expert, this.manager, this.administrator];
  }

  /** A candidate made by the consultant, in the first jobcoach's caseload unless said otherwise. */
  async candidate(over: Parameters<typeof candidateGroups>[0] = {}): Promise<StoredRecord> {
    return this.keep(this.consultant, { kind: 'candidate', dossierId: nextId<DossierId>('dossier'), recordId: nextId<RecordId>('candidate'), payload: candidateGroups(over) });
  }

  async employer(): Promise<StoredRecord> {
    return this.keep(this.consultant, { kind: 'employer', dossierId: nextId<DossierId>('employer'), recordId: nextId<RecordId>('employer'), payload: employerGroups() });
  }

  async workPlace(dossierId: DossierId, tasks: string): Promise<StoredRecord> {
    return this.keep(this.consultant, { kind: 'workPlace', dossierId, recordId: nextId<RecordId>('place'), payload: workPlaceGroups({ tasks }) });
  }

  visit(client: Client, dossierId: DossierId, over: Parameters<typeof visitGroups>[0] = {}): SignedOperation {
    return client.device.operation({ kind: 'visit', dossierId, recordId: nextId<RecordId>('visit'), payload: visitGroups({ heldBy: client.user.userId, ...over }) });
  }

  /** A change of a record as the client sees it now, based on what it sees unless said otherwise. */
  change(client: Client, record: StoredRecord, payload: Readonly<Record<string, JsonValue>>, over: { readonly base?: Readonly<Record<string, BaseReference>>; readonly resolves?: OpId } = {}): SignedOperation {
    const { dossierId, recordId, kind } = record;
    const base = over.base ?? Object.fromEntries(Object.keys(payload).map((group) => [group, record.groups[group]?.version ?? null]));
    return client.device.operation({ kind, dossierId, recordId, payload, base, ...(over.resolves === undefined ? {} : { resolves: over.resolves }) });
  }

  /** Makes a record that must be applied. */
  async keep(client: Client, draft: { readonly kind: Kind; readonly dossierId: DossierId; readonly recordId: RecordId; readonly payload: Readonly<Record<string, JsonValue>> }): Promise<StoredRecord> {
    await this.apply(client, client.device.operation(draft));
    return this.see(client, draft.recordId);
  }

  /** @throws Error when the operation is not applied */
  async apply(client: Client, operation: SignedOperation): Promise<Extract<Outcome, { outcome: 'applied' }>> {
    const [outcome] = await client.settle([operation]);
    if (outcome?.outcome !== 'applied') throw new Error(`not applied: ${JSON.stringify(outcome)}`);
    return outcome;
  }

  /** The record as this person's fresh device would get it. @throws Error when it is not theirs to see */
  async see(client: Client, recordId: RecordId): Promise<StoredRecord> {
    const record = (await client.everything()).records.find((each) => each.recordId === recordId);
    if (record === undefined) throw new Error(`${client.user.userId} does not see ${recordId}`);
    return record;
  }

  /** The consultant gives the candidate this team. */
  async teamOf(candidate: StoredRecord, team: { readonly jobcoach?: string | null; readonly expert?: string | null }): Promise<void> {
    const now = await this.see(this.consultant, candidate.recordId);
    await this.apply(this.consultant, this.change(this.consultant, now, { team: { jobcoach: 'jobcoach-een', consultant: 'consulent-een', expert: null, ...team } }));
  }
}

export function workPlaceGroups(over: { readonly tasks?: string; readonly title?: string; readonly hoursPerWeek?: number } = {}): Readonly<Record<string, JsonValue>> {
  return { facts: { type: 'v', title: over.title ?? 'Inpakker', tasks: over.tasks ?? 'Inpakken', hoursPerWeek: over.hoursPerWeek ?? 24, acquiredOn: '2026-02-02', filledOn: null } };
}
