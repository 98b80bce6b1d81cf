import type { Finding, RequirementId } from '../../../lib/devices/drivers/open-recovery';
import { type MessageKey, t } from '../../../lib/i18n';

const REQUIREMENTS: Readonly<Record<RequirementId, MessageKey>> = {
  'D-1': 'conformD1',
  'D-2': 'conformD2',
  'D-3': 'conformD3',
  'C-1': 'conformC1',
  'C-2': 'conformC2',
  'C-3': 'conformC3',
  'C-4': 'conformC4',
  'C-5': 'conformC5',
  'C-6': 'conformC6',
  'C-7': 'conformC7',
  'M-1': 'conformM1',
  'M-2': 'conformM2',
  'P-1': 'conformP1',
  'S-1': 'conformS1',
  'S-2': 'conformS2',
  'S-3': 'conformS3',
  'T-1': 'conformT1',
  'T-2': 'conformT2',
  'T-3': 'conformT3',
  'T-4': 'conformT4',
  'W-1': 'conformW1',
};

/** A requirement of docs/open-recovery-profile.md in one line. */
export function requirementWords(id: RequirementId): string {
  return t(REQUIREMENTS[id]);
}

const OUTCOMES: Readonly<Record<Finding['outcome'], MessageKey>> = {
  passed: 'conformPassed',
  failed: 'conformFailed',
  skipped: 'conformSkipped',
};

export function countOutcome(outcome: Finding['outcome']): string {
  return t(OUTCOMES[outcome]);
}
