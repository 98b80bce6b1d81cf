// One long file, because every kind of observation has its own sentence here, and the compiler checks that none is missing.

import type {
  OpenRecoveryEnd,
  OpenRecoveryEvent,
  OpenRecoveryResult,
  OpenRecoveryState,
  OpenRecoveryUnit,
} from '../bluetooth/services/open-recovery';
import { type MessageKey, number, t } from '../i18n';
import { percent } from '../i18n/units';
import type { Breach, ByteFault, CharacteristicName } from './drivers/open-recovery';

/** What broke a rule of the Open Recovery Profile, in sentences: for the screen, the copied report and `npm run conformance`. */

const CHARACTERISTICS: Readonly<Record<CharacteristicName, MessageKey>> = {
  feature: 'conformInFeature',
  ranges: 'conformInRanges',
  programmes: 'conformInProgrammes',
  controlPoint: 'conformInControlPoint',
  status: 'conformInStatus',
  measurement: 'conformInMeasurement',
};

const RESULTS: Readonly<Record<OpenRecoveryResult, MessageKey>> = {
  ok: 'conformResultOk',
  unsupported: 'conformResultUnsupported',
  'bad-parameter': 'conformResultBadParameter',
  failed: 'conformResultFailed',
  'not-permitted': 'conformResultNotPermitted',
  'no-timer': 'conformResultNoTimer',
  fault: 'conformResultFault',
  'needs-press': 'conformResultNeedsPress',
};

const STATES: Readonly<Record<OpenRecoveryState, MessageKey>> = {
  idle: 'conformStateIdle',
  running: 'conformStateRunning',
  paused: 'conformStatePaused',
  stopping: 'conformStateStopping',
  fault: 'conformStateFault',
};

/** In order of their numbers, from 0. */
const EVENTS: Readonly<Record<OpenRecoveryEvent, MessageKey>> = {
  snapshot: 'conformEventSnapshot',
  started: 'conformEventStarted',
  paused: 'conformEventPaused',
  stopped: 'conformEventStopped',
  'timer-ended': 'conformEventTimerEnded',
  'watchdog-ended': 'conformEventWatchdogEnded',
  'stopped-at-device': 'conformEventStoppedAtDevice',
  fault: 'conformEventFault',
  'at-rest': 'conformEventAtRest',
  'control-lost': 'conformEventControlLost',
  'changed-at-device': 'conformEventChangedAtDevice',
};

const BYTES: Readonly<Record<Exclude<ByteFault['why'], 'range' | 'utf-8'>, MessageKey>> = {
  repeated: 'conformSawByteRepeated',
  step: 'conformSawByteStep',
  zone: 'conformSawByteZone',
};

