import cyrillicRegular from '@fontsource/fira-sans/files/fira-sans-cyrillic-400-normal.woff?url';
import cyrillicStrong from '@fontsource/fira-sans/files/fira-sans-cyrillic-600-normal.woff?url';
import cyrillicExtRegular from '@fontsource/fira-sans/files/fira-sans-cyrillic-ext-400-normal.woff?url';
import cyrillicExtStrong from '@fontsource/fira-sans/files/fira-sans-cyrillic-ext-600-normal.woff?url';
import greekRegular from '@fontsource/fira-sans/files/fira-sans-greek-400-normal.woff?url';
import greekStrong from '@fontsource/fira-sans/files/fira-sans-greek-600-normal.woff?url';
import latinRegular from '@fontsource/fira-sans/files/fira-sans-latin-400-normal.woff?url';
import latinStrong from '@fontsource/fira-sans/files/fira-sans-latin-600-normal.woff?url';
import latinExtRegular from '@fontsource/fira-sans/files/fira-sans-latin-ext-400-normal.woff?url';
import latinExtStrong from '@fontsource/fira-sans/files/fira-sans-latin-ext-600-normal.woff?url';
import vietnameseRegular from '@fontsource/fira-sans/files/fira-sans-vietnamese-400-normal.woff?url';
import vietnameseStrong from '@fontsource/fira-sans/files/fira-sans-vietnamese-600-normal.woff?url';
import type { FontPiece } from './font-files.ts';
import type { Weight } from './look.ts';

/** Where the bundler put the font. WOFF and not WOFF2: unpacking that in plain JavaScript costs more than the bytes. */
export const fontAddresses: Readonly<Record<FontPiece, Readonly<Record<Weight, string>>>> = {
  latin: { regular: latinRegular, strong: latinStrong },
  'latin-ext': { regular: latinExtRegular, strong: latinExtStrong },
  vietnamese: { regular: vietnameseRegular, strong: vietnameseStrong },
  greek: { regular: greekRegular, strong: greekStrong },
  cyrillic: { regular: cyrillicRegular, strong: cyrillicStrong },
  'cyrillic-ext': { regular: cyrillicExtRegular, strong: cyrillicExtStrong },
};
