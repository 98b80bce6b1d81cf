import { type LucideIcon, Minus, Plus, Power } from 'lucide-preact';
import { clock } from '../../lib/core/clock';
import type { Zone } from '../../lib/devices/driver';
import { Click } from '../../lib/devices/safety/click';
import type { SessionRunner } from '../../lib/devices/session/runner';
import { t } from '../../lib/i18n';
import { MeasuredFigure } from './MeasuredFigure';
import { levelWords, zoneName } from './words';

interface ZoneControlProps {
  readonly zone: Zone;
  readonly session: SessionRunner;
  /** Hides the control for more; under a heart-rate cap another control asks for it. */
  readonly noMore?: boolean;
}

/** One zone of a running session: its level, and the buttons of its kind. Every increase needs a click. */
export function ZoneControl({ zone, session, noMore = false }: ZoneControlProps) {
  const view = session.view.levels.value[zone.id];
  const running = session.view.state.value === 'running';
  const name = zoneName(zone);
  // Without a link, or in other hands, nobody knows what it was set to.
  const sends = ['armed', 'running', 'paused'].includes(session.view.state.value);
  const range = session.limits.levels[zone.id];
  const told = view?.told ?? null;
  const target = view?.target ?? told ?? range?.min ?? 0;
  const measured = view?.measured ?? null;
  const pressure = view?.pressureMmHg ?? null;
  const click = (event: MouseEvent) => Click.of(event, clock.now());
  const step = (event: MouseEvent, by: number) => session.stepLevel(zone.id, by, click(event));
  return (
    <li class="zone" data-zone={zone.id} data-level={view?.told ?? ''}>
      <div>
        <span class="question">{name}</span>
        {view?.levelKnown === false ? (
          <small>{t('levelNotKnown')}</small>
        ) : measured === null ? (
          <small>{t(told !== null ? 'levelTold' : sends ? 'levelNotSent' : 'levelNotKnown')}</small>
        ) : (
          <MeasuredFigure figure={measured} words={levelWords(measured.value, zone.unit)} />
        )}
        {pressure !== null && <MeasuredFigure figure={pressure} words={levelWords(pressure.value, 'mmHg')} />}
      </div>
      {zone.control === 'absolute' && range !== undefined && (
        <>
          <IconButton
            label={t('levelDown', name)}
            icon={Minus}
            disabled={!running || target - range.step < range.min}
            press={(event) => step(event, -range.step)}
          />
          <output class="num" aria-label={t('levelSet', name)}>
            {told === null ? '–' : levelWords(told, zone.unit)}
          </output>
          <IconButton
            label={t('levelUp', name)}
            icon={Plus}
            disabled={!running || noMore || target + range.step > range.max}
            press={(event) => step(event, range.step)}
          />
        </>
      )}
      {zone.control === 'relative' && (
        <>
          <IconButton
            label={t('levelDown', name)}
            icon={Minus}
            disabled={!running}
            press={(event) => session.byHand({ kind: 'nudge', zone: zone.id, direction: 'down' }, click(event))}
          />
          <IconButton
            label={t('levelUp', name)}
            icon={Plus}
            disabled={!running}
            press={(event) => session.byHand({ kind: 'nudge', zone: zone.id, direction: 'up' }, click(event))}
          />
        </>
      )}
      {zone.toggleOnly === true && (
        <IconButton
          label={t('zoneToggle', name)}
          icon={Power}
          disabled={!running}
          press={(event) => session.byHand({ kind: 'toggle', zone: zone.id }, click(event))}
        />
      )}
    </li>
  );
}

interface IconButtonProps {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly disabled: boolean;
  readonly press: (event: MouseEvent) => void;
}

function IconButton({ label, icon: Icon, disabled, press }: IconButtonProps) {
  return (
    <button type="button" class="quiet icon-text" aria-label={label} disabled={disabled} onClick={press}>
      <Icon size={18} aria-hidden="true" />
    </button>
  );
}
