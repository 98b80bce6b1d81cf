import { OPEN_RECOVERY_MINOR } from '../../bluetooth/services/open-recovery';
import { MINUTE_MS } from '../../core/time';
import { type RecoveryOptions, type SimulatedRecovery, simulatedRecovery } from './open-recovery-part';

const CHAMBERS = 4;
const SEQUENTIAL = 1;
const TOGETHER = 2;
const CYCLE_MS = MINUTE_MS;
/** Delay of each chamber after the one below it. */
const BETWEEN_MS = 8000;
/** All chambers deflate for the rest of the cycle. */
const HELD_UNTIL_MS = 48_000;

/**
 * Compression boots with four chambers from foot to thigh, 20 to 100 mmHg. `Sequential` inflates them one after the other from the foot,
 * holds all and deflates all, once a minute; `Together`, and no programme, inflate all at once.
 */
export function simulatedBoots(options: RecoveryOptions = {}): SimulatedRecovery {
  return simulatedRecovery({ name: 'Simulated boots', address: '5E:B0:00:00:00:20' }, options, {
    feature: {
      minor: OPEN_RECOVERY_MINOR,
      class: 'compression',
      zones: CHAMBERS,
      programmes: 2,
      watchdogS: 15,
      timerMinS: 10,
      timerMaxS: 1800,
      restMs: 3000,
      pauses: true,
      pressure: true,
      temperature: false,
    },
    zones: Array.from({ length: CHAMBERS }, (_, place) => ({ zone: place + 1, unit: 'mmHg', min: 20, max: 100, step: 5 }) as const),
    programmes: [
      { id: SEQUENTIAL, name: 'Sequential' },
      { id: TOGETHER, name: 'Together' },
    ],
    share(programme, place, elapsedMs) {
      const inCycleMs = elapsedMs % CYCLE_MS;
      const fromMs = programme === SEQUENTIAL ? place * BETWEEN_MS : 0;
      return inCycleMs >= fromMs && inCycleMs < HELD_UNTIL_MS ? 1 : 0;
    },
    risesPerS: 10,
    pressureLagMs: 800,
  });
}
