import { describe, expect, it } from 'vitest';
import { acceptExternalUrl, openExternalLink } from '#electron/external-links.ts';
import { keepLog } from './stand-in.ts';

describe('links to the user\'s own browser', () => {
  it('an exact host of the list over plain https is opened, as the parser understood it', () => {
    expect(acceptExternalUrl('https://wetten.overheid.nl/BWBR0015703/2026-01-01#Artikel10d')).toBe('https://wetten.overheid.nl/BWBR0015703/2026-01-01#Artikel10d');
    expect(acceptExternalUrl('https://WWW.UWV.NL/x')).toBe('https://www.uwv.nl/x');
  });

  it.each([
    'http://www.uwv.nl/',
    'https://uwv.nl/',
    'https://evil.www.uwv.nl/',
    'https://www.uwv.nl.evil.example/',
    'https://www.uwv.nl@evil.example/',
    'https://evil.example/@www.uwv.nl',
    'https://user:pw@www.uwv.nl/',
    'https://user@www.uwv.nl/',
    'https://www.uwv.nl:8443/',
    'https://www.uwv.nl./',
    String.raw`https://www.uwv.nl\@evil.example/`,
    String.raw`https:\\www.uwv.nl\x`,
    'https:www.uwv.nl',
    'https:///www.uwv.nl/',
    '//www.uwv.nl/',
    ' https://www.uwv.nl/',
    'https://www.uwv.nl/\n',
    'https://www.uwv.nl/a b',
    'https://ww\u200bw.uwv.nl/',
    'https://www.uwv.nⅼ/',
    'https://www.uwv.nl/\u202egpj.exe',
    'javascript:alert(1)//https://www.uwv.nl/',
    'file:///C:/Windows/System32/calc.exe',
    String.raw`\\evil.example\share\x.exe`,
    'ms-msdt:/id PCWDiagnostic',
    'smb://evil.example/x',
    'mailto:x@example.nl',
    'data:text/html,x',
    'app://veldwerk/',
    '',
    'https://',
  ])('[T3] %j is refused', async (url) => {
    const opened: string[] = [];
    const answer = await openExternalLink(url, async (address) => void opened.push(address), keepLog().log);
    expect(answer).toEqual({ kind: 'refused' });
    expect(opened).toEqual([]);
  });

  it('a system that cannot open it is an answer, not a crash', async () => {
    const answer = await openExternalLink('https://www.uwv.nl/', () => Promise.reject(new Error('no browser')), keepLog().log);
    expect(answer).toEqual({ kind: 'failed' });
  });
});
