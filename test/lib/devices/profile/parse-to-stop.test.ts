import { describe, expect, it } from 'vitest';
import { parseProfile, parseToStop } from '../../../../lib/devices/profile';
import { guideProfile } from '../../../support/guide-profile';

const puffer = guideProfile('puffer');
const frames = puffer.frames as object;
const hello = { hello: { to: 'command', bytes: ['01'] } };
const start = [{ write: 'run' }, { write: 'hard' }];
const hard = { hard: { to: 'command', bytes: ['50 FF FF 50'] } };
/** As an earlier version would have imported it. */
const old = { ...puffer, frames: { ...frames, ...hello, ...hard }, start, setUp: [{ subscribe: 'state' }, { write: 'hello' }] };
const toStop = (profile: object) => parseToStop(JSON.stringify(profile));

describe('a profile of a device that still runs', () => {
  it('stops it although today’s checks refuse a command, and polls nothing', () => {
    expect(parseProfile(JSON.stringify(old)).ok).toBe(false);
    expect(toStop({ ...old, poll: { everyMs: 1000, steps: [{ write: 'hello' }] } })).toMatchObject({ stop: ['vent'], setUp: old.setUp });
    expect(toStop({ ...old, poll: { everyMs: 1000, steps: [{ write: 'hello' }] } })).not.toHaveProperty('poll');
  });

  it('loses a set-up that is refused', () => {
    expect(toStop({ ...old, setUp: [{ write: 'hard' }] })).not.toHaveProperty('setUp');
    expect(toStop({ ...old, frames: { ...frames, ...hard, hello: { to: 'nowhere', bytes: ['01'] } } })).not.toHaveProperty('setUp');
  });

  it('stops nothing when the stop itself is refused', () => {
    expect(toStop({ ...old, stop: ['hard'] })).toBeNull();
    expect(toStop({ ...old, stop: ['nothing'] })).toBeNull();
    expect(toStop({ ...old, frames: { ...old.frames, vent: { to: 'nowhere', bytes: ['53'] } } })).toBeNull();
    expect(parseToStop('{')).toBeNull();
  });

  it('is the profile itself when it passes', () => {
    expect(toStop(puffer)).toEqual(puffer);
  });
});
