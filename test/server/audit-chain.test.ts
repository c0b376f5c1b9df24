import { describe, expect, test } from 'vitest';
import type { DeviceId, UserId } from '#shared/domain/ids.ts';
import { chainLines, gapsIn, type AuditLine, type ChainHead } from '#server/audit/audit-chain.ts';

const line = (deviceId: string | null, recordId: string, atMs = 1): AuditLine => ({
  action: 'operation', result: 'refused', atMs, userId: deviceId === null ? null : ('sanne' as UserId), deviceId: deviceId as DeviceId | null, dossierId: 'd', recordId, requestId: null, detail: { reason: 'rights', count: 2 },
});

/** Two laptops and the server itself, in turn. */
function written() {
  const heads = new Map<string, ChainHead>();
  const lines = [...chainLines('r', [line('a', '1'), line('b', '2'), line('a', '3'), line(null, '4')], heads), ...chainLines('r', [line('a', '5'), line('b', '6')], heads)];
  return { lines, heads };
}

describe('the chains of the audit', () => {
  test('every device has one of its own, and so does the server; as it was written it has no gap', () => {
    const { lines, heads } = written();
    expect(lines.map(({ chain, place }) => `${chain} ${place}`)).toEqual(['device:a 1', 'device:b 1', 'device:a 2', 'server 1', 'device:a 3', 'device:b 2']);
    expect(gapsIn('r', lines, heads)).toEqual([]);
    expect(gapsIn('r', lines.slice(4), heads, new Map([['device:a', lines[2]!], ['device:b', lines[1]!], ['server', lines[3]!]]))).toEqual([]);
  });

  test('a line that was taken out is named, and no other chain is blamed', () => {
    const { lines, heads } = written();
    expect(gapsIn('r', lines.toSpliced(2, 1), heads)).toEqual([{ chain: 'device:a', place: 2, what: 'missing' }]);
    expect(gapsIn('r', lines.slice(0, -1), heads)).toEqual([{ chain: 'device:b', place: 2, what: 'missing' }]);
  });

  test.each([
    ['who', { userId: 'mehmet' as UserId }],
    ['when', { atMs: 2 }],
    ['what became of it', { result: 'applied' }],
    ['about what', { recordId: '9' }],
    ['why', { detail: { reason: 'signature', count: 2 } }],
  ])('a line that says something else is named: %s', (_what, other) => {
    const { lines, heads } = written();
    expect(gapsIn('r', lines.with(0, { ...lines[0]!, ...other }), heads)).toEqual([{ chain: 'device:a', place: 1, what: 'changed' }]);
  });

  test('a chain that was made anew from a changed line on does not end where it ended', () => {
    const { lines, heads } = written();
    const forged = chainLines('r', [line('a', '1'), line('a', '33'), line('a', '5')], new Map());
    const others = lines.filter(({ chain }) => chain !== 'device:a');
    expect(gapsIn('r', [...forged, ...others], heads)).toEqual([{ chain: 'device:a', place: 3, what: 'changed' }]);
  });

  test('another region cannot lend its lines', () => {
    const { lines, heads } = written();
    expect(gapsIn('elsewhere', lines, heads)).toHaveLength(3);
  });
});
