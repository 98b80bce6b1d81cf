import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { ask, type CardMorning } from '../../lib/messages';
import type { PageReading } from '../../lib/sites';
import { Logo } from '../Logo';
import { CardDevices } from './CardDevices';
import { Morning } from './Morning';
import { ReadActivity } from './ReadActivity';

interface CardProps {
  readonly read: () => PageReading;
  readonly signal: AbortSignal;
}

/** Parts of a page come late; what was missing at first is looked for again after these times, in ms. */
const READ_AGAIN_MS = [1000, 3000, 8000];

/** This morning's reading beside the activity that the page shows. */
export function Card({ read, signal }: CardProps) {
  const [collapsed, setCollapsed] = useState(false);
  const morning = useMorning(signal);
  const reading = useReading(read, signal);
  return (
    <section class="card stack" aria-label={t('cardLabel')}>
      <header class="between">
        <div class="row" style={{ gap: 'var(--s2)' }}>
          <Logo size={22} />
          <h2>{t('cardTitle')}</h2>
        </div>
        <div class="row" style={{ gap: 'var(--s2)' }}>
          <span class="chip">{t('cardOnlyYou')}</span>
          <button type="button" class="quiet small" aria-expanded={!collapsed} onClick={() => setCollapsed(!collapsed)}>
            {collapsed ? t('cardShow') : t('cardHide')}
          </button>
        </div>
      </header>
      {!collapsed && (
        <>
          <Morning morning={morning} />
          <hr />
          <ReadActivity reading={reading} />
          <CardDevices signal={signal} />
        </>
      )}
    </section>
  );
}

/** Asked when the card appears and whenever the page is looked at again; an Error when the extension does not answer. */
function useMorning(signal: AbortSignal): CardMorning | Error | null {
  const [morning, setMorning] = useState<CardMorning | Error | null>(null);
  useEffect(() => {
    const over = new AbortController();
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      ask('card-morning', {}).then(
        (answer) => over.signal.aborted || setMorning(answer),
        (error: unknown) => over.signal.aborted || setMorning(error instanceof Error ? error : new Error(String(error))),
      );
    };
    look();
    document.addEventListener('visibilitychange', look, { signal: AbortSignal.any([over.signal, signal]) });
    return () => over.abort();
  }, [signal]);
  return morning;
}

function useReading(read: () => PageReading, signal: AbortSignal): PageReading {
  const [reading, setReading] = useState(read);
  useEffect(() => {
    const timers = READ_AGAIN_MS.map((ms) =>
      setTimeout(() => {
        if (signal.aborted) return;
        setReading((old) => {
          if (old.activity !== null && old.notFound.length === 0) return old;
          const next = read();
          // A page that was understood and is being taken apart must not empty the card.
          return next.notFound.length <= old.notFound.length || old.activity === null ? next : old;
        });
      }, ms),
    );
    return () => timers.forEach(clearTimeout);
  }, [read, signal]);
  return reading;
}
