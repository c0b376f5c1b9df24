import { gapsIn } from '#server/audit/audit-chain.ts';
import { serverContracts } from './server-contracts.ts';
import type { ServerShelf } from './server-harness.ts';
import { memoryRegion, MemoryServerStore } from './server-memory-store.ts';

const freshShelf = async (): Promise<ServerShelf> => {
  const store = new MemoryServerStore();
  return {
    store,
    region: 'regio',
    addUsers: async (users) => {
      store.shelf = { ...store.shelf, users: new Map([...store.shelf.users, ...users.map((user) => [user.userId, user] as const)]) };
    },
    addDevice: async ({ deviceId, publicKey, user, revoked = false }) => {
      store.shelf = { ...store.shelf, devices: new Map([...store.shelf.devices, [deviceId, { deviceId, userId: user.userId, publicKey, revoked }]]) };
    },
    addContent: async (content) => {
      store.shelf = { ...store.shelf, contents: new Map([...store.shelf.contents, [content.attachmentId, content]]) };
    },
    setEpoch: async (epoch) => {
      store.shelf = { ...store.shelf, region: { ...store.shelf.region, epoch } };
    },
    refuseRecord: async (recordId) => {
      store.refused.add(recordId);
    },
    auditLines: () => Promise.resolve(store.shelf.audit.map(({ action, result, userId, dossierId, recordId, detail }) => ({ action, result, userId, dossierId, recordId, detail }))),
    checkAudit: async () => ({ lines: store.shelf.audit.length, gaps: gapsIn(memoryRegion, store.shelf.audit, store.shelf.auditHeads) }),
  };
};

serverContracts('memory', freshShelf);
