import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { copyLibWith } from '../../../support/copy-of-lib';

/** The profiles from the guide. */
const guide = readFileSync(join(import.meta.dirname, '../../../../docs/device-profile.md'), 'utf8');
const [toasty = '', dipper = ''] = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => text);

const copy = copyLibWith('device profile', 'lib/devices/profiles/toasty.json', toasty);
const sensors = copyLibWith('device profile', 'lib/devices/profiles/dipper.json', dipper);
afterAll(() => {
  copy.remove();
  sensors.remove();
});

it('a profile that is one new file becomes a driver kind', async () => {
  const { builtInKinds } = await copy.load<typeof import('../../../../lib/devices/drivers')>('lib/devices/drivers/index');
  const kind = builtInKinds.find(({ id }) => id === 'toasty');
  expect(kind).toMatchObject({ name: 'Toasty foot warmer', disabled: null });
  expect(kind?.matches('Toasty 3', ['0000fff0-0000-1000-8000-00805f9b34fb'])).toBe(true);
  expect(kind?.matches('Frosty', ['0000fff0-0000-1000-8000-00805f9b34fb'])).toBe(false);
});

it('the profile of a sensor that is one new file becomes a kind of sensor, and no driver', async () => {
  const { builtInKinds, builtInSensors } =
    await sensors.load<typeof import('../../../../lib/devices/drivers')>('lib/devices/drivers/index');
  expect(builtInSensors.map(({ id, measures }) => [id, measures])).toEqual([['dipper', 'thermometer']]);
  expect(builtInKinds.some(({ id }) => id === 'dipper')).toBe(false);
});
