import { temperature } from '../../lib/devices/units';
import type { Capabilities, Zone } from '../../lib/gadgets/driver';
import type { Limits } from '../../lib/gadgets/safety/limits';
import { type Draft, draftOf, firstStep } from '../../lib/gadgets/session/by-hand';
import { type Preset, planFromPreset, presetsFor } from '../../lib/gadgets/session/presets';
import type { SessionPlan, SessionStep } from '../../lib/gadgets/session/types';
import { type MessageKey, plural, t } from '../../lib/i18n';
import { REGION_WORDS } from '../../lib/region-words';
import { REGIONS, type Region } from '../../lib/training';
import { Choices } from '../app/Choices';
import { levelWords, zoneName } from './words';

/** What is chosen: a preset with its length, or what the user puts together. */
export interface Choice {
  readonly preset: Preset | null;
  readonly lengthS: number;
  readonly step: SessionStep;
  /** The user's usual levels, where a preset needs them. */
  readonly usual: Readonly<Record<string, number>> | null;
}

interface PlanPickerProps {
  readonly capabilities: Capabilities;
  readonly limits: Limits;
  readonly choice: Choice;
  readonly choose: (choice: Choice) => void;
  readonly saveUsual: (levels: Readonly<Record<string, number>>) => void;
}

const PRESET_WORDS: Readonly<Record<string, MessageKey>> = {
  'gun-calves': 'presetGunCalves',
  'gun-quads': 'presetGunQuads',
  'gun-hamstrings': 'presetGunHamstrings',
  'gun-legs': 'presetGunLegs',
  'boots-legs': 'presetBoots',
  panel: 'presetPanel',
  'bed-massage': 'presetBed',
  'walking-pad': 'presetPad',
};

const DOSE_WORDS: Readonly<Record<string, MessageKey>> = { ours: 'doseOurs', trials: 'doseTrials', user: 'doseUser' };

export function presetName(id: string | null): string {
  const key = id === null ? undefined : PRESET_WORDS[id];
  return t(key ?? 'presetByHand');
}

/** Whose dose it is, in words. */
export function doseWords(doseOf: string): string {
  return t(DOSE_WORDS[doseOf] ?? 'doseSeed');
}

/** To begin with: the first preset that fits, else the lowest of everything. */
export function firstChoice(capabilities: Capabilities, limits: Limits, usual: Choice['usual']): Choice {
  const [preset = null] = presetsFor(capabilities);
  return { preset, lengthS: preset?.lengthsS?.[0] ?? 0, step: firstStep(capabilities, limits), usual };
}

/** The plan that is chosen, and what is wrong with it; null while a preset lacks the user's usual level. */
export function draftFrom({ preset, lengthS, step, usual }: Choice, capabilities: Capabilities, limits: Limits): Draft | null {
  if (preset === null) return draftOf([step], capabilities, limits);
  const plan: SessionPlan | null = planFromPreset(preset, { capabilities, limits, usual }, lengthS);
  return plan === null ? null : { plan, faults: draftOf(plan.steps, capabilities, limits).faults };
}

/** Presets, each with whose dose it is, or a session by hand, drawn from what the device can do. */
export function PlanPicker({ capabilities, limits, choice, choose, saveUsual }: PlanPickerProps) {
  const presets = presetsFor(capabilities);
  const { preset, step } = choice;
  const set = (changed: Partial<SessionStep>) => choose({ ...choice, step: { ...step, ...changed } });
  return (
    <div class="stack">
      {presets.length > 0 && (
        <Choices
          legend={t('sessionWhat')}
          name="preset"
          options={[...presets.map(({ id }) => ({ value: id, label: presetName(id) })), { value: 'by-hand', label: t('presetByHand') }]}
          value={preset?.id ?? 'by-hand'}
          choose={(id) => {
            const chosen = presets.find((one) => one.id === id) ?? null;
            choose({ ...choice, preset: chosen, lengthS: chosen?.lengthsS?.[0] ?? 0 });
          }}
        />
      )}
      {preset !== null && (
        <>
          {preset.lengthsS !== null && (
            <Choices
              legend={t('sessionLength')}
              name="length"
              options={preset.lengthsS.map((s) => ({ value: String(s), label: plural('minutes', s / 60) }))}
              value={String(choice.lengthS)}
              choose={(s) => choose({ ...choice, lengthS: Number(s) })}
            />
          )}
          {preset.needsUsual && (
            <Levels
              legend={t('usualLevels')}
              zones={capabilities.zones}
              limits={limits}
              levels={choice.usual ?? {}}
              change={(usual) => {
                choose({ ...choice, usual });
                saveUsual(usual);
              }}
            />
          )}
          <small>{doseWords(preset.doseOf)}</small>
        </>
      )}
      {preset === null && (
        <>
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
                value={step.programme ?? ''}
                onChange={(event) => choose({ ...choice, step: withProgramme(step, event.currentTarget.value) })}
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
              <select
                value={step.region ?? ''}
                onChange={(event) => choose({ ...choice, step: withRegion(step, event.currentTarget.value) })}
              >
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

function withProgramme({ programme: _, ...step }: SessionStep, id: string): SessionStep {
  return id === '' ? step : { ...step, programme: id };
}

function withRegion({ region: _, ...step }: SessionStep, id: string): SessionStep {
  const region = REGIONS.find((one) => one === id);
  return region === undefined ? step : { ...step, region };
}

interface LevelsProps {
  readonly legend: string;
  readonly zones: readonly Zone[];
  readonly limits: Limits;
  readonly levels: Readonly<Record<string, number>>;
  readonly change: (levels: Readonly<Record<string, number>>) => void;
}

function Levels({ legend, zones, limits, levels, change }: LevelsProps) {
  const shown = zones.filter((zone) => zone.control !== 'relative' || zone.toggleOnly === true);
  if (shown.length === 0) return <small>{t('levelsByHand')}</small>;
  return (
    <fieldset class="levels">
      <legend>{legend}</legend>
      {shown.map((zone) => {
        const range = limits.levels[zone.id];
        const level = levels[zone.id];
        return range === undefined ? (
          <label key={zone.id} class="tick">
            <input
              type="checkbox"
              data-level={zone.id}
              checked={level === 1}
              onChange={(event) => change({ ...levels, [zone.id]: event.currentTarget.checked ? 1 : 0 })}
            />
            {zoneName(zone)}
          </label>
        ) : (
          <label key={zone.id} class="stack tight">
            <span class="between">
              {zoneName(zone)}
              <output>{level === undefined ? t('notSet') : levelWords(level, zone.unit)}</output>
            </span>
            <input
              type="range"
              data-level={zone.id}
              min={range.min}
              max={range.max}
              step={range.step}
              value={level ?? range.min}
              onInput={(event) => change({ ...levels, [zone.id]: event.currentTarget.valueAsNumber })}
            />
          </label>
        );
      })}
    </fieldset>
  );
}
