import { Check, Minus, X } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { BluetoothFault } from '../../../lib/bluetooth/fault';
import { clock } from '../../../lib/core/clock';
import { type Finding, runConformance } from '../../../lib/devices/drivers/open-recovery';
import type { DeviceRegistry } from '../../../lib/devices/links/registry';
import { t } from '../../../lib/i18n';
import { Notice } from '../../Notice';
import { countOutcome, requirementWords } from './conformance-words';
import { useEscape } from './use-escape';

interface ConformanceProps {
  readonly id: string;
  readonly devices: DeviceRegistry;
  /** Connected, and no session is running. */
  readonly free: boolean;
}

type Stage = { readonly kind: 'idle' | 'running' | 'ended-early' } | { readonly kind: 'done'; readonly findings: readonly Finding[] };

const ICONS = { passed: Check, failed: X, skipped: Minus } as const;

/** Tests a connected Open Recovery device against its profile, after a warning and a click. */
export function Conformance({ id, devices, free }: ConformanceProps) {
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
    setStage({ kind: 'running' });
    try {
      const findings = await devices.alone(id, (link, signal) => runConformance({ link, clock }, signal), over.signal);
      setStage({ kind: 'done', findings });
    } catch (error) {
      if (!(error instanceof BluetoothFault)) throw error;
      setStage({ kind: 'ended-early' });
    } finally {
      setEmpty(false);
    }
  };
  const counted =
    stage.kind === 'done' ? (outcome: Finding['outcome']) => stage.findings.filter((one) => one.outcome === outcome).length : null;
  return (
    <details class="conformance" data-conformance={stage.kind}>
      <summary>{t('conformTitle')}</summary>
      <div class="stack">
        <Notice kind="warn" what={t('conformWarning')} todo={t('conformWarningTodo')}>
          <label class="tick">
            <input
              type="checkbox"
              checked={empty}
              disabled={stage.kind === 'running'}
              onChange={(event) => setEmpty(event.currentTarget.checked)}
            />
            {t('conformEmpty')}
          </label>
        </Notice>
        {stage.kind === 'running' ? (
          <div class="row">
            <button type="button" class="stop large" onClick={stop}>
              {t('deviceStop')}
            </button>
            <span role="status">{t('conformRunning')}</span>
          </div>
        ) : (
          <div>
            <button type="button" class="quiet" disabled={!empty || !free} onClick={() => void run().catch(setFailure)}>
              {t('conformRun')}
            </button>
          </div>
        )}
        {stage.kind === 'ended-early' && <Notice kind="warn" what={t('conformEndedEarly')} todo={t('conformEndedEarlyTodo')} live />}
        {stage.kind === 'done' && counted !== null && (
          <>
            <p role="status">
              <strong>{t('conformCounts', counted('passed'), counted('failed'), counted('skipped'))}</strong>
            </p>
            <ul class="findings">
              {stage.findings.map((finding) => (
                <FindingRow key={finding.id} finding={finding} />
              ))}
            </ul>
          </>
        )}
      </div>
    </details>
  );
}

function FindingRow({ finding: { id, outcome, detail } }: { readonly finding: Finding }) {
  const Icon = ICONS[outcome];
  return (
    <li data-finding={id} data-outcome={outcome}>
      <Icon size={18} aria-hidden="true" />
      <div>
        <p>
          <strong>{id}</strong> {requirementWords(id)}
        </p>
        <small>
          {countOutcome(outcome)} <span class="mono">{detail}</span>
        </small>
      </div>
    </li>
  );
}
