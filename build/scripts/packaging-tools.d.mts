export function installPackagingTools(): { readonly kind: 'ready' } | { readonly kind: 'failed'; readonly reason: string };
