import type { InlineConfig } from 'vite';

export const rendererSources: readonly string[];
export function rendererBundle(outDir: string): InlineConfig;
