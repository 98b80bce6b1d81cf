import type { MessageKey } from '../../i18n';
import type { ModelStatus } from './types';

const WORDS: Readonly<Record<ModelStatus, MessageKey>> = {
  controlled: 'mineControlled',
  experimental: 'mineExperimental',
  importable: 'mineImportable',
  'no-stop': 'mineNoStop',
  'timer-only': 'mineTimerOnly',
  'cloud-only': 'mineCloudOnly',
  'left-out': 'mineLeftOut',
  unknown: 'mineUnknown',
};

/** The message that explains a status. It promises nothing that has not been tried. */
export function modelWords(status: ModelStatus): MessageKey {
  return WORDS[status];
}
