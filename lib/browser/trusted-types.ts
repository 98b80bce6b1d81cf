/** The part of Trusted Types that is used here; TypeScript's own library has none. */
interface TrustedTypes {
  createPolicy(name: string, rules: { readonly createScriptURL: (url: string) => string }): unknown;
}

/**
 * Lets a page start workers and load scripts from our own package, and from nowhere else. The content security policy demands it, and allows
 * no other policy. Call it before anything else in a page that starts a worker. Browsers without Trusted Types need nothing.
 */
export function trustOwnScripts(): void {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      if (!new URL(url, location.href).href.startsWith(`${location.origin}/`)) throw new TypeError('a script from elsewhere');
      return url;
    },
  });
}