/** One to three short sentences. */
export function breachWords(saw: Breach): string {
  switch (saw.kind) {
    case 'no-service':
      return t('conformSawNoService');
    case 'missing-characteristic':
      return t('conformSawMissingCharacteristic', toName(saw.characteristic));
    case 'missing-property':
      return t('conformSawMissingProperty', toName(saw.characteristic), saw.property);
    case 'not-notified':
      return t('conformSawNotNotified', toName(saw.characteristic));
    case 'read-failed':
      return t('conformSawReadFailed', toName(saw.characteristic));
    case 'byte':
      return byteWords(saw);
    case 'too-long':
      return t('conformSawTooLong', toName(saw.characteristic), countBytes(saw.bytes), saw.mostBytes);
    case 'too-short':
      return t('conformSawTooShort', toName(saw.characteristic), countBytes(saw.bytes), saw.neededBytes);
    case 'counts-differ':
      return t(saw.characteristic === 'ranges' ? 'conformSawCountRanges' : 'conformSawCountProgrammes', saw.announced, saw.listed);
    case 'answer':
      return saw.got === null
        ? t('conformSawNoAnswerRequired', writtenWords(saw.wrote), t(RESULTS[saw.expected]))
        : t('conformSawAnswer', writtenWords(saw.wrote), t(RESULTS[saw.got]), t(RESULTS[saw.expected]));
    case 'no-answer':
      return t('conformSawNoAnswer', writtenWords(saw.wrote));
    case 'answer-late':
      return t('conformSawAnswerLate', writtenWords(saw.wrote), secondsWords(saw.ms));
    case 'answer-odd':
      return t('conformSawAnswerOdd', writtenWords(saw.wrote), saw.bytes);
    case 'write-failed':
      return t('conformSawWriteFailed', writtenWords(saw.wrote));
    case 'press-did-not-come':
      return t('conformSawPress');
    case 'level': {
      const required = levelWords(saw.expected, saw.unit);
      if (saw.measured === null) return t('conformSawLevelNone', saw.zone, required);
      return t('conformSawLevel', saw.zone, levelWords(saw.measured, saw.unit), required);
    }
    case 'pressure':
      return t('conformSawLevel', saw.zone, pressureWords(saw.measured), pressureWords(saw.expected));
    case 'pressure-too-high':
      return t('conformSawPressureTooHigh', saw.zone, pressureWords(saw.measured), pressureWords(saw.most));
    case 'no-temperature':
      return t('conformSawNoTemperature');
    case 'rises-too-fast':
      return t('conformSawRisesTooFast', saw.zone, levelWords(saw.level, 'mmHg'), secondsWords(saw.ms));
    case 'silent':
      return saw.zone === null
        ? t('conformSawSilentStatus', secondsWords(saw.ms))
        : t('conformSawSilentZone', saw.zone, secondsWords(saw.ms));
    case 'state':
      return saw.got === null
        ? t('conformSawStateNone', t(STATES[saw.expected]))
        : t('conformSawState', t(STATES[saw.got]), t(STATES[saw.expected]));
    case 'not-told':
      return t('conformSawNotTold', t(EVENTS[saw.event]), toEventNumber(saw.event));
    case 'told-with-state':
      return t('conformSawToldWithState', t(EVENTS[saw.event]), t(STATES[saw.state]));
    case 'moves-in-idle':
      return saw.pressureMmHg === null
        ? t('conformSawMovesInIdle', saw.zone, number(saw.level))
        : t('conformSawMovesInIdlePressure', saw.zone, number(saw.level), pressureWords(saw.pressureMmHg));
    case 'status-number':
      return t(NUMBERS[saw.field], number(saw.got), number(saw.expected));
    case 'control-flag':
      return t(saw.held ? 'conformSawControlNotHeld' : 'conformSawControlHeld');
    case 'last-end':
      return t('conformSawLastEnd', endWords(saw.got), endWords(saw.expected));
    case 'ended-at':
      return t('conformSawEndedAt', secondsWords(saw.ms), secondsWords(saw.expectedMs));
    case 'did-not-end':
      return t('conformSawDidNotEnd', secondsWords(saw.expectedMs));
  }
}

/** The bytes that an observation is about, in hexadecimal; `from` and `to` (excluded) are those at fault. Null for none. */
export function breachBytes(saw: Breach): { readonly bytes: readonly string[]; readonly from: number; readonly to: number } | null {
  if (!('bytes' in saw) || saw.kind === 'answer-odd') return null;
  const bytes = saw.bytes === '' ? [] : saw.bytes.split(' ');
  if (saw.kind === 'byte') return { bytes, from: saw.byte, to: saw.byte + 1 };
  return { bytes, from: saw.kind === 'too-long' ? saw.mostBytes : bytes.length, to: bytes.length };
}

const NUMBERS = {
  remainingS: 'conformSawRemaining',
  elapsedS: 'conformSawElapsed',
  programme: 'conformSawProgramme',
} as const satisfies Readonly<Record<string, MessageKey>>;

function byteWords({ characteristic, byte, value, min, max, why }: ByteFault): string {
  const name = toName(characteristic);
  if (why === 'utf-8') return t('conformSawByteText', name, byte);
  if (why !== 'range') return t(BYTES[why], name, byte, value);
  return min === max ? t('conformSawByteOnly', name, byte, value, min) : t('conformSawByte', name, byte, value, min, max);
}

function toName(characteristic: CharacteristicName): string {
  return t(CHARACTERISTICS[characteristic]);
}

function writtenWords(bytes: string): string {
  return bytes === '' ? t('conformSawEmptyWrite') : bytes;
}

function countBytes(bytes: string): number {
  return bytes === '' ? 0 : bytes.split(' ').length;
}

function toEventNumber(event: OpenRecoveryEvent): string {
  return Object.keys(EVENTS).indexOf(event).toString(16).padStart(2, '0');
}

function levelWords(level: number, unit: OpenRecoveryUnit): string {
  if (unit === 'mmHg') return t('mmHgValue', number(level));
  return unit === 'percent' ? percent(level, 0) : t('conformLevel', number(level));
}

function pressureWords(mmHg: number): string {
  return t('mmHgValue', number(mmHg, 1));
}

function secondsWords(ms: number): string {
  return t('secondsCount', number(ms / 1000, 1));
}

function endWords(end: OpenRecoveryEnd | null): string {
  return end === null ? t('conformNoEnd') : t(EVENTS[end]);
}
