export function executableInDistribution(platform: NodeJS.Platform): string;
export function pinnedElectronVersion(): string;
export function electronDistribution(): string | null;
export function electronBinaryPath(): string | null;
export function tryInstallElectron(options: { readonly timeoutMs: number }): Promise<string | null>;
