import { useState } from 'preact/hooks';
import type { Capabilities, Range, Zone } from '../../../lib/devices/driver';
import type { DryCommand, Profile } from '../../../lib/devices/profile';
import { t } from '../../../lib/i18n';
import { zoneName } from '../../session/words';
import { commandWords } from './words';

interface CommandFormProps {
  readonly capabilities: Capabilities;
  readonly profile: Profile;
  readonly add: (command: DryCommand) => void;
}

/** A command, or a value for it. */
interface Choice {
  readonly id: string;
  readonly label: string;
  readonly range: Range | null;
  command(value: number): DryCommand;
}

/** Adds a command to the dry run, from those that the profile has. */
export function CommandForm({ capabilities, profile, add }: CommandFormProps) {
  const choices = listChoices(capabilities, profile);
  const [id, setId] = useState(choices[0]?.id ?? '');
  const [value, setValue] = useState<number | null>(null);
  const choice = choices.find((one) => one.id === id) ?? choices[0];
  if (choice === undefined) return null;
  const { range } = choice;
  const meant = value ?? range?.min ?? 0;
  return (
    <form
      class="field dry-form"
      onSubmit={(event) => {
        event.preventDefault();
        add(choice.command(meant));
      }}
    >
      <label class="stack tight">
        <span>{t('dryCommand')}</span>
        <select
          value={choice.id}
          data-dry-command
          onChange={(event) => {
            setId(event.currentTarget.value);
            setValue(null);
          }}
        >
          {choices.map((one) => (
            <option key={one.id} value={one.id}>
              {one.label}
            </option>
          ))}
        </select>
      </label>
      {range !== null && (
        <label class="stack tight dry-value">
          <span>{t('dryValue')}</span>
          <input
            type="number"
            data-dry-value
            min={range.min}
            max={range.max}
            step={range.step}
            value={meant}
            onInput={(event) => setValue(Number.isNaN(event.currentTarget.valueAsNumber) ? null : event.currentTarget.valueAsNumber)}
          />
        </label>
      )}
      <button type="submit" class="quiet">
        {t('dryAdd')}
      </button>
    </form>
  );
}

function listChoices(capabilities: Capabilities, profile: Profile): readonly Choice[] {
  const plain = (command: DryCommand): Choice => ({
    id: JSON.stringify(command),
    label: commandWords(command, capabilities),
    range: null,
    command: () => command,
  });
  const { temperatureC, timerS, programmes, zones } = capabilities;
  return [
    ...zones.flatMap((zone) => zoneChoices(zone, plain)),
    ...programmes.map(({ id }) => plain({ kind: 'programme', id })),
    ...(temperatureC === null
      ? []
      : [
          {
            id: 'temperature',
            label: t('readTemperature'),
            range: temperatureC,
            command: (celsius: number) => toTemperatureCommand(celsius),
          },
        ]),
    ...(timerS === null
      ? []
      : [{ id: 'timer', label: t('dryTimerS'), range: timerS, command: (seconds: number) => toTimerCommand(seconds) }]),
    ...(profile.start === undefined ? [] : [plain({ kind: 'start' })]),
    ...(profile.pause === undefined ? [] : [plain({ kind: 'pause' })]),
    plain({ kind: 'stop' }),
    plain({ kind: 'set-up' }),
  ];
}

const toTemperatureCommand = (celsius: number): DryCommand => ({ kind: 'temperature', celsius });
const toTimerCommand = (seconds: number): DryCommand => ({ kind: 'timer', seconds });

function zoneChoices(zone: Zone, plain: (command: DryCommand) => Choice): readonly Choice[] {
  const { id, control, range, toggleOnly } = zone;
  if (toggleOnly) return [plain({ kind: 'toggle', zone: id })];
  if (control === 'relative') return (['up', 'down'] as const).map((direction) => plain({ kind: 'nudge', zone: id, direction }));
  if (control === 'switch') return [1, 0].map((level) => plain({ kind: 'level', zone: id, level }));
  if (range === undefined) return [];
  return [{ id: `level ${id}`, label: zoneName(zone), range, command: (level) => ({ kind: 'level', zone: id, level }) }];
}
