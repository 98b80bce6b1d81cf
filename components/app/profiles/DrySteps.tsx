import type { DryRunning, DryRunSession } from '../../../lib/devices/inspector/dry-session';
import { toDryRunTarget } from '../../../lib/devices/inspector/dry-target';
import type { Inspector } from '../../../lib/devices/inspector/inspector';
import type { DryStep } from '../../../lib/devices/profile';
import { t } from '../../../lib/i18n';
import { bytesText, stepWords } from './words';

interface DryStepsProps {
  readonly run: DryRunning;
  readonly steps: readonly DryStep[];
  readonly inspector: Inspector;
  readonly dry: DryRunSession;
  /** A device is connected, and the user has enabled sending. */
  readonly sending: boolean;
}

/** The steps of a command, one per line, with a button on those that can be sent. */
export function DrySteps({ run, steps, inspector, dry, sending }: DryStepsProps) {
  if (steps.length === 0) return <p class="muted">{t('dryNothing')}</p>;
  return (
    <ol class="dry-steps">
      {steps.map((step, index) => {
        const target = sending ? toDryRunTarget(run.profile, step, inspector.services.value) : null;
        const bytes = bytesText(step);
        return (
          <li key={index} data-step={step.kind}>
            <span>
              {stepWords(step)} {bytes !== null && <code data-bytes>{bytes}</code>}
            </span>
            {sending && step.kind !== 'pause' && step.kind !== 'wait-for' && (
              <button
                type="button"
                class="quiet"
                disabled={target === null}
                aria-label={t('drySendName', [stepWords(step), bytes ?? ''].join(' '))}
                onClick={() => target !== null && void dry.send(run, target.key, step)}
              >
                {t('drySend')}
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
