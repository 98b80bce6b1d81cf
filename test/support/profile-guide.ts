import { readFileSync } from 'node:fs';

const guide = readFileSync(new URL('../../docs/device-profile.md', import.meta.url), 'utf8');

/** A complete profile of docs/device-profile.md, by its id. */
export function profileOfGuide(id: string): Record<string, unknown> {
  for (const [, json = ''] of guide.matchAll(/```json\n([\s\S]*?)```/g)) {
    // The guide also shows parts of profiles, which are no JSON by themselves.
    if (!json.includes(`"id": "${id}"`)) continue;
    const profile: unknown = JSON.parse(json);
    if (typeof profile === 'object' && profile !== null) return { ...profile };
  }
  throw new Error(`the guide has no ${id}`);
}
