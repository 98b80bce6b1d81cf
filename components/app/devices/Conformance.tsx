import { useState } from 'preact/hooks';
import { CONFORMANCE_STEPS, type ConformanceStep } from '../../../lib/devices/drivers/open-recovery';
import { type ConformanceTests, IDLE } from '../../../lib/devices/links/conformance-tests';
import type { DeviceRegistry } from '../../../lib/devices/links/registry';
import { t } from '../../../lib/i18n';
import { Notice } from '../../Notice';
import { ConformanceResult } from './ConformanceResult';
import { endedWords, partWords } from './conformance-words';

interface ConformanceProps {
  readonly id: string;
  readonly name: string;
  readonly devices: Pick<DeviceRegistry, 'mayBeAlone'>;
  readonly tests: ConformanceTests;
  /** Connected or connecting. What was found stays when the link is lost. */
  readonly linked: boolean;
}

/** A press is only needed by some devices, so it is no part of its own. */
const PARTS = CONFORMANCE_STEPS.filter((step) => step !== 'press');

/** Tests a connected Open Recovery device against its profile, after a warning and a click. The Stop is the card's own, and the bar's. */
export function Conformance({ id, name, devices, tests, linked }: ConformanceProps) {
  const [empty, setEmpty] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  const stage = tests.stages.value.get(id) ?? IDLE;
  // Where its screen was left meanwhile, it is shown again as it was.
  const [open] = useState(stage.kind !== 'idle');
  if (failure !== null) throw failure;
  const run = () => tests.run(id).finally(() => setEmpty(false));
  const lost = stage.kind === 'not-begun' ? endedWords('link-lost') : null;
  return (
    <details class="conformance" data-conformance={stage.kind} open={open}>
      <summary>{t('conformTitle')}</summary>
      <div class="stack">
        {stage.kind === 'running' ? (
          <Progress step={stage.step} />
        ) : (
          <>
            {lost !== null && <Notice kind="warn" what={lost.what} todo={lost.todo} live />}
            {stage.kind === 'done' && <ConformanceResult name={name} report={stage.report} />}
            <Notice kind="warn" what={t('conformWarning')} todo={t('conformWarningTodo')}>
              <label class="tick">
                <input type="checkbox" checked={empty} onChange={(event) => setEmpty(event.currentTarget.checked)} />
                {t('conformEmpty')}
              </label>
            </Notice>
            <div class="row">
              <button
                type="button"
                class="quiet"
                disabled={!empty || !devices.mayBeAlone(id)}
                data-run
                onClick={() => void run().catch(setFailure)}
              >
                {t(stage.kind === 'done' ? 'conformAgain' : 'conformRun')}
              </button>
              {!linked && <small>{t('conformConnect')}</small>}
            </div>
          </>
        )}
      </div>
    </details>
  );
}

function Progress({ step }: { readonly step: ConformanceStep }) {
  const at = Math.max(0, PARTS.indexOf(step === 'press' ? 'refuse' : step));
  return (
    <>
      {step === 'press' && <Notice kind="warn" what={t('conformPress')} todo={t('conformPressTodo')} live />}
      <div class="stack tight">
        <p role="status">{t('conformProgress', at + 1, PARTS.length, partWords(step))}</p>
        <progress max={PARTS.length} value={at} aria-label={t('conformTitle')} />
      </div>
    </>
  );
}
