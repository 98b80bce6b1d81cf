import type { DeviceReason } from '../../lib/devices/driver';
import type { Movement } from '../../lib/devices/safety/rest';
import { type MessageKey, t } from '../../lib/i18n';
import { levelWords, zoneName } from '../session/words';

const REASONS: Readonly<Record<DeviceReason, MessageKey>> = {
  'unknown-command': 'refusedUnknownCommand',
  'bad-value': 'refusedBadValue',
  'not-now': 'refusedNotNow',
  'no-control': 'refusedNoControl',
  fault: 'refusedFault',
  unclear: 'refusedUnclear',
};

/** What the device answered to a stop that it refused. */
export function unrestWords(refused: DeviceReason): string {
  return t(REASONS[refused]);
}

/** "Chamber 2: 60 mmHg", "It runs"; each once. */
export function unrestReports(reports: readonly Omit<Movement, 'moves'>[]): readonly string[] {
  return [...new Set(reports.map(reportWords))];
}

function reportWords({ what, zone, value, unit }: Omit<Movement, 'moves'>): string {
  if (what === 'running') return t('unrestRuns');
  const level = levelWords(value, unit ?? 'level');
  return zone === null ? level : t('unrestZone', zoneName({ id: zone }), level);
}
