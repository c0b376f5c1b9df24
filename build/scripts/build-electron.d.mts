export function buildElectron(options?: { readonly outputFolder?: string; readonly production?: boolean }): Promise<{ readonly main: string; readonly preload: string }>;
