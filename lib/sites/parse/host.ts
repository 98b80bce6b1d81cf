/**
 * Whether an address is on one of these hosts, over HTTPS and at its usual port. Another port of the same host may belong to somebody else,
 * and the browser's match patterns accept every port.
 */
export function isOnHost({ protocol, hostname, port }: Pick<URL, 'protocol' | 'hostname' | 'port'>, ...hosts: readonly string[]): boolean {
  return protocol === 'https:' && port === '' && hosts.includes(hostname);
}
