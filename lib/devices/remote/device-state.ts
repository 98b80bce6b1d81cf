import * as v from 'valibot';
import { QUANTITIES } from '../../bluetooth/services';
import { isLinked, type LiveDevice } from '../links/live-device';
import type { DeviceRegistry } from '../links/registry';
import type { Mark } from '../marks/mark';
import type { DeviceSessions } from '../session/device-sessions';
import type { SessionRunner } from '../session/runner';
import type { Unrest } from '../session/view';
import { deviceState, type SessionState } from './schema';
import { snapshot } from './snapshot';

/** A device with its readings; for Rebound's own pages only. */
const detailedState = v.object({
  ...deviceState.entries,
  readings: v.array(
    v.object({
      quantity: v.picklist(QUANTITIES),
      value: v.number(),
      probe: v.exactOptional(v.number()),
      atMs: v.exactOptional(v.number()),
    }),
  ),
});
export type DetailedState = v.InferOutput<typeof detailedState>;

export const deviceStates = snapshot('devices', v.array(detailedState));

/** The connected devices, those on which something runs, and those that may still be running. Reads signals. */
export function toDeviceStates(
  registry: Pick<DeviceRegistry, 'live' | 'findName' | 'controlled'>,
  deviceSessions: DeviceSessions,
  nowMs: () => number,
): DetailedState[] {
  const sessions = deviceSessions.sessions.value;
  const watched = deviceSessions.marks.watched.value;
  const left = new Set(deviceSessions.leftRunning.value.map(({ id }) => id));
  const linked = registry.live.value
    .filter(({ id, state }) => isLinked(state) || sessions.get(id)?.live)
    .map((device) => ({
      id: device.id,
      name: registry.findName(device),
      kind: device.kind,
      state: device.state,
      batteryPct: device.batteryPct,
      stops: device.stops,
      session: toSessionState(sessions.get(device.id), nowMs),
      tested: watched.has(device.id),
      again: sessions.has(device.id) && registry.controlled(device.id) !== null,
      unrest: toUnrest(sessions.get(device.id), device.unrest ?? null),
      leftRunning: left.has(device.id) ? whyLeft(deviceSessions, device.id) : null,
      ...(movesUnasked(device, deviceSessions) ? { unasked: true as const } : {}),
      ...(left.has(device.id) && device.unasked === true ? { stillMoves: true as const } : {}),
      readings: [...device.readings],
    }));
  const known = new Set(linked.map(({ id }) => id));
  // Also one that was forgotten while its session runs.
  const others = [...deviceSessions.marks.all.value.values()].filter(({ id }) => !known.has(id));
  return [
    ...linked,
    ...others.map((mark) => ({
      ...toLeftState({ ...mark, name: registry.findName(mark) }),
      session: toSessionState(sessions.get(mark.id), nowMs),
      tested: watched.has(mark.id),
      leftRunning: left.has(mark.id) ? whyLeft(deviceSessions, mark.id) : null,
    })),
  ];
}

/** Whether the device reports that it moves, and nothing else says more of it: no session, no mark, and no stop that it did not obey. Reads signals. */
export function movesUnasked({ id, unasked, unrest }: LiveDevice, { sessions, marks }: DeviceSessions): boolean {
  return unasked === true && !unrest && sessions.value.get(id)?.live !== true && !marks.all.value.has(id);
}

/** A device without a link that may still be running. */
export function toLeftState({ id, name }: Pick<Mark, 'id' | 'name'>): DetailedState {
  return {
    id,
    name,
    kind: 'recovery',
    state: 'closed',
    batteryPct: null,
    stops: true,
    session: null,
    tested: false,
    again: false,
    leftRunning: 'closed',
    unrest: null,
    readings: [],
  };
}

function whyLeft({ marks }: DeviceSessions, id: string): 'closed' | 'link-given-up' {
  return marks.ofThisTab(id) ? 'link-given-up' : 'closed';
}

/** A live session knows it of its device; otherwise the link does. */
function toUnrest(session: SessionRunner | undefined, ofLink: Unrest | null): DetailedState['unrest'] {
  const known = session?.live ? session.view.unrest.value : ofLink;
  if (known === null) return null;
  const { refused, reports, oldS } = known;
  return { refused, reports: [...reports], ...(oldS === null ? {} : { oldS }) };
}

function toSessionState(session: SessionRunner | undefined, nowMs: () => number): SessionState | null {
  if (session === undefined || !session.live) return null;
  const { state, doing, stepIndex, leftS } = session.view;
  const running = state.value === 'running' || doing.value === 'lost-and-ends';
  return {
    state: state.value,
    doing: doing.value,
    step: stepIndex.value + 1,
    steps: session.plan.steps.length,
    // Rounded to the second, so that a tick alone is no change.
    endsAtMs: running && leftS !== null ? Math.round(nowMs() / 1000 + leftS) * 1000 : null,
    leftS: running ? null : leftS,
  };
}
