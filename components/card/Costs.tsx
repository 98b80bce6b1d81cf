import { t } from '../../lib/i18n';
import type { CardView } from '../../lib/views/card/schema';

type Load = NonNullable<CardView['load']>;

/** The load, what it is compared with, and its cost on each clock. */
export function Costs({ load, costs }: { readonly load: Load; readonly costs: CardView['costs'] }) {
  return (
    <div class="stack tight">
      <dl class="cells">
        <Cell name={t('cardLoad')} value={load.score} note={load.compared} big />
        {costs.map(({ clock, name, value, note }) => (
          <Cell key={clock} name={name} value={value} note={note} />
        ))}
      </dl>
      <small>
        {load.basis}
        {load.zones.length > 0 && <span class="zones">{load.zones.join(' · ')}</span>}
      </small>
    </div>
  );
}

interface CellProps {
  readonly name: string;
  readonly value: string;
  readonly note: string;
  readonly big?: boolean;
}

function Cell({ name, value, note, big = false }: CellProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <b class={big ? 'big' : ''}>{value}</b>
        {note !== '' && <small>{note}</small>}
      </dd>
    </div>
  );
}
