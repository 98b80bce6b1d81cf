import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { deviceProfileSchema, profileParts } from '../../../../lib/devices/profile/schema';
import { anyProfile } from '../profiles/profiles';
import { isValid, type JsonSchema, toJsonSchema } from './json-schema';
import { mutants } from './mutants';

const published: JsonSchema = JSON.parse(readFileSync(new URL('../../../../docs/device-profile.schema.json', import.meta.url), 'utf8'));

/** Record schemas silently drop these; parse.ts refuses them before. */
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => !['__proto__', 'constructor', 'prototype'].includes(key) && isPlain(inner));
}

describe('the published JSON Schema', () => {
  it('is generated from the schema that checks profiles', () => {
    const { $schema, title, description, ...rest } = published;
    expect($schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(`${title} ${description}`).toContain('Rebound device profile');
    expect(rest).toEqual(toJsonSchema(deviceProfileSchema, profileParts));
  });

  it('accepts every built-in profile', () => {
    for (const profile of anyProfile) expect(isValid(published, profile)).toBe(true);
  });

  it('agrees with it on valid and invalid profiles', () => {
    let good = 0;
    fc.assert(
      fc.property(mutants, ({ value }) => {
        fc.pre(isPlain(value));
        const { success } = v.safeParse(deviceProfileSchema, value);
        if (success) good++;
        expect(isValid(published, value)).toBe(success);
      }),
      { numRuns: 3000 },
    );
    expect(good).toBeGreaterThan(100);
  });
});
