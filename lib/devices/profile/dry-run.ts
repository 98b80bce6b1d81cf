import { type DriverCommand, DriverFault, type DriverRefusal } from '../driver';
import { frameBytes } from './frame';
import { planWrites } from './plan';
import type { DeviceProfile, ProfileStep } from './schema';
import { listSettings } from './settings';
import { fullUuid } from './uuids';
import { type FrameValues, initialValues, own } from './values';

export type DryCommand = DriverCommand | { readonly kind: 'set-up' } | { readonly kind: 'stop' };

/** One step of a dry run; `characteristic` is the first UUID that it may have. */
export type DryStep =
  | { readonly kind: 'write'; readonly characteristic: string; readonly frame: string; readonly bytes: Uint8Array }
  | { readonly kind: 'read' | 'subscribe'; readonly characteristic: string }
  | { readonly kind: 'wait-for'; readonly characteristic: string; readonly ms: number }
  | { readonly kind: 'pause'; readonly ms: number };

export type DryResult = { readonly ok: true; readonly steps: readonly DryStep[] } | { readonly ok: false; readonly refusal: DriverRefusal };

/**
 * The bytes that the driver would send for these commands, without a device. Works for disabled profiles too, so that their authors can
 * check them. Throws `DriverFault` for a setting of the wrong form.
 */
export function dryRun(
  profile: DeviceProfile,
  commands: readonly DryCommand[],
  settings?: Readonly<Record<string, string>>,
): readonly DryResult[] {
  const initial = initialValues(profile, listSettings(profile, settings));
  let values = initial;
  return commands.map((command): DryResult => {
    if (command.kind === 'set-up') return { ok: true, steps: drySteps(profile, profile.setUp ?? [], values) };
    if (command.kind === 'stop') {
      values = initial;
      return profile.stop === undefined
        ? { ok: false, refusal: 'disabled' }
        : {
            ok: true,
            steps: drySteps(
              profile,
              profile.stop.map((write) => ({ write })),
              values,
            ),
          };
    }
    try {
      const plan = planWrites(profile, command, values);
      values = plan.values;
      return { ok: true, steps: drySteps(profile, plan.steps, values) };
    } catch (error) {
      if (error instanceof DriverFault) return { ok: false, refusal: error.code };
      throw error;
    }
  });
}

function drySteps(profile: DeviceProfile, steps: readonly ProfileStep[], values: FrameValues): readonly DryStep[] {
  const findUuid = (id: string) => fullUuid(own(profile.characteristics, id)?.at[0]?.uuids[0] ?? id);
  return steps.flatMap((step): readonly DryStep[] => {
    if ('pauseMs' in step) return [{ kind: 'pause', ms: step.pauseMs }];
    if ('read' in step) return [{ kind: 'read', characteristic: findUuid(step.read) }];
    if ('subscribe' in step) return [{ kind: 'subscribe', characteristic: findUuid(step.subscribe) }];
    if ('await' in step) return [{ kind: 'wait-for', characteristic: findUuid(step.await.from), ms: step.await.timeoutMs }];
    const written = 'ask' in step ? step.ask : step.write;
    const frame = own(profile.frames, written);
    const bytes = frame === undefined ? null : frameBytes(profile, frame, values);
    // Left out while a value is missing, as in the driver.
    return frame === undefined || bytes === null ? [] : [{ kind: 'write', characteristic: findUuid(frame.to), frame: written, bytes }];
  });
}
