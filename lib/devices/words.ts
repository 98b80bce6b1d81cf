import type { ConnectionState } from '../bluetooth/connection';
import type { BluetoothFaultCode } from '../bluetooth/fault';
import type { Quantity, Reading } from '../bluetooth/services';
import type { SensorContact } from '../bluetooth/services/heart-rate';
import type { CharacteristicProperties } from '../bluetooth/transport';
import { language, type MessageKey, number, t } from '../i18n';
import { duration, length, massText, percent, speed, temperature } from '../i18n/units';
import { type Advice, faultAdvice } from '../i18n/words/verdict-words';
import type { DeviceKind, KnownDevice } from '../storage';
import type { LogLine } from './inspector/gatt-log';
import type { Pairable } from './links/pairable';
import type { CommandOutcome } from './remote/schema';

/** Texts for devices, their states and their readings. */

const KINDS: Readonly<Record<DeviceKind, MessageKey>> = {
  strap: 'deviceStrap',
  machine: 'deviceMachine',
  treadmill: 'deviceTreadmill',
  bike: 'deviceBike',
  'cross-trainer': 'deviceCrossTrainer',
  'step-climber': 'deviceStepClimber',
  thermometer: 'deviceThermometer',
  scale: 'deviceScale',
  recovery: 'deviceRecovery',
};

/** "Chest strap", "Treadmill". A heart-rate sensor that is not on the chest is not called a strap. */
export function kindWords({ kind = 'strap', class: sensor }: Pick<KnownDevice, 'class'> & { readonly kind?: DeviceKind }): string {
  if (kind !== 'strap') return t(KINDS[kind]);
  if (sensor === 'optical') return t('deviceOptical');
  return t(sensor === 'ear' ? 'deviceEar' : sensor === 'chest' ? 'deviceChest' : 'deviceStrap');
}

const STATES: Readonly<Record<ConnectionState, MessageKey>> = {
  idle: 'deviceOff',
  choosing: 'deviceChoosing',
  connecting: 'deviceConnecting',
  discovering: 'deviceDiscovering',
  ready: 'stateReady',
  lost: 'stateLost',
  reconnecting: 'stateReconnecting',
  failed: 'deviceOff',
  closed: 'deviceOff',
};

export function stateWords(state: ConnectionState): string {
  return t(STATES[state]);
}

const QUANTITY_NAMES: Readonly<Record<Quantity, MessageKey>> = {
  'heart-rate': 'heartRate',
  speed: 'readSpeed',
  power: 'readPower',
  cadence: 'readCadence',
  'step-rate': 'readStepRate',
  distance: 'readDistance',
  incline: 'readIncline',
  resistance: 'readResistance',
  elapsed: 'readElapsed',
  energy: 'readEnergy',
  temperature: 'readTemperature',
  humidity: 'readHumidity',
  weight: 'readWeight',
};

/** "Speed"; "Temperature, probe 2" for one of several. */
export function readingName({ quantity, probe }: Pick<Reading, 'quantity' | 'probe'>): string {
  const name = t(QUANTITY_NAMES[quantity]);
  return probe === undefined ? name : t('readProbe', name, number(probe));
}

/** "128 bpm", "6.4 km/h". */
export function readingWords({ quantity, value }: Reading): string {
  switch (quantity) {
    case 'heart-rate':
      return t('bpmValue', number(value));
    case 'speed':
      return speed(value);
    case 'power':
      return t('wattValue', number(value));
    case 'cadence':
      return t('rpmValue', number(value));
    case 'step-rate':
      return t('perMinuteValue', number(value));
    case 'distance':
      return length(value);
    case 'incline':
      return percent(value, 1);
    case 'humidity':
      return percent(value, 0);
    case 'resistance':
      return number(value, Number.isInteger(value) ? 0 : 1);
    case 'elapsed':
      return duration(value);
    case 'energy':
      return t('kcalValue', number(value));
    case 'temperature':
      return temperature(value);
    case 'weight':
      return massText(value);
  }
}

