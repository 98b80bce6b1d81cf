import type { Capabilities, DeviceFaultCode, LevelUnit, Zone } from '../../lib/devices/driver';
import type { Excess } from '../../lib/devices/safety/excess';
import type { Doing, SessionFault, SessionView, WithoutLink } from '../../lib/devices/session/view';
import { clockTime, type MessageKey, number, t, timeOfDay } from '../../lib/i18n';
import { speed, temperature } from '../../lib/i18n/units';
import type { SessionEnd, SessionRest } from '../../lib/storage';

const DOING: Readonly<Record<Doing, MessageKey>> = {
  waiting: 'doingWaiting',
  starting: 'doingStarting',
  ramping: 'doingRamping',
  holding: 'doingHolding',
  resting: 'doingResting',
  unheard: 'doingUnheard',
  paused: 'doingPaused',
  'link-lost': 'doingLinkLost',
  'lost-and-ends': 'doingLostAndEnds',
  stopping: 'doingStopping',
  'not-stopped': 'doingNotStopped',
  'rest-not-reported': 'doingRestNotReported',
  'stop-waits': 'doingStopWaits',
  'in-other-hands': 'doingInOtherHands',
  asking: 'doingAsking',
  ended: 'doingEnded',
  'not-known': 'doingNotKnown',
};

export function doingWords(doing: Doing): string {
  return t(DOING[doing]);
}

const FAULTS: Readonly<Record<SessionFault, readonly [what: MessageKey, todo: MessageKey]>> = {
  'device-refused': ['sessionRefused', 'sessionRefusedTodo'],
  'not-pressed': ['sessionNotPressed', 'sessionNotPressedTodo'],
  'commands-failed': ['sessionFailed', 'sessionFailedTodo'],
  'stop-not-told': ['sessionStopUntold', 'sessionStopUntoldTodo'],
  'rest-not-seen': ['sessionRestNotSeen', 'sessionRestNotSeenTodo'],
  'pause-ignored': ['sessionPauseIgnored', 'sessionPauseIgnoredTodo'],
  'did-not-start': ['sessionDidNotStart', 'sessionDidNotStartTodo'],
  'stopped-at-device': ['sessionAtDevice', 'sessionAtDeviceTodo'],
  'device-fault': ['sessionDeviceFault', 'sessionDeviceFaultTodo'],
  'too-high': ['sessionTooHigh', 'sessionTooHighTodo'],
  'rests-after-link': ['sessionRestsAfterLink', 'sessionRestsAfterLinkTodo'],
  'other-run': ['sessionOtherRun', 'sessionInOtherHandsTodo'],
  'taken-at-device': ['sessionTakenAtDevice', 'sessionInOtherHandsTodo'],
  'other-host': ['sessionOtherHost', 'sessionOtherHostTodo'],
  'link-lost': ['sessionLinkLost', 'sessionLinkLostTodo'],
  'stopped-after-link': ['sessionStoppedAfterLink', 'sessionStoppedAfterLinkTodo'],
};

/** `code`: the fault that the device named, for `device-fault`. */
export function deviceFaultWords(
  fault: SessionFault,
  code: DeviceFaultCode | null = null,
): { readonly what: string; readonly todo: string } {
  const [what, todo] = FAULTS[fault];
  return { what: code === null ? t(what) : faultCodeWords(code), todo: t(todo) };
}

const EXCESS: Readonly<Record<Excess['what'], MessageKey>> = {
  pressure: 'excess',
  level: 'excess',
  speed: 'excessSpeed',
  temperature: 'excessTemperature',
  cold: 'excessCold',
};

/** The measured value that ended a session, as a sentence. */
export function excessWords({ what, zone, measured, limit, unit }: Excess): string {
  const words = (value: number) => (unit === '°C' ? temperature(value) : levelWords(value, unit));
  const text = t(EXCESS[what], words(measured), words(limit));
  return zone === null ? text : t('unrestZone', zoneName({ id: zone }), text);
}

const FAULT_CODES: Readonly<Record<DeviceFaultCode, MessageKey>> = {
  pressure: 'deviceFaultPressure',
  temperature: 'deviceFaultTemperature',
  current: 'deviceFaultCurrent',
  battery: 'deviceFaultBattery',
  sensor: 'deviceFaultSensor',
  other: 'deviceFaultOther',
};

/** The fault that a device reports, as a sentence. */
export function faultCodeWords(code: DeviceFaultCode): string {
  return t(FAULT_CODES[code]);
}

