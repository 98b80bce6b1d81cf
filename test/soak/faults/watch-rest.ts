import type { DeviceRig } from '../../support/device-rig';

const STEP_S = 0.5;

/** Counts the seconds from the press, and watches what the device does in them. Keeps both; the caller lets time pass with `pass`. */
export function watchRest(app: Pick<DeviceRig, 'pass'>, runs: () => boolean) {
  const seen = { elapsedS: 0, restsAfterS: runs() ? null : 0, movedAgain: false } as {
    elapsedS: number;
    restsAfterS: number | null;
    movedAgain: boolean;
  };
  return {
    get restsAfterS() {
      return seen.restsAfterS;
    },
    get movedAgain() {
      return seen.movedAgain;
    },
    async pass(seconds: number) {
      for (let steps = 0; steps < seconds / STEP_S; steps++) {
        await app.pass(STEP_S);
        seen.elapsedS += STEP_S;
        if (!runs()) seen.restsAfterS ??= seen.elapsedS;
        // A command that was on its way may still arrive with the first stop; the second stop ends it.
        else if (seen.restsAfterS !== null && seen.elapsedS - seen.restsAfterS > 2) seen.movedAgain = true;
        else seen.restsAfterS = null;
      }
    },
  };
}
