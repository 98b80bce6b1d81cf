import type { SessionPlan, SessionStep } from '../../../../lib/catalogue';
import { type HeldClock, heldClock } from '../../../../lib/core/clock';
import type { Capabilities } from '../../../../lib/devices/driver';
import { Click } from '../../../../lib/devices/safety/click';
import type { UserLimits } from '../../../../lib/devices/safety/limits';
import { SessionRunner } from '../../../../lib/devices/session/runner';
import { FakeDevice, memoryRecords, nothingInTheWay } from './fake-device';

export const NOON = Date.UTC(2026, 4, 4, 12);

export function makePlan(...steps: readonly SessionStep[]): SessionPlan {
  return {
    modality: 'pneumatic-compression',
    doseId: null,
    variant: null,
    doseOf: 'user',
    regions: [],
    steps,
    item: null,
    preset: null,
  };
}

export const THREE_STEPS = makePlan(
  { levels: { legs: 3 }, seconds: 60 },
  { levels: { legs: 6 }, seconds: 60, rampS: 30 },
  { levels: { legs: 2 }, seconds: 30 },
);

export function click(clock: HeldClock): Click {
  const made = Click.of({ isTrusted: true }, clock.now());
  if (made === null) throw new Error('a trusted event makes a click');
  return made;
}

export function setUp(plan = THREE_STEPS, capabilities?: Capabilities, userLimits?: UserLimits) {
  const clock = heldClock(NOON);
  const device = new FakeDevice(clock, capabilities);
  const records = memoryRecords();
  /** What the session said of the device's mark. */
  const told: ('rest' | 'unrest')[] = [];
  const runner = new SessionRunner(plan, {
    clock,
    driver: device,
    kind: { id: 'fake', disabled: null },
    device: { id: 'd1', name: 'Fake' },
    connected: device.connected,
    records,
    timeZone: () => 'Europe/Berlin',
    newId: () => 's1',
    demo: true,
    onRest: () => told.push('rest'),
    onUnrest: () => told.push('unrest'),
    ...(userLimits === undefined ? {} : { userLimits }),
  });
  const start = () => runner.start(click(clock), nothingInTheWay(clock.now()));
  return { clock, device, records, runner, start, told, record: () => records.kept.get('s1') };
}
