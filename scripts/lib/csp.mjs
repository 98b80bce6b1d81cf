import { createHash } from 'node:crypto';

/**
 * The content security policy of our own pages, for the manifest. Nothing is fetched from anywhere: "sends nothing" is then what the browser
 * enforces and not what we promise. No inline script; an inline style only by its hash. Scripts get their address from the policy of
 * lib/browser/trusted-types.ts alone.
 *
 * @param {Iterable<string>} styles the texts of the pages' inline styles
 */
export function contentSecurityPolicy(styles) {
  const hashes = [...styles].map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    ['style-src', "'self'", ...hashes].join(' '),
    "img-src 'self' data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}
