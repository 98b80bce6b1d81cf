import type { SessionPlan } from '../../lib/catalogue';
import { makePlan } from '../lib/devices/session/set-up';
import { type DeviceRig, deviceRig, rigWorld } from '../support/device-rig';
import { readScreen } from './read-screen';
import type { StandIn } from './stand-ins';

/** What happens in a row: the device, and what can be done to it and the app. */
export interface Scene<D> {
  readonly device: D;
  readonly app: DeviceRig;
  readonly pass: (seconds: number) => Promise<void>;
  readonly now: () => number;
  readonly stop: () => Promise<unknown>;
  readonly lose: () => void;
  readonly back: () => void;
}

interface Expected<D> {
  /** False: it need not run when `happens` is called. */
  readonly starts?: boolean;
  readonly happens: (scene: Scene<D>) => Promise<void>;
  /** Parts of what the screen must say in the end. */
  readonly says: readonly string[];
  /** Parts of what it must not say. */
  readonly never: readonly string[];
  /** Every write since the moment has this form, in hexadecimal; null: nothing was written. Left out: anything may be. */
  readonly wrote?: RegExp | null;
}

export interface TruthResult {
  readonly misbehaviour: string;
  readonly screen: string;
  /** In hexadecimal, since the misbehaviour began. */
  readonly written: readonly string[];
  /** What is wrong; empty when nothing is. */
  readonly wrong: readonly string[];
}

export interface TruthRow {
  readonly name: string;
  readonly run: () => Promise<TruthResult>;
}

const PLANS: Readonly<Record<string, SessionPlan>> = {
  boots: makePlan({ levels: { 'chamber-1': 40 }, seconds: 600 }),
  belt: { ...makePlan({ levels: { belt: 2 }, seconds: 600 }), modality: 'active-recovery' },
  pad: { ...makePlan({ temperatureC: 30, seconds: 1200 }), modality: 'warm-bath' },
  bed: { ...makePlan({ levels: { head: 3, foot: 3 }, seconds: 1200 }), modality: 'bed-massage' },
};
const KINDS: Readonly<Record<string, string>> = {
  boots: 'open-recovery-compression',
  belt: 'ftms-treadmill',
  pad: 'ooler',
  bed: 'jensen-bed',
};
/** Long enough to reach its level. */
const RUNS_FOR_S = 25;

/** A row of the table. Its device runs a session before `happens`. `make` returns the id of a kind for its simulated device. */
export function truthRow<D>(name: string, make: () => StandIn<D> | string, expected: Expected<D>): TruthRow {
  return { name, run: () => run(name, make(), expected) };
}

async function run<D>(
  name: string,
  made: StandIn<D> | string,
  { starts = true, happens, says, never, wrote }: Expected<D>,
): Promise<TruthResult> {
  const what = name.split(':')[0] ?? '';
  const standIn = typeof made === 'string' ? null : made;
  const world = rigWorld(KINDS[what] ?? '', undefined, undefined, standIn?.model);
  const app = await deviceRig(world);
  const written: string[] = [];
  const write = world.model.write.bind(world.model);
  let since = false;
  world.model.write = (characteristic, bytes, atMs) => {
    if (since) written.push(Buffer.from(bytes).toString('hex'));
    return write(characteristic, bytes, atMs);
  };
  try {
    await app.passing(app.pair());
    const plan = PLANS[what];
    if (plan === undefined || !app.start(plan)) throw new Error(`${name}: it did not start`);
    await app.pass(RUNS_FOR_S);
    if (starts && app.session()?.view.state.value !== 'running') throw new Error(`${name}: it does not run: ${readScreen(app)}`);
    since = true;
    await happens({
      ...(standIn as StandIn<D>),
      app,
      pass: app.pass,
      now: () => world.clock.now(),
      stop: () => app.passing(app.registry.stop(app.id)),
      lose: () => world.radio.setInReach(app.id, false),
      back: () => world.radio.setInReach(app.id, true),
    });
    const screen = readScreen(app);
    const strange = wrote === undefined ? [] : written.filter((hex) => wrote === null || !wrote.test(hex));
    const wrong = [
      ...says.filter((part) => !screen.includes(part)).map((part) => `does not say “${part}”`),
      ...never.filter((part) => screen.includes(part)).map((part) => `says “${part}”`),
      ...strange.map((hex) => `wrote ${hex}`),
    ];
    return { misbehaviour: name, screen, written, wrong };
  } finally {
    app.close();
    world.db.close();
  }
}
