import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { copyLibWith } from '../../../support/copy-of-lib';

/** The profile from the guide. */
const guide = readFileSync(join(import.meta.dirname, '../../../../docs/device-profile.md'), 'utf8');
const shown = /```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';

const copy = copyLibWith('device profile', 'lib/devices/profiles/toasty.json', shown);
afterAll(() => copy.remove());

it('a profile that is one new file becomes a driver kind', async () => {
  const { builtInKinds } = await copy.load<typeof import('../../../../lib/devices/drivers')>('lib/devices/drivers/index');
  const kind = builtInKinds.find(({ id }) => id === 'toasty');
  expect(kind).toMatchObject({ name: 'Toasty foot warmer', disabled: null });
  expect(kind?.matches('Toasty 3', ['0000fff0-0000-1000-8000-00805f9b34fb'])).toBe(true);
  expect(kind?.matches('Frosty', ['0000fff0-0000-1000-8000-00805f9b34fb'])).toBe(false);
});
