import { readFileSync } from 'node:fs';

/** An example of docs/device-profile.md, by its id, as JSON. */
export function guideProfile(id: string): Record<string, unknown> {
  const guide = readFileSync(new URL('../../docs/device-profile.md', import.meta.url), 'utf8');
  for (const [, text = ''] of guide.matchAll(/```json\n([\s\S]+?)```/g)) {
    const one: Record<string, unknown> = JSON.parse(text);
    if (one.id === id) return one;
  }
  throw new Error(`no example ${id}`);
}
