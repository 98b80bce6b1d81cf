import { describe, expect, it } from 'vitest';
import { builtInKinds } from '../../../../lib/devices/drivers';
import { hexBytes } from '../../../../lib/devices/profile/frame';
import { simulatedTransport } from '../../../../lib/simulated/transport';
import { noTime } from '../profile/recording-link';
import { builtIn, everyProfile, kind, profile, simulated } from './profiles';

const held = { nowMs: () => 0, wait: noTime };

describe('every kind', () => {
  it('has a unique id, and every built-in profile is listed', () => {
    const ids = builtInKinds.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(builtIn.map(({ id }) => id)));
  });

  it.each(everyProfile.map(({ id }) => id))('%s is found by its chooser, and recognised when connected', async (id) => {
    const [own, device] = [kind(id), simulated(id)];
    const radio = simulatedTransport([device], held);
    const shown = await radio.request(own.request).catch(() => null);
    // A Linak bed is known by its service; a Richmat with a Nordic radio too.
    expect(shown?.name).toBe(device.name);
    const services = device.services.map(({ uuid }) => uuid);
    expect(own.matches(device.name, services)).toBe(true);
    expect(own.matches(device.name, [])).toBe(false);
    expect(own.matches('Something else', ['0000180d-0000-1000-8000-00805f9b34fb'])).toBe(false);
  });

  it('is not mistaken for another, except where both are known by one service only', () => {
    const alike = new Set(['richmat-wilinke-bed bedtech-bed']);
    for (const { id } of everyProfile) {
      const device = simulated(id);
      const services = device.services.map(({ uuid }) => uuid);
      const taken = everyProfile
        .filter((other) => other.id !== id && kind(other.id).matches(device.name, services))
        .map((other) => other.id);
      expect(taken.filter((other) => !alike.has(`${id} ${other}`))).toEqual([]);
    }
  });
});

describe('the motors of beds', () => {
  // docs/beds/*.md of ha-adjustable-bed: what raises, lowers, flattens or goes to a position.
  const motors: Readonly<Record<string, { readonly at: number; readonly bytes: readonly number[] }>> = {
    'linak-bed': { at: 0, bytes: [0x00, 0x02, 0x03, 0x04, 0x05, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0e, 0x0f, 0x44, 0x38, 0x39, 0x3a, 0x45] },
    'richmat-wilinke-bed': {
      at: 3,
      bytes: [0x24, 0x25, 0x26, 0x27, 0x3f, 0x40, 0x41, 0x42, 0x31, 0x45, 0x46, 0x58, 0x59, 0x2e, 0x2f, 0x2b, 0x2c],
    },
    'richmat-nordic-bed': {
      at: 0,
      bytes: [0x24, 0x25, 0x26, 0x27, 0x3f, 0x40, 0x41, 0x42, 0x31, 0x45, 0x46, 0x58, 0x59, 0x2e, 0x2f, 0x2b, 0x2c],
    },
    'bedtech-bed': { at: 3, bytes: [0x24, 0x25, 0x26, 0x27, 0x31, 0x45, 0x46] },
  };
  it.each(Object.entries(motors))('%s has no frame for them', (id, { at, bytes }) => {
    for (const frame of Object.values(profile(id).frames)) {
      const fixed = frame.bytes.flatMap((part) => (typeof part === 'string' ? hexBytes(part) : [-1]));
      expect(bytes).not.toContain(fixed[at]);
    }
  });

  it('of a Jensen: the only command of that family reads the position', () => {
    const fixed = Object.values(profile('jensen-bed').frames).flatMap(({ bytes: [first] }) =>
      typeof first === 'string' ? [hexBytes(first)] : [],
    );
    expect(fixed.filter(([family]) => family === 0x10)).toEqual([[0x10, 0xff, 0, 0, 0, 0]]);
  });
});
