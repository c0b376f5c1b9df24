import { attachmentContract } from './attachments.contract.ts';
import { serverDigestContract } from './server-digest.contract.ts';
import type { ServerShelf } from './server-harness.ts';
import { MemoryServerStore } from './server-memory-store.ts';
import { syncServerContract } from './sync-server.contract.ts';

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
  };
};

syncServerContract('memory', freshShelf);
attachmentContract('memory', freshShelf);
serverDigestContract('memory', freshShelf);
