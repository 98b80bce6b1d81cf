import * as v from 'valibot';
import { DEVICE_KINDS } from '../../storage/device-kinds';

/** What surfaces exchange about devices. The card loads this file on every page, so it contains only schemas. */

/** A session as other surfaces show it. While it runs, they count down from `endsAtMs` themselves. */
export const sessionState = v.object({
  state: v.picklist([
    'blocked',
    'cleared',
    'armed',
    'running',
    'paused',
    'stopping',
    'unstopped',
    'silent',
    'released',
    'ended',
    'unknown',
  ]),
  doing: v.picklist([
    'waiting',
    'starting',
    'ramping',
    'holding',
    'resting',
    'unheard',
    'paused',
    'link-lost',
    'lost-and-ends',
    'stopping',
    'not-stopped',
    'rest-not-reported',
    'stop-waits',
    'in-other-hands',
    'asking',
    'ended',
    'not-known',
  ]),
  step: v.number(),
  steps: v.number(),
  /** While the session runs, or its device ends by itself without a link, epoch ms; null while it is paused. */
  endsAtMs: v.nullable(v.number()),
  /** While the session is paused; null while it runs, because otherwise every tick would be a change. Both are null while nobody knows. */
  leftS: v.nullable(v.number()),
});
export type SessionState = v.InferOutput<typeof sessionState>;

/** A device that was told to rest and does not: why it refused, or null, and what it reported last of what still moves. */
const unrest = v.object({
  refused: v.nullable(v.picklist(['unknown-command', 'bad-value', 'not-now', 'no-control', 'fault', 'unclear'])),
  reports: v.array(
    v.object({
      what: v.picklist(['running', 'speed', 'pressure', 'level']),
      zone: v.nullable(v.string()),
      value: v.number(),
      unit: v.nullable(v.picklist(['level', 'percent', 'km/h', 'mmHg', 'W'])),
    }),
  ),
  /** The age of the reports, s; left out while they are fresh. */
  oldS: v.optional(v.number()),
});

/** What any surface may know about a device that is connected or connecting. */
export const deviceState = v.object({
  id: v.string(),
  /** The user's name for it, otherwise its own. */
  name: v.nullable(v.string()),
  kind: v.picklist(DEVICE_KINDS),
  state: v.picklist(['idle', 'choosing', 'connecting', 'discovering', 'ready', 'lost', 'reconnecting', 'failed', 'closed']),
  batteryPct: v.nullable(v.number()),
  /** Whether the device moves and can be stopped. */
  stops: v.boolean(),
  /** The session on the device, including one whose end is unknown; null for none. */
  session: v.nullable(sessionState),
  /** Whether a conformance test runs on it. */
  tested: v.boolean(),
  /** Whether a session ran there in this tab and can be repeated. */
  again: v.boolean(),
  /** It may still be running and no session watches it: Rebound closed meanwhile, or gave up the link; null: neither. */
  leftRunning: v.nullable(v.picklist(['closed', 'link-given-up'])),
  /** It did not stop. */
  unrest: v.nullable(unrest),
  /** It reports that it moves, and no session started it; left out: it does not. */
  unasked: v.exactOptional(v.literal(true)),
  /** An earlier tab left it running, and it reports that it still moves. */
  stillMoves: v.exactOptional(v.literal(true)),
});
export type DeviceState = v.InferOutput<typeof deviceState>;

/**
 * `start` runs again what was run last. `stop-all` is for every device; its `id` says nothing. `is-off`: a person says that a device which may
 * be running is off.
 */
export const deviceCommand = v.object({
  command: v.picklist(['connect', 'disconnect', 'start', 'pause', 'resume', 'skip', 'stop', 'stop-all', 'is-off']),
  id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(200)),
  /** When the user clicked, epoch ms by the wall clock, which all surfaces share. Left out: no click of the user's. Only `MOVING` need it. */
  clickedAtMs: v.exactOptional(v.pipe(v.number(), v.finite())),
});
export type DeviceCommand = v.InferOutput<typeof deviceCommand>;
export type MovingCommand = 'start' | 'resume' | 'skip';
export type SafeCommand = Exclude<DeviceCommand['command'], MovingCommand>;

/** Commands that may move a device, or move it more. They are refused without a click that is seconds old; no other command ages. */
export const MOVING: ReadonlySet<DeviceCommand['command']> = new Set<MovingCommand>(['start', 'resume', 'skip']);

/**
 * How a command ended. `accepted`: under way, and the device's state tells the rest. `needs-chooser`: only a click in the app tab can find
 * it. `needs-app`: something must be answered there first. `busy`: a check runs on this strap, or a session on this device.
 * `stopping`: it took the stop and has not come to rest yet. `not-stopped`: it refused the stop, or still moves.
 * `stop-pending`: there is no link; one is being made, and the stop goes out first. `too-late`: it may move a device, and its click was too
 * old; nothing was done. `unanswered`: the same, but nobody answered; nothing is done any more. `failed`: nobody answered, or a stop did not
 * arrive.
 */
export const commandOutcome = v.picklist([
  'accepted',
  'needs-chooser',
  'needs-app',
  'busy',
  'unknown-device',
  'not-supported',
  'stopping',
  'not-stopped',
  'stop-pending',
  'too-late',
  'unanswered',
  'failed',
]);
export type CommandOutcome = v.InferOutput<typeof commandOutcome>;