export function withoutLinkWords(without: WithoutLink): string {
  switch (without.code) {
    case 'ends-by-its-timer':
      return without.leftS === 0 ? t('withoutLinkTimerOver') : t('withoutLinkTimer', clockTime(without.leftS), timeOfDay(without.untilMs));
    case 'ends-by-its-watchdog':
      return without.leftS === 0 ? t('withoutLinkWatchdogOver') : t('withoutLinkWatchdog', clockTime(without.leftS));
    case 'ends-by-itself':
      return t('withoutLinkEnds');
    case 'runs-on':
      return t('withoutLinkRunsOn');
  }
}

const ENDS: Readonly<Record<SessionEnd, MessageKey>> = {
  finished: 'endFinished',
  stopped: 'endStopped',
  'skipped-to-end': 'endSkipped',
  'link-lost': 'endLinkLost',
  'tab-closed': 'endTabClosed',
  fault: 'endFault',
  'too-high': 'endTooHigh',
  'device-timer': 'endDeviceTimer',
  'device-watchdog': 'endDeviceWatchdog',
  'at-device': 'endAtDevice',
  'safety-key': 'endSafetyKey',
  'stopped-elsewhere': 'endStoppedElsewhere',
  'taken-at-device': 'endTakenAtDevice',
  'other-host': 'endOtherHost',
  'device-fault': 'endDeviceFault',
  'device-ended': 'endDeviceEnded',
  'did-not-start': 'endDidNotStart',
  'paused-too-long': 'endPausedTooLong',
  'heart-rate-lost': 'endHeartRateLost',
  'over-cap': 'endOverCap',
  'slower-than-belt': 'endSlowerThanBelt',
};

const RESTS: Readonly<Record<Exclude<SessionRest, 'seen'>, MessageKey>> = {
  moves: 'endMoves',
  'not-seen': 'endRestNotSeen',
  'not-asked': 'endRestNotAsked',
};

/** How a session ended. `fault`: the fault that the device named; `rest`: whether it was seen at rest after the stop. */
export function endWords(end: SessionEnd, fault: DeviceFaultCode | null = null, rest: SessionRest | null = null): string {
  const rested = rest === null || rest === 'seen';
  return [
    // Nobody knows that it stopped.
    t(end === 'stopped' && !rested ? 'endToldToStop' : ENDS[end]),
    ...(fault === null ? [] : [faultCodeWords(fault)]),
    ...(rested ? [] : [t(RESTS[rest])]),
  ].join(' ');
}

const ZONES: Readonly<Record<string, MessageKey>> = {
  head: 'zoneHead',
  foot: 'zoneFoot',
  both: 'zoneBoth',
  belt: 'zoneBelt',
  speed: 'zoneSpeed',
  incline: 'zoneIncline',
  resistance: 'zoneResistance',
  power: 'zonePower',
  fan: 'zoneFan',
  vibration: 'zoneVibration',
  panel: 'zonePanel',
  massage: 'zoneMassage',
  motor: 'zoneMotor',
  all: 'zoneAll',
};

/** Zones that a device only numbers. */
const NUMBERED: Readonly<Record<string, MessageKey>> = { chamber: 'zoneChamber', motor: 'zoneMotorNumber', zone: 'zoneNumber' };

/** The name of a zone; the maker's name if Rebound has none. */
export function zoneName({ id }: Pick<Zone, 'id'>): string {
  const key = ZONES[id];
  if (key !== undefined) return t(key);
  const [, what = '', nth] = /^([a-z]+)-(\d+)$/.exec(id) ?? [];
  const numbered = NUMBERED[what];
  return numbered === undefined || nth === undefined ? id : t(numbered, nth);
}

/** "3", "40 %", "2.4 km/h". */
export function levelWords(level: number, unit: LevelUnit = 'level'): string {
  switch (unit) {
    case 'km/h':
      return speed(level);
    case 'percent':
      return t('percentValue', number(level));
    case 'mmHg':
      return t('mmHgValue', number(level));
    case 'W':
      return t('wattValue', number(level));
    case 'level':
      return number(level, Number.isInteger(level) ? 0 : 1);
  }
}

type Measures = { readonly view: Pick<SessionView, 'speedKmh' | 'temperatureC'> };

/** Whether a running session shows a temperature: one that can be set, or that is measured. */
export function showsTemperature({ view }: Measures, { temperatureC }: Pick<Capabilities, 'temperatureC'>): boolean {
  return temperatureC !== null || view.temperatureC.value.measured !== null;
}

/** Whether it shows a speed by itself: one that is measured, and that no zone shows. */
export function showsSpeed({ view }: Measures, { zones }: Pick<Capabilities, 'zones'>): boolean {
  return view.speedKmh.value !== null && !zones.some(({ unit }) => unit === 'km/h');
}
