import type { DriverRefusal, Verified } from '../../../lib/devices/driver';
import type { KnownModel } from '../../../lib/devices/known-models';
import { type MessageKey, t } from '../../../lib/i18n';

const STATUS: Readonly<Record<KnownModel['status'], MessageKey>> = {
  controlled: 'mineIsControlled',
  experimental: 'mineIsExperimental',
  importable: 'mineIsImportable',
  'no-stop': 'mineIsNoStop',
  'timer-only': 'mineIsTimerOnly',
  'cloud-only': 'mineIsCloudOnly',
  'left-out': 'mineIsLeftOut',
};

/** The status in two or three words. */
export function statusWords(status: KnownModel['status']): string {
  return t(STATUS[status]);
}

const VERIFIED: Readonly<Record<Verified, MessageKey>> = {
  tested: 'verifiedTested',
  vectors: 'verifiedVectors',
  community: 'verifiedCommunity',
  untested: 'verifiedUntested',
};

/** The label of a setting; its id if there is none. */
export function settingName(id: string): string {
  return id === 'pin' ? t('settingPin') : id;
}

/** How certain it is that the bytes are right. */
export function verifiedWords(verified: Verified): string {
  return t(VERIFIED[verified]);
}

const HOW: Readonly<Record<Verified, MessageKey>> = {
  tested: 'howTested',
  vectors: 'howVectors',
  community: 'howCommunity',
  untested: 'howUntested',
};

/** The same, where the surrounding text already says that this project has not tried it. */
export function howWords(verified: Verified): string {
  return t(HOW[verified]);
}

const REFUSALS: Readonly<Record<DriverRefusal, readonly [what: MessageKey, todo: MessageKey]>> = {
  'not-supported': ['refusalNotSupported', 'refusalNotSupportedTodo'],
  'out-of-range': ['refusalRange', 'refusalRangeTodo'],
  'refused-by-device': ['refusalDevice', 'refusalDeviceTodo'],
  'not-ready': ['refusalNotReady', 'refusalNotReadyTodo'],
  'needs-secret': ['refusalSecret', 'refusalSecretTodo'],
  disabled: ['blockDisabled', 'blockDisabledTodo'],
  'control-taken': ['sessionOtherHost', 'sessionOtherHostTodo'],
  'not-pressed': ['refusalNotPressed', 'refusalNotPressedTodo'],
};

const DESCRIPTION = ['refusalDescription', 'refusalDescriptionTodo'] as const;

/** Why a driver refuses a device, and what to do. `testable`: its conformance test can say more. */
export function refusalWords(refusal: DriverRefusal, testable = false): { readonly what: string; readonly todo: string } {
  const [what, todo] = testable && refusal === 'not-supported' ? DESCRIPTION : REFUSALS[refusal];
  return { what: t(what), todo: t(todo) };
}
