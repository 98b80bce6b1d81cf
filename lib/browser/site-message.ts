/** The only message from the background to cards: which sites are allowed now. A separate file, because the card's bundle includes it. */
export interface SitesAllowed {
  readonly rebound: 1;
  readonly kind: 'sites-allowed';
  /** Match patterns of origins. */
  readonly origins: readonly string[];
}

/** Whether the message says that the page at this address may no longer have a card. */
export function isRemoved(message: unknown, address: string): boolean {
  if (typeof message !== 'object' || message === null || !('kind' in message) || message.kind !== 'sites-allowed') return false;
  const origins: unknown = 'origins' in message ? message.origins : null;
  return Array.isArray(origins) && !origins.some((pattern) => typeof pattern === 'string' && covers(pattern, new URL(address)));
}

/** Whether a match pattern of an origin covers an address. */
export function covers(pattern: string, { protocol, hostname }: Pick<URL, 'protocol' | 'hostname'>): boolean {
  const [, scheme, host] = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*:]+)\/\*$/.exec(pattern) ?? [];
  if (host === undefined || (scheme !== '*' && `${scheme}:` !== protocol)) return false;
  return host === '*' || host === hostname || (host.startsWith('*.') && `.${hostname}`.endsWith(host.slice(1)));
}
