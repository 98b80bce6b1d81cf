import { ChevronLeft, ChevronRight, ClipboardCopy, Download, ImageDown, Share } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { clock } from '../../../lib/core/clock';
import { addDays, type Day } from '../../../lib/core/day';
import { t } from '../../../lib/i18n';
import { coachText, coachWords, weekWords } from '../../../lib/i18n/words/coach-week-words';
import type { ReboundDatabase, World } from '../../../lib/storage';
import { COACH_DAYS } from '../../../lib/trends/coach-week';
import { coachCsv, readCoachWeek } from '../../../lib/views/coach-week';
import { download } from '../../charts/download';
import { useLive } from '../../use-live';
import { Dialog, openDialog } from '../Dialog';
import { LoadFailed } from '../LoadFailed';
import { coachPicture } from './coach-picture';
import './coach-week.css';

interface CoachWeekProps {
  readonly db: ReboundDatabase;
  readonly world: World;
  readonly today: Day;
}

/** The button, and the dialog that shows a week and lets the user copy and save it. */
export function CoachWeekView(props: CoachWeekProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class="quiet"
        data-coach
        onClick={() => {
          setOpen(true);
          openDialog(dialog);
        }}
      >
        <Share size={16} aria-hidden="true" />
        {t('coachOpen')}
      </button>
      <Dialog dialog={dialog} class="coach" labelledBy="coach-title" onClose={() => setOpen(false)}>
        {open && <Week {...props} close={() => dialog.current?.close()} />}
      </Dialog>
    </>
  );
}

function Week({ db, world, today, close }: CoachWeekProps & { readonly close: () => void }) {
  const [to, setTo] = useState<Day>(today);
  const [said, setSaid] = useState<'coachCopied' | 'coachCopyFailed' | null>(null);
  const pane = useRef<HTMLDivElement>(null);
  const week = useLive(() => readCoachWeek(db, world, to, today, clock.now()), [db, world, to, today]);
  const move = (end: Day) => {
    setSaid(null);
    setTo(end > today ? today : end);
  };
  if (week instanceof Error) return <LoadFailed error={week} />;
  const words = week === undefined ? null : coachWords(week, world === 'demo');
  const text = words === null ? '' : coachText(words);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('coachCopied'),
      () => setSaid('coachCopyFailed'),
    );
  const picture = async () => {
    if (words === null || pane.current === null) return;
    const blob = await coachPicture(words, pane.current);
    if (blob !== null) download(`rebound-week-${to}.png`, blob);
  };
  return (
    <div class="stack" ref={pane} data-coach-week={week?.to}>
      <div class="stack tight">
        <h2 id="coach-title">{t('coachDialog')}</h2>
        <p class="muted">{t('coachNothingSent')}</p>
      </div>
      <div class="row coach-which">
        <button type="button" class="icon" aria-label={t('coachEarlier')} onClick={() => move(addDays(to, -COACH_DAYS))}>
          <ChevronLeft size={20} aria-hidden="true" />
        </button>
        <strong aria-live="polite">{week === undefined ? t('loading') : weekWords(week)}</strong>
        <button
          type="button"
          class="icon"
          aria-label={t('coachLater')}
          disabled={to >= today}
          onClick={() => move(addDays(to, COACH_DAYS))}
        >
          <ChevronRight size={20} aria-hidden="true" />
        </button>
        <label>
          <span class="muted">{t('coachWeekTo')}</span>{' '}
          <input
            type="date"
            max={today}
            value={to}
            onChange={(event) => {
              if (event.currentTarget.value !== '') move(event.currentTarget.value);
            }}
          />
        </label>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard */}
      <section class="coach-text" tabIndex={0} aria-label={t('coachPreview')}>
        {text}
      </section>
      <div class="row">
        <button type="button" disabled={words === null} onClick={() => void copy()}>
          <ClipboardCopy size={16} aria-hidden="true" />
          {t('coachCopy')}
        </button>
        <button type="button" class="quiet" data-coach-png disabled={words === null} onClick={() => void picture()}>
          <ImageDown size={16} aria-hidden="true" />
          {t('coachPng')}
        </button>
        <button
          type="button"
          class="quiet"
          data-coach-csv
          disabled={week === undefined}
          onClick={() => week !== undefined && download(`rebound-week-${to}.csv`, new Blob([coachCsv(week)], { type: 'text/csv' }))}
        >
          <Download size={16} aria-hidden="true" />
          {t('trendsCsv')}
        </button>
        <button type="button" class="quiet" onClick={close}>
          {t('coachClose')}
        </button>
      </div>
      <p role="status" class="coach-said">
        {said !== null && t(said)}
      </p>
    </div>
  );
}