const CONTACTS: Readonly<Record<SensorContact, MessageKey>> = {
  detected: 'contactGood',
  'not-detected': 'contactNone',
  unsupported: 'contactUnknown',
};

export function contactWords(contact: SensorContact): string {
  return t(CONTACTS[contact]);
}

/** Why a device could not be reached, and what to do. Null when nothing went wrong from the user's point of view. */
export function deviceAdvice(what: Pairable | 'any', code: BluetoothFaultCode | 'check-running'): Advice | null {
  if (code === 'check-running') return { what: t('deviceBusy'), todo: t('deviceBusyTodo') };
  if (code === 'no-gesture') return { what: t('faultNoGesture'), todo: t('deviceNoGestureTodo') };
  if (what === 'strap') return faultAdvice(code);
  switch (code) {
    case 'dismissed':
      return { what: t('deviceDismissed'), todo: t('deviceDismissedTodo') };
    case 'not-supported':
      return { what: t('deviceNotSupported'), todo: t('deviceNotSupportedTodo') };
    case 'out-of-range':
    case 'timeout':
    case 'disconnected':
      return { what: t('deviceOutOfRange'), todo: t('deviceOutOfRangeTodo') };
    case 'aborted':
    case 'superseded':
    case 'unsupported':
    case 'adapter-off':
    case 'browser-silent':
      return faultAdvice(code);
    default:
      return { what: t('deviceError'), todo: t('deviceErrorTodo') };
  }
}

/** The outcome of a command; null when it is the one that the user wanted. */
export function outcomeWords(outcome: CommandOutcome): string | null {
  switch (outcome) {
    case 'accepted':
      return null;
    // The device's own state says these on every surface, for as long as they are true.
    case 'stopping':
    case 'not-stopped':
      return null;
    case 'busy':
      return `${t('deviceBusy')} ${t('deviceBusyTodo')}`;
    case 'needs-chooser':
      return t('outcomeNeedsChooser');
    case 'needs-app':
      return t('outcomeNeedsApp');
    case 'unknown-device':
      return t('outcomeUnknown');
    case 'not-supported':
      return t('outcomeNoStop');
    case 'stop-pending':
      return t('outcomeStopPending');
    case 'too-late':
      return t('outcomeTooLate');
    case 'unanswered':
      return t('outcomeUnanswered');
    case 'failed':
      return t('outcomeFailed');
  }
}

/** When it was last seen: the time if that was today, otherwise the day. */
export function seenWords(atMs: number, nowMs: number = Date.now()): string {
  const sameDay = new Date(atMs).toDateString() === new Date(nowMs).toDateString();
  const format: Intl.DateTimeFormatOptions = sameDay ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' };
  return new Intl.DateTimeFormat(language(), format).format(atMs);
}

const PROPERTIES: Readonly<Record<keyof CharacteristicProperties, MessageKey>> = {
  read: 'inspectorCanRead',
  write: 'inspectorCanWrite',
  writeWithoutResponse: 'inspectorCanWriteWithout',
  notify: 'inspectorCanNotify',
  indicate: 'inspectorCanIndicate',
};

/** "read, notify". */
export function propertyWords(properties: CharacteristicProperties): string {
  const names = Object.keys(PROPERTIES) as (keyof CharacteristicProperties)[];
  return names
    .filter((name) => properties[name])
    .map((name) => t(PROPERTIES[name]))
    .join(t('listComma'));
}

const EVENTS: Readonly<Record<LogLine['what'], MessageKey>> = {
  read: 'logRead',
  notified: 'logNotified',
  wrote: 'logWrote',
  subscribed: 'logSubscribed',
  unsubscribed: 'logUnsubscribed',
  error: 'logError',
  connected: 'logConnected',
  lost: 'logLost',
  closed: 'logClosed',
};

export function logEvent(what: LogLine['what']): string {
  return t(EVENTS[what]);
}

/** To the millisecond, by the user's clock. */
export function logTime(atMs: number): string {
  const format = { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3, hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(language(), format).format(atMs);
}
