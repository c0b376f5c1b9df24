import { trustedTypesPolicyName } from '#shared/ipc/content-security-policy.ts';

interface TrustedTypesLike {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown };
}

const trustedTypes = (globalThis as { trustedTypes?: TrustedTypesLike }).trustedTypes;

/** The one policy of this page: scripts of our own origin may be started as workers, nothing else is ever trusted. */
const policy = trustedTypes?.createPolicy(trustedTypesPolicyName, {
  createScriptURL(url) {
    const address = new URL(url, location.href);
    if (address.origin !== location.origin) throw new TypeError('a worker of another origin is never started');
    return address.href;
  },
});

/** @returns the address of a worker, in the form that the content security policy accepts */
export function trustedScriptUrl(url: string): string {
  // The DOM's types do not know TrustedScriptURL; where there are no Trusted Types the text itself is right.
  return (policy === undefined ? url : policy.createScriptURL(url)) as string;
}
