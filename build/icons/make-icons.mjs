#!/usr/bin/env node
/**
 * Draws icon.svg in every size and packs icon.ico and icon.icns, so that packaging never has to convert (and download a
 * converter). Run by hand after a change of the drawing: node build/icons/make-icons.mjs /usr/bin/chromium
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

const folder = import.meta.dirname;
const sizes = [16, 32, 48, 64, 128, 256, 512, 1024];

const draw = async (svg, executablePath) => {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const pictures = new Map();
    for (const size of sizes) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
      pictures.set(size, await page.screenshot({ omitBackground: true }));
      await page.close();
    }
    return pictures;
  } finally {
    await browser.close();
  }
};

/** ICO: a directory of PNG pictures; 0 means 256. */
const packIco = (pictures) => {
  const used = sizes.filter((size) => size <= 256);
  const header = Buffer.alloc(6 + 16 * used.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(used.length, 4);
  let offset = header.length;
  used.forEach((size, index) => {
    const at = 6 + 16 * index;
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(pictures.get(size).length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += pictures.get(size).length;
  });
  return Buffer.concat([header, ...used.map((size) => pictures.get(size))]);
};

/** ICNS: typed pieces, each a PNG. */
const icnsTypes = { ic07: 128, ic08: 256, ic09: 512, ic10: 1024, ic11: 32, ic12: 64, ic13: 256, ic14: 512 };
const packIcns = (pictures) => {
  const pieces = Object.entries(icnsTypes).map(([type, size]) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(8 + pictures.get(size).length, 4);
    return Buffer.concat([head, pictures.get(size)]);
  });
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(8 + pieces.reduce((total, piece) => total + piece.length, 0), 4);
  return Buffer.concat([head, ...pieces]);
};

const pictures = await draw(await readFile(join(folder, 'icon.svg'), 'utf8'), process.argv[2]);
await mkdir(join(folder, 'png'), { recursive: true });
for (const size of sizes.filter((one) => one <= 512)) await writeFile(join(folder, 'png', `${size}x${size}.png`), pictures.get(size));
await writeFile(join(folder, 'icon.ico'), packIco(pictures));
await writeFile(join(folder, 'icon.icns'), packIcns(pictures));
