import type { Zone } from '../../lib/devices/driver';
import type { Limits } from '../../lib/devices/safety/limits';
import { t } from '../../lib/i18n';
import { levelWords, zoneName } from './words';

interface LevelsProps {
  readonly legend: string;
  readonly zones: readonly Zone[];
  readonly limits: Limits;
  readonly levels: Readonly<Record<string, number>>;
  readonly change: (levels: Readonly<Record<string, number>>) => void;
}

/** A level, or on and off, for each zone that can be planned. */
export function Levels({ legend, zones, limits, levels, change }: LevelsProps) {
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
