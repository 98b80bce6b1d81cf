import { clamp } from '../../lib/core/numbers';
import { type MessageKey, t } from '../../lib/i18n';
import type { ActivityKind, PlannedSession } from '../../lib/training';

export const KIND_WORDS: Readonly<Record<ActivityKind, MessageKey>> = {
  endurance: 'kindEndurance',
  size: 'kindSize',
  strength: 'kindStrength',
  power: 'kindPower',
  skill: 'kindSkill',
};

export const INTENSITY_WORDS = {
  easy: 'intensityEasy',
  moderate: 'intensityModerate',
  hard: 'intensityHard',
} as const satisfies Record<PlannedSession['intensity'], MessageKey>;

/** Borg's CR10 in words, 0 … 10; values in between use the word below. */
export const EFFORTS: readonly MessageKey[] = ['rpe0', 'rpe1', 'rpe2', 'rpe3', 'rpe4', 'rpe5', 'rpe6', 'rpe7', 'rpe8', 'rpe9', 'rpe10'];

export function effortWords(rpe: number): MessageKey {
  return EFFORTS[clamp(Math.floor(rpe), 0, 10)] ?? 'rpe0';
}

/** "7 of 10, very hard" */
export function effortText(rpe: number): string {
  return t('activityRpeValue', rpe, t(effortWords(rpe)));
}
