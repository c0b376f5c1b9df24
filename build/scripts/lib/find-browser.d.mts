export function findBrowser(env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform): string | undefined;
export function findTestBrowser(env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform): string | undefined;
