import { describe, expect, it } from 'vitest';
import { npmReason, packagesAreCurrent } from '../../build/scripts/lib/packages.mjs';

const listOf = (packages) => JSON.stringify({ packages });
const lock = listOf({
  '': { name: 'veldwerk' },
  'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' },
  'node_modules/@oxlint/binding-win32-x64-msvc': { version: '1.89.0', integrity: 'sha512-b', optional: true },
});

describe('npm start and npm test install packages', () => {
  it('when nothing was installed, or an install was killed before npm wrote its list', () => {
    expect(packagesAreCurrent(lock, undefined)).toBe(false);
    expect(packagesAreCurrent(lock, '{"packages"')).toBe(false);
  });

  it('not when all is there but the programs of other systems', () => {
    expect(packagesAreCurrent(lock, listOf({ 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' } }))).toBe(true);
  });

  it('when a pull brought another version, another content of the same version, or a package more or less', () => {
    expect(packagesAreCurrent(lock, listOf({ 'node_modules/zod': { version: '4.6.6', integrity: 'sha512-a' } }))).toBe(false);
    expect(packagesAreCurrent(lock, listOf({ 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-c' } }))).toBe(false);
    expect(packagesAreCurrent(lock, listOf({}))).toBe(false);
    const more = { 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' }, 'node_modules/left-over': { version: '1.0.0' } };
    expect(packagesAreCurrent(lock, listOf(more))).toBe(false);
  });
});

describe('what is said when npm could not install', () => {
  it('names the network when that is what is missing', () => {
    const output = 'npm warn old\nnpm error code ENOTFOUND\nnpm error syscall getaddrinfo\nnpm error network request to http://registry/zod failed\n';
    expect(npmReason(output, 1)).toBe('npm cannot reach its registry (ENOTFOUND); connect to the network and start again');
  });

  it('gives npm\'s own first words for the rest, without its codes and its log', () => {
    const output = 'npm error code E404\nnpm error 404 Not Found - GET http://registry/zod - no such package.\nnpm error A complete log of this run can be found in: x\n';
    expect(npmReason(output, 1)).toBe('npm ci ended with 1 (404 Not Found - GET http://registry/zod - no such package)');
    expect(npmReason('', 'SIGKILL')).toBe('npm ci ended with SIGKILL');
  });
});
