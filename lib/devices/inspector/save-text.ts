import { MINUTE_MS } from '../../core/time';

/** "rebound-gatt-polar-h10-20260504-064012.txt": valid on every file system. */
export function logFileName(device: string | null, atMs: number): string {
  const name = (device ?? 'device')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const [day = '', time = ''] = new Date(atMs).toISOString().split('T');
  return `rebound-gatt-${name || 'device'}-${day.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}.txt`;
}

/** Downloads a text as a file. Call it from a click. */
export function saveText(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser reads the address after this returns.
  setTimeout(() => URL.revokeObjectURL(address), MINUTE_MS);
}
