import { Plus } from 'lucide-preact';
import { CATALOGUE, type DevicePreset, presetsFor, type SessionPlan, type SessionStep, toSessionPlan } from '../../lib/catalogue';
import type { Capabilities } from '../../lib/devices/driver';
import type { Limits } from '../../lib/devices/safety/limits';
import { type Draft, draftPlan, firstStep } from '../../lib/devices/session/by-hand';
import { toDeviceAtHand } from '../../lib/devices/session/device-at-hand';
import { findFaults } from '../../lib/devices/session/validate';
import { plural, t } from '../../lib/i18n';
import { doseOfText } from '../../lib/i18n/words/plan-words';
import { presetName } from '../../lib/i18n/words/session-words';
import type { PlanItem } from '../../lib/planner';
import { Choices } from '../app/Choices';
import { Notice } from '../Notice';
import { Levels } from './Levels';
import { StepEditor } from './StepEditor';

/** The choice: the plan's item as planned, a preset with its length, or the user's own session. */
export interface PlanChoice {
  readonly of: 'item' | 'by-hand' | DevicePreset;
  readonly minutes: number;
  readonly steps: readonly SessionStep[];
  /** The user's usual levels, where a session needs them. */
  readonly usual: Readonly<Record<string, number>> | null;
}

interface PlanPickerProps {
  readonly capabilities: Capabilities;
  readonly limits: Limits;
  readonly planned: PlanItem | null;
  readonly choice: PlanChoice;
  readonly choose: (choice: PlanChoice) => void;
  /** The user's usual levels of this device could not be read. */
  readonly usualUnread: boolean;
  readonly saveUsual: (levels: Readonly<Record<string, number>>) => void;
}

const MOST_STEPS = 20;

/** The initial choice: the plan's item if there is one, otherwise the first preset that fits, otherwise everything at its lowest. */
export function firstChoice(
  capabilities: Capabilities,
  limits: Limits,
  usual: PlanChoice['usual'],
  planned: PlanItem | null = null,
): PlanChoice {
  const [preset] = presetsFor(capabilities.class);
  const of = planned === null ? (preset ?? 'by-hand') : 'item';
  return { of, minutes: planned?.minutes ?? preset?.dose.minutes ?? 0, steps: [firstStep(capabilities, limits)], usual };
}

/** The chosen plan and its faults; null while the user's usual level is missing. */
export function draftFrom(choice: PlanChoice, capabilities: Capabilities, limits: Limits, planned: PlanItem | null = null): Draft | null {
  const { of, minutes, steps, usual } = choice;
  if (of === 'by-hand') {
    const draft = draftPlan(steps, capabilities, limits);
    return planned === null
      ? draft
      : { ...draft, plan: { ...draft.plan, modality: planned.modality, item: planned.id, itemMinutes: planned.minutes } };
  }
  const plan = chosenPlan(of, minutes, planned, toDeviceAtHand(capabilities, limits, usual));
  return plan === null ? null : { plan, faults: findFaults(plan, capabilities, limits) };
}

function chosenPlan(
  of: 'item' | DevicePreset,
  minutes: number,
  planned: PlanItem | null,
  device: ReturnType<typeof toDeviceAtHand>,
): SessionPlan | null {
  if (of === 'item') return planned === null ? null : toSessionPlan({ ...planned, minutes }, device);
  const { id, modality, doseId, regions } = of;
  const item = planned?.modality === modality ? { id: planned.id } : {};
  const plan = toSessionPlan({ ...item, preset: id, modality, doseId, minutes, ...(regions === undefined ? {} : { regions }) }, device);
  return plan === null || planned?.modality !== modality ? plan : { ...plan, itemMinutes: planned.minutes };
}

/** Presets, each with the source of its dose, or the user's own session, within what the device can do. */
export function PlanPicker({ capabilities, limits, planned, choice, choose, usualUnread, saveUsual }: PlanPickerProps) {
  const presets = presetsFor(capabilities.class);
  const { of, steps } = choice;
  const preset = typeof of === 'string' ? null : of;
  const draft = draftFrom(choice, capabilities, limits, planned);
  const lengths = findLengthsMin(preset, planned);
  return (
    <div class="stack">
      {(planned !== null || presets.length > 0) && (
        <Choices
          legend={t('sessionWhat')}
          name="preset"
          options={[
            ...(planned === null ? [] : [{ value: 'item', label: t('sessionAsPlanned') }]),
            ...presets.map((one) => ({ value: one.id, label: presetName(one) })),
            { value: 'by-hand', label: t('presetByHand') },
          ]}
          value={preset === null ? String(of) : preset.id}
          choose={(id) => {
            const found = presets.find((one) => one.id === id);
            choose({ ...choice, of: found ?? (id === 'item' ? 'item' : 'by-hand'), minutes: found?.dose.minutes ?? planned?.minutes ?? 0 });
          }}
        />
      )}
      {of !== 'by-hand' && (
        <>
          {lengths.length > 1 && (
            <Choices
              legend={t('sessionLength')}
              name="length"
              options={lengths.map((one) => ({ value: String(one), label: plural('minutes', one) }))}
              value={String(choice.minutes)}
              choose={(one) => choose({ ...choice, minutes: Number(one) })}
            />
          )}
          {usualUnread && <Notice kind="warn" what={t('usualUnread')} />}
          {(usualUnread || needsUsual(preset, planned, capabilities)) && (
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
          {draft !== null && <small>{t('planWhoseIs', doseOfText(draft.plan.doseOf))}</small>}
        </>
      )}
      {of === 'by-hand' && (
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

/** The lengths to choose from, in minutes, shortest first; for the plan's own dose they include its minutes. */
function findLengthsMin(preset: DevicePreset | null, planned: PlanItem | null): readonly number[] {
  if (preset !== null) return preset.dose.lengthsMin ?? [];
  const dose = planned === null ? undefined : CATALOGUE[planned.modality].doses.find(({ id }) => id === planned.doseId);
  return [...new Set([...(dose?.lengthsMin ?? []), ...(planned === null ? [] : [planned.minutes])])].sort((a, b) => a - b);
}

/** Whether the session runs only at the user's usual level. */
function needsUsual(preset: DevicePreset | null, planned: PlanItem | null, { class: its }: Capabilities): boolean {
  const use = preset?.use ?? (planned === null ? undefined : CATALOGUE[planned.modality].devices?.find((one) => one.class === its));
  return use?.level === 'usual';
}
