import { Scale } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { sweatLossMl } from '../../lib/catalogue';
import { clock } from '../../lib/core/clock';
import { localZone, toDay } from '../../lib/core/day';
import { MINUTE_MS } from '../../lib/core/time';
import type { DeviceRegistry } from '../../lib/devices/links/registry';
import { number, t, timeOfDay } from '../../lib/i18n';
import { massMeasure, massText, volumeMeasure } from '../../lib/i18n/units';
import { activitiesBetween, PROFILE_LIMITS, type ReboundDatabase, type Settings, type Weighing, type World } from '../../lib/storage';
import { UnitsChoice } from '../app/UnitsChoice';
import { FormEnd } from '../FormEnd';
import './weighing.css';

interface WeighingFormProps {
  readonly db: ReboundDatabase;
  readonly world: World;
  readonly devices: DeviceRegistry;
  /** The weighing whose second half is missing; null: ask for the first. */
  readonly open: Weighing | null;
  readonly units: Settings['units'];
  readonly save: (weighing: Weighing) => void;
  readonly cancel: () => void;
}

/** A session that began up to this long before the weighing belongs to it as well. */
const EARLIER_MS = 30 * MINUTE_MS;

/** One half of a weighing: the mass before, or the mass after with what was drunk and passed in between. */
export function WeighingForm({ db, world, devices, open, units, save, cancel }: WeighingFormProps) {
  const [mass, setMass] = useState('');
  const [drunk, setDrunk] = useState('');
  const [passed, setPassed] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [ofMass, ofVolume] = [massMeasure(), volumeMeasure()];
  const [least, most] = PROFILE_LIMITS.massKg;
  const submit = async () => {
    const kg = Math.round(100 * ofMass.stored(Number.parseFloat(mass))) / 100;
    if (!(kg >= least && kg <= most)) {
      setFault(t('numberWrong', number(Math.ceil(ofMass.shown(least))), number(Math.floor(ofMass.shown(most)))));
      return;
    }
    if (open === null) {
      const [atMs, timeZone] = [clock.now(), localZone()];
      const row = { id: crypto.randomUUID(), world, day: toDay(atMs, timeZone), timeZone, atMs, beforeKg: kg };
      save({ ...row, afterKg: null, drunkMl: 0, passedMl: 0, activityId: null });
      return;
    }
    const [drunkMl, passedMl] = [drunk, passed].map((typed) => Math.round(ofVolume.stored(Number.parseFloat(typed) || 0))) as [
      number,
      number,
    ];
    if (drunkMl < 0 || passedMl < 0 || sweatLossMl({ beforeKg: open.beforeKg, afterKg: kg, drunkMl, passedMl }) === null) {
      setFault(t('weighImplausible'));
      return;
    }
    const since = await activitiesBetween(db, world, open.atMs - EARLIER_MS, clock.now());
    save({ ...open, afterKg: kg, drunkMl, passedMl, activityId: since.at(-1)?.id ?? null });
  };
  return (
    <form
      class="stack weighing"
      noValidate
      onInput={() => setFault(null)}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {open !== null && <p>{t('weighBeforeWas', massText(open.beforeKg), timeOfDay(open.atMs, open.timeZone))}</p>}
      <p class="muted">{t('weighHow')}</p>
      <div class="weighing-fields">
        <Field label={t(open === null ? 'weighBefore' : 'weighAfter')} unit={ofMass.unit} value={mass} change={setMass} step="0.1" />
        {open !== null && (
          <>
            <Field label={t('weighDrunk')} unit={ofVolume.unit} value={drunk} change={setDrunk} step="1" />
            <Field label={t('weighPassed')} unit={ofVolume.unit} value={passed} change={setPassed} step="1" />
          </>
        )}
      </div>
      <FromScale devices={devices} take={(kg) => setMass(ofMass.shown(kg).toFixed(1))} />
      <UnitsChoice db={db} units={units} />
      <FormEnd fault={fault} cancel={cancel} />
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly unit: string;
  readonly value: string;
  readonly step: string;
  readonly change: (value: string) => void;
}

function Field({ label, unit, value, step, change }: FieldProps) {
  return (
    <label class="stack tight">
      <span>
        {label} <span class="unit">{unit}</span>
      </span>
      <input type="number" inputMode="decimal" min="0" step={step} value={value} onInput={(event) => change(event.currentTarget.value)} />
    </label>
  );
}

/** The readings of connected scales; without any, a way to add one. */
function FromScale({ devices, take }: Pick<WeighingFormProps, 'devices'> & { readonly take: (kg: number) => void }) {
  const scales = devices.live.value.filter(({ kind, state }) => kind === 'scale' && state === 'ready');
  if (scales.length === 0) {
    return (
      <small>
        {t('weighNoScale')} <a href="#devices">{t('thermometerPair')}</a>
      </small>
    );
  }
  return (
    <div class="row">
      {scales.map((scale) => {
        const kg = scale.readings.find(({ quantity }) => quantity === 'weight')?.value ?? null;
        const name = devices.findName(scale) ?? scale.id;
        return kg === null ? (
          <small key={scale.id} role="status">
            {t('weighStep', name)}
          </small>
        ) : (
          <button key={scale.id} type="button" class="quiet" data-from-scale onClick={() => take(kg)}>
            <Scale size={18} aria-hidden="true" />
            {t('weighFromScale', name, massText(kg))}
          </button>
        );
      })}
    </div>
  );
}
