import { X } from 'lucide-preact';
import type { SessionStep } from '../../lib/catalogue';
import type { Capabilities } from '../../lib/devices/driver';
import type { Limits } from '../../lib/devices/safety/limits';
import { t } from '../../lib/i18n';
import { temperature } from '../../lib/i18n/units';
import { REGION_WORDS } from '../../lib/i18n/words/region-words';
import { REGIONS, type Region } from '../../lib/training';
import { Levels } from './Levels';

interface StepEditorProps {
  readonly step: SessionStep;
  readonly nth: number;
  readonly of: number;
  readonly capabilities: Capabilities;
  readonly limits: Limits;
  readonly change: (step: SessionStep) => void;
  readonly remove: () => void;
}

/** One step of the user's own session, within what the device can do. */
export function StepEditor({ step, nth, of, capabilities, limits, change, remove }: StepEditorProps) {
  const set = (changed: Partial<SessionStep>) => change({ ...step, ...changed });
  return (
    <div class="step stack" data-step={nth}>
      {of > 1 && (
        <div class="between">
          <h3>{t('sessionStep', nth, of)}</h3>
          <button type="button" class="icon" aria-label={t('stepRemove', nth)} onClick={remove}>
            <X size={16} aria-hidden="true" />
          </button>
        </div>
      )}
      <label class="between">
        <span class="question">{t('activityMinutes')}</span>
        <input
          type="number"
          min="1"
          max={Math.floor(limits.longestS / 60)}
          value={Math.round(step.seconds / 60)}
          onInput={(event) => set({ seconds: Math.round(60 * (event.currentTarget.valueAsNumber || 0)) })}
        />
      </label>
      <label class="tick">
        <input type="checkbox" checked={step.pause === true} onChange={(event) => change(withPause(step, event.currentTarget.checked))} />
        {t('stepPause')}
      </label>
      {step.pause !== true && (
        <>
          <Levels
            legend={t('sessionLevels')}
            zones={capabilities.zones}
            limits={limits}
            levels={step.levels ?? {}}
            change={(levels) => set({ levels })}
          />
          {limits.temperatureC !== null && (
            <label class="stack tight">
              <span class="between">
                <span class="question">{t('readTemperature')}</span>
                <output>{step.temperatureC === undefined ? t('notSet') : temperature(step.temperatureC)}</output>
              </span>
              <input
                type="range"
                data-temperature
                min={limits.temperatureC.min}
                max={limits.temperatureC.max}
                step={limits.temperatureC.step}
                value={step.temperatureC ?? limits.temperatureC.min}
                onInput={(event) => set({ temperatureC: event.currentTarget.valueAsNumber })}
              />
            </label>
          )}
          {capabilities.programmes.length > 0 && (
            <label class="between">
              <span class="question">{t('sessionProgramme')}</span>
              <select
                data-programme
                value={step.programme ?? ''}
                onChange={(event) => change(withProgramme(step, event.currentTarget.value))}
              >
                <option value="">{t('notSet')}</option>
                {capabilities.programmes.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )}
          {capabilities.class === 'percussion' && (
            <label class="between">
              <span class="question">{t('sessionRegion')}</span>
              <select value={step.region ?? ''} onChange={(event) => change(withRegion(step, event.currentTarget.value))}>
                <option value="">{t('notSet')}</option>
                {REGIONS.map((region: Region) => (
                  <option key={region} value={region}>
                    {t(REGION_WORDS[region])}
                  </option>
                ))}
              </select>
            </label>
          )}
        </>
      )}
    </div>
  );
}

function withPause({ pause: _, ...step }: SessionStep, pause: boolean): SessionStep {
  return pause ? { ...step, pause } : step;
}

function withProgramme({ programme: _, ...step }: SessionStep, id: string): SessionStep {
  return id === '' ? step : { ...step, programme: id };
}

function withRegion({ region: _, ...step }: SessionStep, id: string): SessionStep {
  const region = REGIONS.find((one) => one === id);
  return region === undefined ? step : { ...step, region };
}
