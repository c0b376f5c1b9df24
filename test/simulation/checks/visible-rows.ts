import type { Kind } from '#shared/domain/kinds.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { allowedGroups, type DossierPlace } from '#shared/domain/rights.ts';
import type { Principal } from '#shared/domain/roles.ts';
import { nowhere } from '#shared/sync/dossier-place.ts';
import type { StoredGroup } from '#shared/sync/stored-record.ts';
import type { Shelf } from '../world/sim-server.ts';

export interface VisibleRow {
  readonly dossierId: string;
  readonly n: number;
  readonly groups: Readonly<Record<string, StoredGroup>>;
}

/** What the rights table lets a person see of a shelf, worked out apart from the pull. */
export class VisibleRows {
  readonly #groups = new WeakMap<DossierPlace, Map<string, readonly string[]>>();
  readonly #rows = new WeakMap<Shelf, Map<string, ReadonlyMap<RecordId, VisibleRow>>>();

  of(shelf: Shelf, person: Principal): ReadonlyMap<RecordId, VisibleRow> {
    let perPerson = this.#rows.get(shelf);
    if (perPerson === undefined) this.#rows.set(shelf, (perPerson = new Map()));
    let rows = perPerson.get(person.userId);
    if (rows === undefined) perPerson.set(person.userId, (rows = this.#find(shelf, person)));
    return rows;
  }

  #find(shelf: Shelf, person: Principal): ReadonlyMap<RecordId, VisibleRow> {
    const rows = new Map<RecordId, VisibleRow>();
    for (const [recordId, { record, n }] of shelf.records) {
      const allowed = this.#allowed(person, record.kind, shelf.dossiers.get(record.dossierId)?.place ?? nowhere);
      const groups: Record<string, StoredGroup> = {};
      for (const name of allowed) {
        const group = record.groups[name];
        if (group !== undefined) groups[name] = group;
      }
      if (Object.keys(groups).length > 0) rows.set(recordId, { dossierId: record.dossierId, n, groups });
    }
    return rows;
  }

  #allowed(person: Principal, kind: Kind, place: DossierPlace): readonly string[] {
    let known = this.#groups.get(place);
    if (known === undefined) this.#groups.set(place, (known = new Map()));
    const key = `${person.userId} ${kind}`;
    let groups = known.get(key);
    if (groups === undefined) known.set(key, (groups = allowedGroups('read', person, kind, place)));
    return groups;
  }
}
