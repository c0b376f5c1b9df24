// First: see there.
import '#renderer/platform/no-generated-code.ts';
import './upgrade-page.ts';
import { createOpfsJournalFile } from '#renderer/data/journal/opfs-journal-file.ts';
import { createOpfsJournalFiles } from '#renderer/data/journal/opfs-journal-files.ts';
import { dexieContents, dexieMemory } from '../../contract/device-memories.ts';
import { contentStoreCases } from '../../contract/content-store.contract.ts';
import { deviceStoreCases } from '../../contract/device-store.contract.ts';
import { privateFile } from '#renderer/platform/private-file.ts';
import { journalFileCases } from '../../contract/journal-file.contract.ts';
import { journalFilesCases } from '../../contract/journal-files.contract.ts';
import { privateFileCases } from '../../contract/private-file.contract.ts';

/*
 * A page that runs the contracts of the device's ports in a real browser: Dexie over its IndexedDB, the journal and its places in
 * its private file system. The suites are the ones that run in Node over the other implementations.
 */
export interface ContractResult {
  readonly name: string;
  /** Null when it held. */
  readonly error: string | null;
}

const outcomeOf = async (name: string, run: () => Promise<void>): Promise<ContractResult> => {
  try {
    await run();
    return { name, error: null };
  } catch (error) {
    return { name, error: error instanceof Error ? error.message : String(error) };
  }
};

async function runDeviceStoreContract(): Promise<readonly ContractResult[]> {
  const results = [];
  for (const each of deviceStoreCases) results.push(await outcomeOf(each.name, async () => each.run(await dexieMemory())));
  return results;
}

async function runContentStoreContract(): Promise<readonly ContractResult[]> {
  const results = [];
  for (const each of contentStoreCases) results.push(await outcomeOf(each.name, async () => each.run(await dexieContents())));
  return results;
}

let files = 0;
async function runJournalContract(): Promise<readonly ContractResult[]> {
  const results = [];
  for (const each of journalFileCases) {
    results.push(await outcomeOf(each.name, async () => {
      const fileName = `contract-${(files += 1)}.journal`;
      const file = createOpfsJournalFile(fileName);
      // One handle at a time: whoever opens it again is another window, after this one is gone.
      const reopen = () => {
        file.close();
        return Promise.resolve(createOpfsJournalFile(fileName));
      };
      await each.run({ file, reopen });
    }));
  }
  return results;
}

async function runJournalFilesContract(): Promise<readonly ContractResult[]> {
  const results = [];
  // A lock belongs to who asked for it: windows of one page are as strange to each other as those of two.
  for (const [index, each] of journalFilesCases.entries()) {
    results.push(await outcomeOf(each.name, async () => each.run({ window: createOpfsJournalFiles, persons: [`contract-${index}-a`, `contract-${index}-b`] })));
  }
  return results;
}

async function runPrivateFileContract(): Promise<readonly ContractResult[]> {
  const results = [];
  for (const [index, each] of privateFileCases.entries()) {
    const name = `contract-${index}.json`;
    results.push(await outcomeOf(each.name, async () => each.run({ file: privateFile(name), again: privateFile(name) })));
  }
  return results;
}

Object.assign(globalThis, { contracts: { runDeviceStoreContract, runContentStoreContract, runJournalContract, runJournalFilesContract, runPrivateFileContract } });
