import { describe, expect, it } from 'vitest';
import { policyFilePath } from '#electron/policy.ts';
import { findServerAddress, parseServerAddress } from '#electron/server-address.ts';

describe('the address of the regional server', () => {
  it.each([
    ['https://regio.example', 'https://regio.example'],
    ['https://regio.example:8443/', 'https://regio.example:8443'],
    ['http://localhost:4310', 'http://localhost:4310'],
    ['http://127.0.0.1:4310/', 'http://127.0.0.1:4310'],
    ['http://[::1]:4310', 'http://[::1]:4310'],
  ])('%s is %s', (text, origin) => {
    expect(parseServerAddress(text)).toEqual({ kind: 'known', origin });
  });

  it.each([
    'http://regio.example',
    'http://localhost.evil.example',
    'https://user:pw@regio.example',
    'https://regio.example/path',
    'https://regio.example/?a=1',
    'https://regio.example/#a',
    'ftp://regio.example',
    'file:///etc',
    'app://veldwerk',
    'regio.example',
    '',
  ])('"%s" is refused', (text) => {
    expect(parseServerAddress(text)).toEqual({ kind: 'refused' });
  });

  const sources = { isPackaged: false, policyServerUrl: null, argv: ['--server-url=http://localhost:1'], env: { VELDWERK_SERVER_URL: 'http://localhost:2' } };

  it('comes from policy before argument before environment, and never from a guess', () => {
    expect(findServerAddress({ ...sources, policyServerUrl: 'https://p.example' })).toEqual({ kind: 'known', origin: 'https://p.example' });
    expect(findServerAddress(sources)).toEqual({ kind: 'known', origin: 'http://localhost:1' });
    expect(findServerAddress({ ...sources, argv: [] })).toEqual({ kind: 'known', origin: 'http://localhost:2' });
    expect(findServerAddress({ ...sources, argv: [], env: {} })).toEqual({ kind: 'missing' });
  });

  it('a refused policy is not replaced by an argument', () => {
    expect(findServerAddress({ ...sources, policyServerUrl: 'http://p.example' })).toEqual({ kind: 'refused' });
  });

  it('policy lies where only an administrator can write', () => {
    expect(policyFilePath('linux', '/opt/Veldwerk/resources')).toBe('/etc/veldwerk/policy.json');
    expect(policyFilePath('win32', String.raw`C:\Program Files\Veldwerk\resources`)).toBe(String.raw`C:\Program Files\Veldwerk\resources\policy.json`);
    expect(policyFilePath('darwin', '/Applications/Veldwerk.app/Contents/Resources')).toBe('/Library/Application Support/Veldwerk/policy.json');
  });
});
