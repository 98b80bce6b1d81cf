import { useEffect, useState } from 'preact/hooks';
import type { CheckSession } from '../../lib/check/check-session';
import type { StrapLink } from '../../lib/check/strap-link';
import { isLinked } from '../../lib/devices/links/live-device';
import { strapTransport } from '../../lib/devices/links/transports';
import { number, plural, t } from '../../lib/i18n';
import { faultAdvice } from '../../lib/i18n/words/verdict-words';
import type { Settings, StoredSettings } from '../../lib/storage';
import { Notice } from '../Notice';
import { Choices } from './Choices';
import { StandUpChoice } from './StandUpChoice';
import { StrapChip } from './StrapChip';

interface CheckSetUpProps {
  readonly settings: Settings;
  readonly session: CheckSession;
  readonly strap: StrapLink;
  readonly owned: boolean;
  readonly change: <Key extends keyof StoredSettings>(key: Key, value: StoredSettings[Key]) => void;
  readonly start: (anew: boolean) => void;
}

const SOURCES = { 'polar-ecg': 'recordEcg', 'polar-ppi': 'recordPpi' } as const;
const POSTURES = ['lying', 'sitting', 'standing'] as const;
const POSTURE_WORDS = { lying: 'postureLying', sitting: 'postureSitting', standing: 'postureStanding' } as const;
/** Initial pace in breaths a minute: near the natural rate at rest, and slow enough not to change the figures much. */
const FIRST_PACE = 7;

/** Before the check: how to do it, posture, length, breathing; and why the last attempt failed. */
export function CheckSetUp({ settings, session, strap, owned, change, start }: CheckSetUpProps) {
  const fault = session.fault.value;
  const advice = fault === null ? null : faultAdvice(fault);
  const paced = settings.breathing.kind === 'paced' ? settings.breathing : null;
  const minutes = settings.measureS / 60;
  const [failure, setFailure] = useState<Error | null>(null);
  if (failure !== null) throw failure;
  const linked = !settings.demoMode && isLinked(strap.state.value);
  const known = !settings.demoMode && !strap.needsChooser(strapTransport) ? strap.sensor.value : null;
  const offer = settings.demoMode ? null : session.offer.value;
  useEffect(() => void session.recall().catch((error: unknown) => console.error('known straps', error)), [session]);
  return (
    <section class="card stack" style={{ gap: 'var(--s5)' }}>
      <p>{paced ? t('checkHowPaced') : t('checkHow')}</p>
      {settings.demoMode && (
        <Notice what={t('demoChip')} todo={t('demoNote')}>
          <div>
            <button type="button" class="quiet" onClick={() => change('demoMode', false)}>
              {t('leaveDemo')}
            </button>
          </div>
        </Notice>
      )}
      {advice !== null && <Notice kind="warn" what={advice.what} todo={advice.todo} live />}
      <div class="grid">
        <div class="half">
          <Choices
            legend={t('posture')}
            name="posture"
            hint={t('postureHint')}
            options={POSTURES.map((value) => ({ value, label: t(POSTURE_WORDS[value]) }))}
            value={settings.posture}
            choose={(posture) => change('posture', posture)}
          />
        </div>
        <div class="half">
          <Choices
            legend={t('breathing')}
            name="breathing"
            options={[
              { value: 'free', label: t('breathingFree') },
              { value: 'paced', label: t('breathingPaced') },
            ]}
            value={settings.breathing.kind}
            choose={(kind) => change('breathing', kind === 'free' ? { kind } : { kind, perMin: FIRST_PACE })}
          />
          {paced !== null && (
            <label class="stack tight" style={{ marginTop: 'var(--s2)' }}>
              <span>
                {t('pace')}: <strong>{t('breathsPerMin', number(paced.perMin, 1))}</strong>
              </span>
              <input
                type="range"
                min={4.5}
                max={12}
                step={0.5}
                value={paced.perMin}
                onInput={(event) => change('breathing', { kind: 'paced', perMin: event.currentTarget.valueAsNumber })}
              />
            </label>
          )}
        </div>
        <div class="half">
          <label class="stack tight">
            <span>
              <strong>{t('measureFor')}</strong> {plural('minutes', minutes)}
            </span>
            <input
              type="range"
              min={1}
              max={10}
              step={1}
              value={minutes}
              onInput={(event) => change('measureS', event.currentTarget.valueAsNumber * 60)}
            />
            <small>{t('measureHint')}</small>
          </label>
        </div>
        <div class="half">
          <StandUpChoice settings={settings} change={change} />
        </div>
        {offer !== null && (
          <fieldset class="half stack tight">
            <legend>{t('recordFrom')}</legend>
            <label class="tick">
              <input
                type="checkbox"
                checked={session.prefersBetter.value}
                aria-describedby="record-from-hint"
                onChange={(event) => void session.preferBetter(event.currentTarget.checked)}
              />
              <span>{t(SOURCES[offer])}</span>
            </label>
            <small id="record-from-hint">{t(offer === 'polar-ecg' ? 'recordEcgHint' : 'recordPpiHint')}</small>
          </fieldset>
        )}
      </div>
      <div class="row">
        <button type="button" onClick={() => start(false)} disabled={!owned}>
          {settings.demoMode ? t('startDemo') : t('startCheck')}
        </button>
        {linked && <StrapChip strap={strap} />}
        {!settings.demoMode && !linked && strap.needsChooser(strapTransport) && (
          <button type="button" class="quiet" onClick={() => void session.meet(strapTransport).catch(setFailure)} disabled={!owned}>
            {t('meetStrap')}
          </button>
        )}
        {known !== null && (
          <>
            {!linked && <span class="muted">{t('useStrap', known.name ?? known.id)}</span>}
            <button type="button" class="quiet" onClick={() => start(true)} disabled={!owned}>
              {t('otherStrap')}
            </button>
          </>
        )}
      </div>
    </section>
  );
}
