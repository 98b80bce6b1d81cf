import type { Capabilities } from '../../../lib/devices/driver';
import { toHex } from '../../../lib/devices/inspector/hex';
import { shortUuid } from '../../../lib/devices/inspector/uuid-input';
import type { DryCommand, DryStep } from '../../../lib/devices/profile';
import { number, t } from '../../../lib/i18n';
import { duration, temperature } from '../../../lib/i18n/units';
import { levelWords, zoneName } from '../../session/words';

/** A command's name in the form and in the list of the dry run. `capabilities`: null for a sensor. */
export function commandWords(command: DryCommand, capabilities: Capabilities | null): string {
  switch (command.kind) {
    case 'set-up':
      return t('drySetUp');
    case 'start':
      return t('dryStart');
    case 'stop':
      return t('deviceStop');
    case 'pause':
      return t('sessionPause');
    case 'level': {
      const zone = capabilities?.zones.find(({ id }) => id === command.zone);
      const level =
        zone?.control === 'switch' ? t(command.level === 1 ? 'drySwitchOn' : 'drySwitchOff') : levelWords(command.level, zone?.unit);
      return t('dryLevel', zoneName({ id: command.zone }), level);
    }
    case 'nudge':
      return t(command.direction === 'up' ? 'dryUp' : 'dryDown', zoneName({ id: command.zone }));
    case 'toggle':
      return t('zoneToggle', zoneName({ id: command.zone }));
    case 'temperature':
      return t('dryTemperature', temperature(command.celsius));
    case 'programme':
      return t('dryProgramme', capabilities?.programmes.find(({ id }) => id === command.id)?.name ?? command.id);
    case 'timer':
      return t('dryTimer', duration(command.seconds));
  }
}

/** "Write 12 03 00 00 00 00 to 1111". */
export function stepWords(step: DryStep): string {
  switch (step.kind) {
    case 'write':
      return t('dryWrite', shortUuid(step.characteristic));
    case 'read':
      return t('dryRead', shortUuid(step.characteristic));
    case 'subscribe':
      return t('drySubscribe', shortUuid(step.characteristic));
    case 'wait-for':
      return t('dryWaitFor', shortUuid(step.characteristic), number(step.ms));
    case 'pause':
      return t('dryPause', number(step.ms));
  }
}

export function bytesText(step: DryStep): string | null {
  return step.kind === 'write' ? toHex(step.bytes) : null;
}
