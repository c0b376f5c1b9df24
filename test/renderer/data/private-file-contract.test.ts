import { describe, it } from 'vitest';
import { privateFileCases } from '../../contract/private-file.contract.ts';
import { memoryPrivateFiles } from '../../support/memory-private-file.ts';

/** The browser's own is held to the same in test/e2e/contract.e2e.ts. */
describe('a small file in memory, as the tests use it', () => {
  it.each(privateFileCases.map((each) => [each.name, each] as const))('%s', async (_name, each) => {
    const files = memoryPrivateFiles();
    await each.run({ file: files.get('one'), again: files.get('one') });
  });
});
