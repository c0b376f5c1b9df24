import { randomUUID } from 'node:crypto';
import type { Principal } from '#shared/domain/roles.ts';
import { sealingSuite } from '#server/auth/sealing-key.ts';
import type { DeviceId, DossierId, OpId, RecordId } from '#shared/domain/ids.ts';
import { firstPrev } from '#shared/sync/journal/journal-line.ts';
import { protocolVersion, type BaseReference, type SignedOperation } from '#shared/sync/operation.ts';
import { sealJournalLine } from '#renderer/data/journal/seal-line.ts';
import { candidateGroups, employerGroups, nextUuid, person, TestDevice, visitGroups } from '../../contract/server-builders.ts';
import { workPlaceGroups } from '../../contract/server-cast.ts';
import { finalMeasurement } from '../../contract/server-measurement.ts';
import { region, users } from './test-server.ts';

/** An id that no other test makes up. */
const laptopOf = (user: Principal): TestDevice => new TestDevice(user, randomUUID() as DeviceId);

/** One of everything that an app of today sends. */
export async function composeMessages() {
  const [coach, consultant, expert] = [laptopOf(users.coach), laptopOf(users.consultant), laptopOf(person(region, 'deskundige-een', 'loonwaarde-expert'))];
  const dossierId = 'dossier-een' as DossierId;
  const employerId = 'werkgever-een' as DossierId;
  const groups = candidateGroups();
  const candidate = { kind: 'candidate', dossierId, recordId: 'kandidaat-een' as RecordId } as const;
  const visit = { kind: 'visit', dossierId, recordId: 'bezoek-een' as RecordId } as const;
  const later = (text: string) => ({ note: { ...(visitGroups({ observations: text })['note'] as object), fieldOfTomorrow: ['blijft'] } });
  const contact = (phone: string) => ({ contact: { ...(groups['contact'] as object), phone } });

  const made = consultant.operation({ ...candidate, payload: { ...groups, identity: { ...(groups['identity'] as object), fieldOfTomorrow: { blijft: [1, null, 'é'] } }, team: { jobcoach: 'jobcoach-een', consultant: 'consulent-een', expert: 'deskundige-een' } } });
  // The first n that a region hands out.
  const first: BaseReference = { epoch: 1, n: 1 };
  const changed = consultant.operation({ ...candidate, payload: contact('024-1111111'), base: { contact: first } });
  const waiting = consultant.operation({ ...candidate, payload: contact('024-2222222'), base: { contact: first } });
  const decided = consultant.operation({ ...candidate, payload: {}, base: {}, resolves: waiting.opId });
  const workPlace = { kind: 'workPlace', dossierId: employerId, recordId: 'werkplek-een' as RecordId } as const;

  const kept = coach.operation({ ...visit, payload: visitGroups() });
  const again = coach.operation({ ...visit, payload: later('Herzien.'), base: { note: { afterOp: kept.opId } } });
  const foreign = coach.operation({ kind: 'visit', dossierId: 'dossier-elders' as DossierId, recordId: 'bezoek-elders' as RecordId, payload: visitGroups() });
  const wrong = coach.operation({ kind: 'visit', dossierId, recordId: 'bezoek-fout' as RecordId, payload: visitGroups({ heldOn: '20226-03-09' }) });
  const fromTomorrow = coach.sign({ ...coach.operation({ ...visit, payload: later('Van morgen.') }), protocol: protocolVersion + 1 });
  const unreadable = { opId: 'geen id' };
  const sealedVisit = coach.operation({ kind: 'visit', dossierId, recordId: 'bezoek-verzegeld' as RecordId, payload: visitGroups({ observations: 'Uit het tweede logboek.' }), opId: nextUuid() as OpId });

  const pair = await sealingSuite.GenerateKeyPair(true);
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  const sealingKey = { keyId: 'sleutel-een', publicKey: base64(await sealingSuite.SerializePublicKey(pair.publicKey)), privateKey: base64(await sealingSuite.SerializePrivateKey(pair.privateKey)) };
  const push = (device: TestDevice, ...operations: readonly (SignedOperation | object)[]) => ({ userId: device.userId, body: { operations } });
  return {
    sealingKey,
    devices: Object.fromEntries([coach, consultant, expert].map((device) => [device.userId, { deviceId: device.deviceId, publicKey: base64(device.publicKey) }])),
    pushes: [
      push(consultant, made, changed),
      push(consultant, waiting),
      push(consultant, decided, consultant.operation({ kind: 'employer', dossierId: employerId, recordId: 'werkgever-een' as RecordId, payload: employerGroups() }), consultant.operation({ ...workPlace, payload: workPlaceGroups() })),
      push(coach, kept, unreadable, again, foreign, wrong, fromTomorrow),
      push(coach, kept),
      push(expert, expert.operation({ kind: 'measurement', dossierId, recordId: 'meting-een' as RecordId, payload: finalMeasurement({ expertId: expert.userId }) })),
    ],
    sealed: { lines: [await sealVisit(coach, sealedVisit, sealingKey)] },
  };
}

async function sealVisit(device: TestDevice, operation: SignedOperation, serverKey: { readonly keyId: string; readonly publicKey: string }) {
  const dataKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  const { deviceId, userId } = device;
  return sealJournalLine({ dataKey, serverKey, sign: (text) => Promise.resolve(device.signText(text)), identity: { deviceId, userId } }, operation, 1_760_000_000_000, firstPrev);
}
