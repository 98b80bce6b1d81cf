import { useId, useState } from 'preact/hooks';
import type { Day } from '../../../lib/core/day';
import { type MessageKey, t } from '../../../lib/i18n';
import type { LabValue } from '../../../lib/storage';
import { LAB_LIMITS, type LabFault, type LabSeries, parseLab } from '../../../lib/views/labs';
import { FormEnd } from '../../FormEnd';

interface LabFormProps {
  /** Null: a new one. */
  readonly start: LabValue | null;
  readonly known: readonly LabSeries[];
  /** The open series: a new value most often belongs to it. */
  readonly suggested: LabSeries | null;
  readonly today: Day;
  readonly save: (lab: LabValue) => void;
  readonly cancel: () => void;
}

const FAULTS: Readonly<Record<LabFault, MessageKey>> = {
  name: 'labFaultName',
  unit: 'labFaultUnit',
  day: 'labFaultDay',
  future: 'labFaultFuture',
  value: 'labFaultValue',
  range: 'labFaultRange',
  'range-order': 'labFaultOrder',
  note: 'labFaultNote',
};

type Text = 'name' | 'unit' | 'value' | 'low' | 'high' | 'note';

/** One value: name, amount, date, and the laboratory's range. */
export function LabForm({ start, known, suggested, today, save, cancel }: LabFormProps) {
  const names = useId();
  const [form, setForm] = useState(() => {
    const like = start ?? suggested?.values.at(-1) ?? null;
    const range = { low: like?.low == null ? '' : String(like.low), high: like?.high == null ? '' : String(like.high) };
    const said = { value: start === null ? '' : String(start.value), note: start?.note ?? '', day: start?.day ?? today };
    return { name: like?.name ?? '', unit: like?.unit ?? '', ...range, ...said };
  });
  const [fault, setFault] = useState<LabFault | null>(null);
  const change = (changed: Partial<typeof form>) => {
    setFault(null);
    setForm({ ...form, ...changed });
  };
  /** A known name fills in its unit and its last range. */
  const named = (name: string) => {
    const last = known.find((one) => one.name.toLowerCase() === name.trim().toLowerCase())?.values.at(-1);
    const text = (value: number | null) => (value === null ? '' : String(value));
    change(last === undefined || start !== null ? { name } : { name, unit: last.unit, low: text(last.low), high: text(last.high) });
  };
  const field = (key: Text, label: MessageKey, decimal: boolean) => (
    <label class="stack tight">
      <span>{t(label)}</span>
      <input
        type="text"
        name={`lab-${key}`}
        inputMode={decimal ? 'decimal' : 'text'}
        maxLength={decimal ? 20 : LAB_LIMITS[key === 'name' || key === 'unit' ? key : 'note']}
        value={form[key]}
        {...(key === 'name' ? { list: names } : {})}
        onInput={(event) => (key === 'name' ? named(event.currentTarget.value) : change({ [key]: event.currentTarget.value }))}
      />
    </label>
  );
  return (
    <form
      class="stack lab-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const lab = parseLab(form, start?.id ?? crypto.randomUUID(), today);
        if (typeof lab === 'string') setFault(lab);
        else save(lab);
      }}
    >
      <div class="lab-fields">
        {field('name', 'labName', false)}
        {field('value', 'labValue', true)}
        {field('unit', 'labUnit', false)}
        <label class="stack tight">
          <span>{t('colDay')}</span>
          <input type="date" name="lab-day" max={today} value={form.day} onInput={(event) => change({ day: event.currentTarget.value })} />
        </label>
        {field('low', 'labLow', true)}
        {field('high', 'labHigh', true)}
        {field('note', 'noteLabel', false)}
      </div>
      <datalist id={names}>
        {[...new Set(known.map(({ name }) => name))].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <small>{t('labRangeHint')}</small>
      <FormEnd fault={fault === null ? null : t(FAULTS[fault])} cancel={cancel} />
    </form>
  );
}
