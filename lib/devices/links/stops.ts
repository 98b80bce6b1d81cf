import type { Clock } from '../../core/clock';
import type { CommandOutcome } from '../remote/schema';
import type { DeviceSessions } from '../session/device-sessions';
import type { SessionRunner } from '../session/runner';
import type { StopResult } from '../session/stop-tries';
import type { DeviceLink } from './device-link';
import { isLinked } from './live-device';

export interface StopParts {
  readonly links: () => ReadonlyMap<string, DeviceLink>;
  readonly deviceSessions: DeviceSessions;
  readonly clock: Clock;
  /** Connects to a device that may be running and has no link. */
  readonly seek: (id: string, mayChoose: boolean) => Promise<CommandOutcome>;
}

const MARKS_WITHIN_MS = 1000;

/** The worst outcome first: what a stop of everything answers with. */
const WORST = ['not-stopped', 'failed', 'needs-chooser', 'stop-pending', 'stopping'] as const;

/** Sends a stop to everything that reaches a device: its session, its link, and, if neither delivers it, the next link. Keeps nothing. */
export class Stops {
  readonly #parts: StopParts;

  constructor(parts: StopParts) {
    this.#parts = parts;
  }

  /**
   * The stop is handed over before this returns. Resolves when it was delivered, or could not be. A device that is not known yet may be one
   * that an earlier tab left running.
   */
  async one(id: string, mayChoose = false): Promise<CommandOutcome> {
    const { marks } = this.#parts.deviceSessions;
    const outcome = await marks.whileStopping(id, () => this.#send(id, mayChoose));
    if (outcome !== 'unknown-device') return outcome;
    await this.#marksKnown();
    return marks.all.value.has(id) ? marks.whileStopping(id, () => this.#send(id, mayChoose)) : outcome;
  }

  async #send(id: string, mayChoose: boolean): Promise<CommandOutcome> {
    const { links, deviceSessions, seek } = this.#parts;
    const { marks } = deviceSessions;
    const link = links().get(id);
    const live = deviceSessions.sessions.value.get(id);
    const session = live?.live ? live : undefined;
    const marked = marks.all.value.has(id);
    if (link === undefined && session === undefined && !marked) return 'unknown-device';
    const linked = link !== undefined && isLinked(link.state);
    if (session === undefined && !marked && !(linked && link.driven)) return 'not-supported';
    const sent: Promise<StopResult>[] = [];
    if (session !== undefined) sent.push(session.stop());
    if (linked && link.reaches && !isReachedBy(session, link)) sent.push(link.stopSoon());
    const results = await Promise.all(sent);
    if (results.includes('taken')) return describeRest(session, link);
    marks.oweStop(id);
    if (results.some((result) => typeof result === 'object')) return 'not-stopped';
    if (link !== undefined && isLinked(link.state)) return link.state === 'ready' ? 'failed' : 'stop-pending';
    if (!marked) return 'failed';
    const outcome = await seek(id, mayChoose);
    if (outcome === 'accepted') return 'stop-pending';
    // Its profile is not known, or not yet: nobody can send the stop now.
    return outcome === 'not-supported' ? 'failed' : outcome;
  }

  /** Everything that is linked, runs, or may be running. Each stop is handed over before this returns. */
  async all(): Promise<CommandOutcome> {
    const { links, deviceSessions } = this.#parts;
    const running = [...deviceSessions.sessions.value].filter(([, session]) => session.live).map(([id]) => id);
    const linked = [...links().values()].filter(({ state, driven }) => isLinked(state) && driven).map(({ id }) => id);
    const ids = new Set([...running, ...linked, ...deviceSessions.marks.all.value.keys()]);
    const stopping = [...ids].map((id) => this.one(id));
    await this.#marksKnown();
    const left = [...deviceSessions.marks.all.value.keys()].filter((id) => !ids.has(id));
    const outcomes = await Promise.all([...stopping, ...left.map((id) => this.one(id))]);
    return WORST.find((outcome) => outcomes.includes(outcome)) ?? 'accepted';
  }

  /** A store that does not answer must not hold up the answer. */
  async #marksKnown(): Promise<void> {
    const { deviceSessions, clock } = this.#parts;
    const known = new AbortController();
    const late = clock.wait(MARKS_WITHIN_MS, known.signal).catch(() => {});
    await Promise.race([deviceSessions.marks.ready, late]);
    known.abort();
  }
}

/** Whether a session's stop goes to this link. While the link is being set up, the session does not send over it yet. */
function isReachedBy(session: SessionRunner | undefined, { controlled }: DeviceLink): boolean {
  return controlled?.connected.value === true && session?.drives(controlled.driver) === true;
}

/** What a device does that took a stop. */
function describeRest(session: SessionRunner | undefined, link: DeviceLink | undefined): CommandOutcome {
  const state = session?.view.state.value;
  if (state === 'unstopped' || (link?.unrest ?? null) !== null) return 'not-stopped';
  // A session whose link is only being set up sees its device rest, or not, when that is ready.
  return state === 'stopping' || state === 'unknown' || link?.settling === true ? 'stopping' : 'accepted';
}
