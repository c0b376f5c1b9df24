import { describe, expect, it } from 'vitest';
import { chromiumVersionOf, findBelowFloor } from '#renderer/data/db/version-floor.ts';
import { memoryPrivateFiles } from '../../support/memory-private-file.ts';

const file = () => memoryPrivateFiles().get('floor.json');

describe('the floor of a device', () => {
  it('[VER10] rises with what runs, and lets nothing older in', async () => {
    const floor = file();
    expect(await findBelowFloor(floor, { schema: 3, chromium: 156 })).toBeNull();
    expect(await findBelowFloor(floor, { schema: 4, chromium: 157 })).toBeNull();
    const before = await floor.read();
    expect(await findBelowFloor(floor, { schema: 3, chromium: 157 })).toBe('app');
    expect(await findBelowFloor(floor, { schema: 4, chromium: 156 })).toBe('browser');
    expect(await floor.read()).toBe(before);
    expect(await findBelowFloor(floor, { schema: 4, chromium: 157 })).toBeNull();
  });

  it('keeps what a newer app noted beside it, and the browser that was known when this one says nothing of itself', async () => {
    const floor = file();
    await floor.write(JSON.stringify({ schema: 3, chromium: 156, journal: 2 }));
    expect(await findBelowFloor(floor, { schema: 4, chromium: null })).toBeNull();
    expect(JSON.parse((await floor.read()) ?? '')).toEqual({ schema: 4, chromium: 156, journal: 2 });
  });

  it('stops nobody when the file is damaged: it is the second lock on the door', async () => {
    const floor = file();
    await floor.write('{"schema":');
    expect(await findBelowFloor(floor, { schema: 3, chromium: 156 })).toBeNull();
  });

  it('reads the engine of Chromium, Chrome, Edge and the shell, and knows when it is another', () => {
    expect(chromiumVersionOf('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0')).toBe(156);
    expect(chromiumVersionOf('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBeNull();
  });
});
