import { expect, it } from 'vitest';
import { DriverFault } from '../../../../lib/devices/driver';
import { speakEnglish } from '../../../support/english';
import { guideProfile } from '../../../support/guide-profile';
import { importedKind, importedRig, madeUpDevice } from './imported-rig';
import { makePlan } from './set-up';

speakEnglish();

/** The boots of the guide with commands at a characteristic that the device need not have. */
function puffer(...moved: readonly string[]) {
  const { characteristics, frames, ...rest } = guideProfile('puffer') as {
    characteristics: object;
    frames: Record<string, object>;
  };
  const extra = { at: [{ service: 'ae00', uuids: ['ae09'] }], write: 'with-response', optional: true };
  return {
    ...rest,
    status: undefined,
    match: { namePrefixes: ['Made'] },
    characteristics: { ...characteristics, extra },
    frames: Object.fromEntries(Object.entries(frames).map(([id, frame]) => [id, moved.includes(id) ? { ...frame, to: 'extra' } : frame])),
  };
}
const boots = () => madeUpDevice('Made up 1', () => ({ obey: () => ({ meaning: 'ok' }), state: () => ({ running: false, levels: {} }) }));

it.each([
  ['every command', ['press', 'run']],
  ['the levels', ['press']],
  ['the start', ['run']],
])('a device that lacks the characteristic of %s is not said to run as set', async (_, moved) => {
  const rig = await importedRig(importedKind(puffer(...moved)), boots());
  rig.start(makePlan({ levels: { foot: 40, calf: 40 }, seconds: 600 }));
  await rig.app.pass(30);
  const seen = {
    screen: rig.screen(),
    state: rig.state(),
    zones: rig.app.registry.controlled(rig.app.id)?.driver.capabilities.value.zones.length,
  };
  rig.end();
  expect(seen.screen).not.toContain('40 mmHg (as set)');
  expect(seen.state).not.toBe('running');
  expect(seen.zones).toBe(moved.includes('press') ? 0 : 2);
});

it('a command of which no value is set is not taken for sent', async () => {
  const profile = {
    ...puffer(),
    endsByItself: 'no',
    class: 'thermal',
    timer: undefined,
    zones: undefined,
    frames: { warm: { to: 'command', bytes: ['01', { value: 'temperature', type: 'u8' }] }, vent: { to: 'command', bytes: ['53'] } },
    temperature: { range: { min: 20, max: 40, step: 1 }, steps: [{ write: 'warm' }] },
    start: [{ write: 'warm' }],
  };
  const rig = await importedRig(importedKind(profile), boots());
  const driver = rig.app.registry.controlled(rig.app.id)?.driver;
  const refused = driver?.apply({ kind: 'start' }).catch((error: unknown) => error) ?? Promise.resolve();
  expect(await rig.app.passing(refused)).toEqual(new DriverFault('not-ready', 'no value is set'));
  await rig.app.passing(driver?.apply({ kind: 'temperature', celsius: 30 }) ?? Promise.resolve());
  await rig.app.passing(driver?.apply({ kind: 'start' }) ?? Promise.resolve());
  rig.end();
  expect(rig.written).toEqual(['011e', '011e']);
});
