import { useId, useState } from 'preact/hooks';
import type { HandWrites } from '../../../lib/devices/inspector/hand-writes';
import type { Inspector } from '../../../lib/devices/inspector/inspector';
import { isLinked } from '../../../lib/devices/links/live-device';
import { deviceAdvice } from '../../../lib/devices/words';
import { t } from '../../../lib/i18n';
import { Notice } from '../../Notice';
import { DeviceStateLine } from './DeviceState';
import { InspectorLog } from './InspectorLog';
import { InspectorPick } from './InspectorPick';
import { ServiceList } from './ServiceList';

interface InspectorCardProps {
  readonly inspector: Inspector;
  readonly hand: HandWrites;
  readonly able: boolean;
}

/** Inspects any device: its services, their values, and a log of everything. */
export function InspectorCard({ inspector, hand, able }: InspectorCardProps) {
  const [writing, setWriting] = useState(false);
  const warning = useId();
  const state = inspector.state.value;
  const fault = inspector.fault.value;
  const advice = fault === null ? null : deviceAdvice('any', fault);
  const linked = isLinked(state);
  return (
    <section class="card inspector" aria-labelledby="inspector-title" data-inspector={state}>
      <details>
        <summary>
          <h2 id="inspector-title">{t('inspectorTitle')}</h2>
        </summary>
        <div class="stack">
          <p class="muted">{t('inspectorText')}</p>
          <InspectorPick inspector={inspector} able={able} />
          {advice !== null && <Notice kind="warn" what={advice.what} todo={advice.todo} live />}
          {linked && (
            <div class="between wrap">
              <h3>{inspector.name.value}</h3>
              <div class="row">
                <DeviceStateLine state={state} batteryPct={null} />
                <button type="button" class="quiet" aria-label={t('inspectorClose')} onClick={() => inspector.close()}>
                  {t('deviceDisconnect')}
                </button>
              </div>
            </div>
          )}
          {state === 'ready' && inspector.services.value.length === 0 && <Notice what={t('inspectorNoServices')} />}
          {linked && inspector.services.value.length > 0 && (
            <>
              <ServiceList inspector={inspector} hand={hand} writing={writing} />
              <div class="stack tight">
                <label class="tick">
                  <input
                    type="checkbox"
                    checked={writing}
                    aria-describedby={warning}
                    onChange={(event) => setWriting(event.currentTarget.checked)}
                  />
                  <span>{t('inspectorAllowWrite')}</span>
                </label>
                <small id={warning}>{t('inspectorAllowWriteHint')}</small>
              </div>
            </>
          )}
          {inspector.log.count > 0 && <InspectorLog log={inspector.log} name={inspector.name.value} services={inspector.services.value} />}
        </div>
      </details>
    </section>
  );
}
