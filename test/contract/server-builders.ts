import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { DeviceId, DossierId, OpId, RecordId, UserId } from '#shared/domain/ids.ts';
import type { Kind } from '#shared/domain/kinds.ts';
import type { MunicipalityCode } from '#shared/domain/municipalities.ts';
import type { Principal, Role } from '#shared/domain/roles.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { hashPayload, textToSign, type BaseReference, type Operation, type SignedOperation } from '#shared/sync/operation.ts';

let made = 0;
/** Ids that differ from each other and are the same in every run. */
export function nextUuid(): string {
  made += 1;
  return `00000000-0000-4000-8000-${made.toString(16).padStart(12, '0')}`;
}
export const nextId = <Id extends string>(what: string): Id => `${what}-${nextUuid()}` as Id;

export function person(region: string, userId: string, role: Role, municipalities: readonly MunicipalityCode[] = []): Principal {
  return { userId: userId as UserId, displayName: `Naam van ${userId}`, role, region, municipalities };
}

export interface OperationDraft {
  readonly kind: Kind;
  readonly dossierId: DossierId;
  readonly recordId: RecordId;
  readonly payload: Readonly<Record<string, JsonValue>>;
  readonly base?: Readonly<Record<string, BaseReference>>;
  readonly opId?: OpId;
  readonly resolves?: OpId;
}

/** A laptop with its own key pair, in the hands of one person. */
export class TestDevice {
  readonly deviceId: DeviceId;
  readonly userId: UserId;
  readonly publicKey: Uint8Array;
  readonly #privateKey: KeyObject;

  constructor(user: Principal, deviceId = nextUuid() as DeviceId) {
    this.deviceId = deviceId;
    this.userId = user.userId;
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    this.#privateKey = privateKey;
    this.publicKey = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  }

  operation(draft: OperationDraft): SignedOperation {
    return this.sign({
      protocol: 1,
      opId: draft.opId ?? (nextUuid() as OpId),
      deviceId: this.deviceId,
      userId: this.userId,
      record: { dossierId: draft.dossierId, recordId: draft.recordId, kind: draft.kind },
      kind: 'put',
      baseVersions: draft.base ?? Object.fromEntries(Object.keys(draft.payload).map((group) => [group, null])),
      payload: draft.payload,
      resolves: draft.resolves ?? null,
      payloadHash: hashPayload(draft.payload),
      authoredAtMs: 1_760_000_000_000,
    });
  }

  sign(operation: Operation): SignedOperation {
    return { ...operation, signature: this.signText(textToSign(operation)) };
  }

  signText(text: string): string {
    return sign(null, Buffer.from(text, 'utf8'), this.#privateKey).toString('base64');
  }
}

export const bsnOfDemo = '123456782';

export function candidateGroups(over: { readonly municipality?: MunicipalityCode; readonly jobcoach?: string | null; readonly familyName?: string } = {}): Readonly<Record<string, JsonValue>> {
  return {
    identity: { givenName: 'Noor', namePrefix: 'van', familyName: over.familyName ?? 'Zonneveldt', birthDate: '1990-05-17' },
    bsn: { bsn: bsnOfDemo },
    contact: { phone: '06-00001234', email: 'noor@voorbeeld.example', street: 'Kwartelhof 3', postcode: '6511 AA', place: 'Nijmegen' },
    registration: { municipality: over.municipality ?? 'GM0268', entrance: 'bedrijfspoort', registeredOn: '2026-01-12', closedOn: null },
    status: { regeling: 'participatiewet', candidateGroup: 2, labourMarketRelation: 'werk', selfReliance: 4, prioritair: false },
    team: { jobcoach: over.jobcoach === undefined ? 'jobcoach-een' : over.jobcoach, consultant: 'consulent-een', expert: null },
  };
}

export function visitGroups(over: { readonly heldBy?: string; readonly heldOn?: string; readonly observations?: string } = {}): Readonly<Record<string, JsonValue>> {
  return {
    facts: {
      heldOn: over.heldOn ?? '2026-03-09', beganAt: '10:30', durationMinutes: 60, candidateMinutes: 60, place: 'werkplek', attendees: 'beiden',
      activity: 'begeleiding-op-het-werk', risk: 'goed', sickLeave: false, nextContactOn: '2026-03-23', placementId: null, heldBy: over.heldBy ?? 'jobcoach-een',
    },
    note: { form: { id: 'visit', version: 1 }, observations: over.observations ?? 'Werkt rustig en precies.', goals: [], agreements: [], contactPerson: 'Mevrouw Dekkers' },
  };
}

export function employerGroups(name = 'Bakkerij Dekkers'): Readonly<Record<string, JsonValue>> {
  return {
    identity: { name, kvk: '12345678', branchCode: '10.71', branch: 'Brood en banket', place: 'Wijchen' },
    contacts: { people: [{ name: 'Petra Dekkers', jobTitle: 'Eigenaar', phone: '024-0001234', email: 'petra@dekkers.example' }] },
  };
}

export function attachmentGroups(over: { readonly sha256?: string; readonly description?: string; readonly sizeBytes?: number } = {}): Readonly<Record<string, JsonValue>> {
  return { facts: { visitId: null, takenOn: '2026-03-09', mediaType: 'image/jpeg', sizeBytes: over.sizeBytes ?? 812_345, sha256: over.sha256 ?? 'a1'.repeat(32), description: over.description ?? 'De nieuwe werkbank' } };
}
