import { useEffect, useRef, useState } from 'preact/hooks';
import { BluetoothFault } from '../../../lib/bluetooth/fault';
import { clock } from '../../../lib/core/clock';
import {
  CONFORMANCE_STEPS,
  type ConformanceReport,
  type ConformanceStep,
  runConformance,
} from '../../../lib/devices/drivers/open-recovery';
import type { DeviceRegistry } from '../../../lib/devices/links/registry';
import { t } from '../../../lib/i18n';
import { Notice } from '../../Notice';
import { ConformanceResult } from './ConformanceResult';
import { endedWords, partWords } from './conformance-words';
import { useEscape } from './use-escape';

interface ConformanceProps {
  readonly id: string;
  readonly name: string;
  readonly devices: DeviceRegistry;
  /** Connected or connecting. What was found stays when the link is lost. */
  readonly linked: boolean;
}

type Stage =
  | { readonly kind: 'idle' | 'not-begun' }
  | { readonly kind: 'running'; readonly step: ConformanceStep }
  | { readonly kind: 'done'; readonly report: ConformanceReport };

/** A press is only needed by some devices, so it is no part of its own. */
const PARTS = CONFORMANCE_STEPS.filter((step) => step !== 'press');

/** Tests a connected Open Recovery device against its profile, after a warning and a click. */
export function Conformance({ id, name, devices, linked }: ConformanceProps) {
  const [empty, setEmpty] = useState(false);
  const [stage, setStage] = useState<Stage>({ kind: 'idle' });
  const [failure, setFailure] = useState<Error | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(new BluetoothFault('aborted')), []);
  const stop = () => running.current?.abort(new BluetoothFault('aborted'));
  useEscape(stage.kind === 'running', stop);
  if (failure !== null) throw failure;
  const run = async () => {
    const over = new AbortController();
    running.current = over;
    setStage({ kind: 'running', step: 'describe' });
    const onStep = (step: ConformanceStep) => setStage({ kind: 'running', step });
    try {
      const report = await devices.alone(id, (link, signal) => runConformance({ link, clock, onStep }, signal), over.signal);
      setStage({ kind: 'done', report });
    } catch (error) {
      if (!(error instanceof BluetoothFault)) throw error;
      // The link was lost, or something else took the device, before the test began.
      setStage({ kind: 'not-begun' });
    } finally {
      setEmpty(false);
    }
  };
  const lost = stage.kind === 'not-begun' ? endedWords('link-lost') : null;
  return (
    <details class="conformance" data-conformance={stage.kind}>
      <summary>{t('conformTitle')}</summary>
      <div class="stack">
        {stage.kind === 'running' ? (
          <Progress step={stage.step} stop={stop} />
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

function Progress({ step, stop }: { readonly step: ConformanceStep; readonly stop: () => void }) {
  const at = Math.max(0, PARTS.indexOf(step === 'press' ? 'refuse' : step));
  return (
    <>
      <div>
        <button type="button" class="stop large" onClick={stop}>
          {t('deviceStop')}
        </button>
      </div>
      {step === 'press' && <Notice kind="warn" what={t('conformPress')} todo={t('conformPressTodo')} live />}
      <div class="stack tight">
        <p role="status">{t('conformProgress', at + 1, PARTS.length, partWords(step))}</p>
        <progress max={PARTS.length} value={at} aria-label={t('conformTitle')} />
      </div>
    </>
  );
}
