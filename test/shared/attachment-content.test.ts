import { describe, expect, it } from 'vitest';
import { attachmentFileName, carriesHiddenData, mediaTypeOfContent } from '#shared/domain/attachment-content.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import { jpeg, png, webp } from '../fixtures/pictures.ts';

describe('the content of an attachment', () => {
  it('[ATT7] is what its first bytes say', () => {
    expect(mediaTypeOfContent(jpeg())).toBe('image/jpeg');
    expect(mediaTypeOfContent(png())).toBe('image/png');
    expect(mediaTypeOfContent(webp())).toBe('image/webp');
    expect(mediaTypeOfContent(new TextEncoder().encode('%PDF-1.7\n'))).toBe('application/pdf');
    for (const other of ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', '<!doctype html>', 'GIF89a', 'MZ', '', 'RIFF....WAVE']) {
      expect(mediaTypeOfContent(new TextEncoder().encode(other))).toBeNull();
    }
  });

  it.each([
    ['Exif', jpeg({ segments: [{ marker: 0xe1, text: 'Exif\0\0GPS 51.84 N' }] }), 'image/jpeg'],
    ['Exif behind the colours', jpeg({ segments: [{ marker: 0xe2, text: 'ICC_PROFILE\0' }, { marker: 0xe1, text: 'Exif\0\0' }] }), 'image/jpeg'],
    ['a second picture', jpeg({ segments: [{ marker: 0xe2, text: 'MPF\0' }] }), 'image/jpeg'],
    ['IPTC', jpeg({ segments: [{ marker: 0xed, text: 'Photoshop 3.0' }] }), 'image/jpeg'],
    ['a comment', jpeg({ segments: [{ marker: 0xfe, text: 'Kandidaat' }] }), 'image/jpeg'],
    ['Exif in a PNG', png([{ name: 'eXIf', text: 'MM' }]), 'image/png'],
    ['a text in a PNG', png([{ name: 'iTXt', text: 'Author' }]), 'image/png'],
    ['Exif in a WebP', webp([{ name: 'EXIF', text: 'MM' }]), 'image/webp'],
    ['XMP in a WebP, behind an odd chunk', webp([{ name: 'ICCP', text: 'odd' }, { name: 'XMP ', text: '<x/>' }]), 'image/webp'],
  ] as const)('[ATT7] %s is hidden data', (_name, bytes, mediaType) => {
    expect(mediaTypeOfContent(bytes)).toBe(mediaType);
    expect(carriesHiddenData(bytes, mediaType)).toBe(true);
  });

  it('[ATT7] a picture as a canvas writes it carries nothing but itself', () => {
    expect(carriesHiddenData(jpeg({ segments: [{ marker: 0xe0, text: 'JFIF\0' }, { marker: 0xe2, text: 'ICC_PROFILE\0' }, { marker: 0xdb, text: 'tables' }] }), 'image/jpeg')).toBe(false);
    expect(carriesHiddenData(png([{ name: 'sRGB', text: '\0' }]), 'image/png')).toBe(false);
    expect(carriesHiddenData(webp(), 'image/webp')).toBe(false);
  });

  it('[ATT7] damaged lengths are read to their end and no further', () => {
    const zeros = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xe0, 0, 0]);
    expect(carriesHiddenData(zeros, 'image/jpeg')).toBe(false);
    for (const whole of [jpeg(), png([{ name: 'tEXt', text: 'x' }]), webp()]) {
      for (let length = 0; length < whole.length; length += 1) carriesHiddenData(whole.subarray(0, length), mediaTypeOfContent(whole) ?? 'image/jpeg');
    }
  });

  it('gets a name that tells nothing', () => {
    expect(attachmentFileName('0f8fad5b-d9cb-469f-a165-70867728950e', 'image/jpeg')).toBe('bijlage-0f8fad5b.jpg');
  });
});

describe('the record of an attachment', () => {
  const facts = { visitId: null, takenOn: '2026-11-20', mediaType: 'image/jpeg', sizeBytes: 812_345, sha256: 'a'.repeat(64), description: 'De nieuwe werkbank' };
  it('is judged by its rule', () => {
    expect(judgeRecord('attachment', { facts })).toEqual([]);
    const codes = (change: object) => judgeRecord('attachment', { facts: { ...facts, ...change } }).map(({ code }) => code);
    expect(codes({ sizeBytes: 30 * 1024 * 1024 + 1 })).toEqual(['attachment.tooLarge']);
    expect(codes({ sizeBytes: 0 })).toEqual(['attachment.size']);
    expect(codes({ mediaType: 'image/svg+xml' })).toEqual(['attachment.mediaType']);
    expect(codes({ sha256: 'A'.repeat(64) })).toEqual(['attachment.checksum']);
    expect(codes({ description: 'x'.repeat(201) })).toEqual(['text.tooLong']);
  });
});
