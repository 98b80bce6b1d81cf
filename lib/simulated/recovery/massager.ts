import { OPEN_RECOVERY_MINOR } from '../../bluetooth/services/open-recovery';
import { type RecoveryOptions, type SimulatedRecovery, simulatedRecovery } from './open-recovery-part';

const KNEADING = 1;
const WAVE = 2;
const WAVE_MS = 8000;

/** A massage mat with a back and a leg zone, five levels each, that kneads steadily or in a wave from one to the other. */
export function simulatedMassager(options: RecoveryOptions = {}): SimulatedRecovery {
  return simulatedRecovery({ name: 'Simulated massager', address: '5E:B0:00:00:00:21' }, options, {
    feature: {
      minor: OPEN_RECOVERY_MINOR,
      class: 'massage',
      zones: 2,
      programmes: 2,
      watchdogS: 10,
      timerMinS: 10,
      timerMaxS: 1800,
      restMs: 1500,
      pauses: true,
      pressure: false,
      temperature: true,
    },
    zones: [
      { zone: 1, unit: 'level', min: 1, max: 5, step: 1 },
      { zone: 2, unit: 'level', min: 1, max: 5, step: 1 },
    ],
    programmes: [
      { id: KNEADING, name: 'Kneading' },
      { id: WAVE, name: 'Wave' },
    ],
    share: (programme, place, elapsedMs) => (programme === WAVE && Math.floor(elapsedMs / WAVE_MS) % 2 !== place ? 0 : 1),
    risesPerS: 1,
    pressureLagMs: null,
  });
}
