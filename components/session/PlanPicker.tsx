import { Plus } from 'lucide-preact';
import type { SessionPlan, SessionStep } from '../../lib/catalogue';
import type { Capabilities } from '../../lib/devices/driver';
import type { Limits } from '../../lib/devices/safety/limits';
import { type Draft, draftPlan, firstStep } from '../../lib/devices/session/by-hand';
import { type Preset, planFromPreset, presetsFor } from '../../lib/devices/session/presets';
import { type MessageKey, plural, t } from '../../lib/i18n';
import type { PlanItem } from '../../lib/planner';
import { Choices } from '../app/Choices';
import { Levels } from './Levels';
import { StepEditor } from './StepEditor';

/** What is chosen: a preset with its length, or what the user puts together. */
export interface PlanChoice {
  readonly preset: Preset | null;
  readonly lengthS: number;
  readonly steps: readonly SessionStep[];
  /** The user's usual levels, where a preset needs them. */
  readonly usual: Readonly<Record<string, number>> | null;
}

interface PlanPickerProps {
  readonly capabilities: Capabilities;
  readonly limits: Limits;
  readonly choice: PlanChoice;
  readonly choose: (choice: PlanChoice) => void;
  readonly saveUsual: (levels: Readonly<Record<string, number>>) => void;
}

const MOST_STEPS = 20;

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

/** To begin with: of the presets that fit the one the plan names, as long as it says, else the first; else the lowest of everything. */
export function firstChoice(
  capabilities: Capabilities,
  limits: Limits,
  usual: PlanChoice['usual'],
  planned: PlanItem | null = null,
): PlanChoice {
  const presets = presetsFor(capabilities);
  const preset = presets.find(({ id }) => planned?.presets.includes(id)) ?? presets[0] ?? null;
  const meantS = preset?.lengthsS?.find((s) => s === (planned?.minutes ?? 0) * 60);
  return { preset, lengthS: meantS ?? preset?.lengthsS?.[0] ?? 0, steps: [firstStep(capabilities, limits)], usual };
}

/** The plan that is chosen, and what is wrong with it; null while a preset lacks the user's usual level. */
export function draftFrom({ preset, lengthS, steps, usual }: PlanChoice, capabilities: Capabilities, limits: Limits): Draft | null {
  if (preset === null) return draftPlan(steps, capabilities, limits);
  const plan: SessionPlan | null = planFromPreset(preset, { capabilities, limits, usual }, lengthS);
  return plan === null ? null : { plan, faults: draftPlan(plan.steps, capabilities, limits).faults };
}

/** Presets, each with whose dose it is, or a session by hand, drawn from what the device can do. */
export function PlanPicker({ capabilities, limits, choice, choose, saveUsual }: PlanPickerProps) {
  const presets = presetsFor(capabilities);
  const { preset, steps } = choice;
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
          {steps.map((step, index) => (
            <StepEditor
              key={index}
              step={step}
              nth={index + 1}
              of={steps.length}
              capabilities={capabilities}
              limits={limits}
              change={(changed) => choose({ ...choice, steps: steps.map((one, at) => (at === index ? changed : one)) })}
              remove={() => choose({ ...choice, steps: steps.filter((_, at) => at !== index) })}
            />
          ))}
          <div>
            <button
              type="button"
              class="quiet"
              data-add-step
              disabled={steps.length >= MOST_STEPS}
              onClick={() => choose({ ...choice, steps: [...steps, steps.at(-1) ?? firstStep(capabilities, limits)] })}
            >
              <Plus size={18} aria-hidden="true" />
              {t('stepAdd')}
            </button>
          </div>
        </>
      )}
    </div>
  );
}
