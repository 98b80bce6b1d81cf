import { Minus, Plus, Power } from 'lucide-preact';
import { clock } from '../../lib/clock';
import type { Zone } from '../../lib/gadgets/driver';
import { Click } from '../../lib/gadgets/safety/click';
import type { SessionRunner } from '../../lib/gadgets/session/runner';
import { t } from '../../lib/i18n';
import { levelWords, zoneName } from './words';

interface ZoneControlProps {
  readonly zone: Zone;
  readonly session: SessionRunner;
  /** More is asked for elsewhere: under a heart-rate cap. */
  readonly noMore?: boolean;
}

/** One zone while a session runs: where it is, and the buttons that its kind has. Every increase is one click. */
export function ZoneControl({ zone, session, noMore = false }: ZoneControlProps) {
  const view = session.view.levels.value[zone.id];
  const running = session.view.state.value === 'running';
  const name = zoneName(zone);
  const range = session.limits.levels[zone.id];
  const now = view?.told ?? view?.target ?? range?.min ?? 0;
  const target = view?.target ?? now;
  const click = (event: MouseEvent) => Click.of(event, clock.now());
  const step = (event: MouseEvent, by: number) => session.setLevel(zone.id, Math.round((target + by) * 1000) / 1000, click(event));
  return (
    <li class="zone" data-zone={zone.id} data-level={view?.told ?? ''}>
      <div>
        <span class="question">{name}</span>
        <small>
          {view?.levelKnown === false
            ? t('levelNotKnown')
            : view?.measured !== null && view?.measured !== undefined
              ? t('levelMeasured', levelWords(view.measured, zone.unit))
              : t('levelTold')}
        </small>
      </div>
      {zone.control === 'absolute' && range !== undefined && (
        <>
          <button
            type="button"
            class="quiet icon-text"
            aria-label={t('levelDown', name)}
            disabled={!running || target - range.step < range.min}
            onClick={(event) => step(event, -range.step)}
          >
            <Minus size={18} aria-hidden="true" />
          </button>
          <output class="num">{levelWords(now, zone.unit)}</output>
          <button
            type="button"
            class="quiet icon-text"
            aria-label={t('levelUp', name)}
            disabled={!running || noMore || target + range.step > range.max}
            onClick={(event) => step(event, range.step)}
          >
            <Plus size={18} aria-hidden="true" />
          </button>
        </>
      )}
      {zone.control === 'relative' && (
        <>
          <button
            type="button"
            class="quiet icon-text"
            aria-label={t('levelDown', name)}
            disabled={!running}
            onClick={(event) => session.byHand({ kind: 'nudge', zone: zone.id, direction: 'down' }, click(event))}
          >
            <Minus size={18} aria-hidden="true" />
          </button>
          <button
            type="button"
            class="quiet icon-text"
            aria-label={t('levelUp', name)}
            disabled={!running}
            onClick={(event) => session.byHand({ kind: 'nudge', zone: zone.id, direction: 'up' }, click(event))}
          >
            <Plus size={18} aria-hidden="true" />
          </button>
        </>
      )}
      {zone.toggleOnly === true && (
        <button
          type="button"
          class="quiet icon-text"
          aria-label={t('zoneToggle', name)}
          disabled={!running}
          onClick={(event) => session.byHand({ kind: 'toggle', zone: zone.id }, click(event))}
        >
          <Power size={18} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}
