import { expect, it } from 'vitest';
import type { SessionStep } from '../../../../lib/catalogue';
import { DriverFault } from '../../../../lib/devices/driver';
import { Click } from '../../../../lib/devices/safety/click';
import { speakEnglish } from '../../../support/english';
import { importedKind, importedRig, MADE_UP, madeUpDevice, STATE } from './imported-rig';
import { makePlan } from './set-up';

speakEnglish();

/** A bed with one frame for two zones. */
function bedProfile(least = 0) {
  const at = (id: string, place: number) => ({ to: `level.${id}`, at: place, type: 'u8' });
  return {
    ...MADE_UP,
    class: 'massage',
    frames: {
      lv: { to: 'command', bytes: ['01', { value: 'level.head', type: 'u8' }, { value: 'level.foot', type: 'u8' }] },
      go: { to: 'command', bytes: ['02 01'] },
      halt: { to: 'command', bytes: ['02 00'] },
    },
    zones: ['head', 'foot'].map((id) => ({ id, control: 'absolute', range: { min: least, max: 10, step: 1 }, set: [{ write: 'lv' }] })),
    start: [{ write: 'go' }],
    stop: ['halt'],
    status: [{ from: 'state', begins: '73', fields: [{ to: 'running', at: 1, type: 'u8', above: 0 }, at('head', 2), at('foot', 3)] }],
  };
}

function bed() {
  const is = { on: false, head: 0, foot: 0 };
  const model = madeUpDevice('Made up 1', () => ({
    obey(_, bytes) {
      if (bytes[0] === 1) [is.head, is.foot] = [bytes[1] ?? 0, bytes[2] ?? 0];
      else is.on = bytes[1] === 1;
      return { meaning: 'ok' };
    },
    state: () => ({ running: is.on, levels: {} }),
    tells: { everyMs: 1000, packet: () => ({ characteristic: STATE, bytes: Uint8Array.of(0x73, is.on ? 1 : 0, is.head, is.foot) }) },
  }));
  return { is, model };
}

async function running(...steps: readonly SessionStep[]) {
  const { is, model } = bed();
  const rig = await importedRig(importedKind(bedProfile()), model);
  rig.start({ ...makePlan(...steps), modality: 'bed-massage' });
  await rig.app.pass(20);
  const tap = (zone: string, direction: 1 | -1) => {
    const click = Click.of({ isTrusted: true }, rig.world.appClock.now());
    if (click === null) throw new Error('no click');
    rig.app.session()?.stepLevel(zone, direction, click);
  };
  return { is, rig, tap };
}

it.each([15, 2])('a tap that lowers the head leaves the foot off, %d s after a hand switched it off', async (seconds) => {
  const { is, rig, tap } = await running({ levels: { head: 3, foot: 6 }, seconds: 600 });
  is.foot = 0;
  await rig.app.pass(seconds);
  tap('head', -1);
  await rig.app.pass(1);
  const seen = { ...is };
  rig.end();
  expect(seen).toMatchObject({ head: 2, foot: 0 });
});

it('the next step of the plan leaves the foot where a hand set it', async () => {
  const { is, rig } = await running({ levels: { head: 3, foot: 6 }, seconds: 60 }, { levels: { head: 4, foot: 6 }, seconds: 60 });
  is.foot = 1;
  await rig.app.pass(50);
  rig.end();
  expect(is).toMatchObject({ head: 4, foot: 1 });
});

it('a run that is taken over on a new link keeps the level of the other zone', async () => {
  const { is, rig } = await running({ levels: { head: 3, foot: 6 }, seconds: 60 }, { levels: { head: 2, foot: 6 }, seconds: 60 });
  rig.lose();
  await rig.app.pass(3);
  rig.back();
  await rig.app.pass(60);
  rig.end();
  expect(is).toMatchObject({ head: 2, foot: 6 });
});

it('a level of another zone that no frame can carry is not raised', async () => {
  const { is, model } = bed();
  const rig = await importedRig(importedKind(bedProfile(2)), model);
  const driver = rig.app.registry.controlled(rig.app.id)?.driver;
  const apply = (zone: string, level: number) =>
    rig.app.passing(driver?.apply({ kind: 'level', zone, level }).catch((error: unknown) => error) ?? Promise.resolve());
  await apply('foot', 6);
  await rig.app.pass(3);
  is.foot = 0;
  await rig.app.pass(3);
  expect(await apply('head', 4)).toEqual(new DriverFault('out-of-range', 'lv'));
  rig.end();
  expect(is.foot).toBe(0);
});
