import { Download, ZoomOut } from 'lucide-preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { clock } from '../../../lib/core/clock';
import type { Day } from '../../../lib/core/day';
import { t } from '../../../lib/i18n';
import type { ReboundDatabase, Settings, World } from '../../../lib/storage';
import { readTrends, type Trends } from '../../../lib/views/trends';
import { download } from '../../charts/download';
import '../../charts/charts.css';
import { Notice } from '../../Notice';
import { useDay } from '../../use-day';
import { useRevised } from '../../use-live';
import { Choices } from '../Choices';
import { LoadFailed } from '../LoadFailed';
import { BetterMorningsCard } from './BetterMorningsCard';
import { CoachWeekView } from './CoachWeek';
import { ChartGroup } from './chart-group';
import { trendsCsv } from './csv';
import { FatigueCard } from './FatigueCard';
import { LabsCard } from './LabsCard';
import { describeMissing } from './missing';
import { TestCard } from './TestCard';
import { TrendCard } from './TrendCard';
import './trends.css';
import { cvChart, hrChart, hrvChart } from './heart-charts';
import { loadChart, monotonyChart } from './load-charts';
import { feltChart, sleepChart } from './said-charts';
import { STRETCHES, stretch, toShownDays } from './trends-state';

const STRETCH_WORDS = { '30': 'trends30', '90': 'trends90', '365': 'trends365', all: 'trendsAll' } as const;

/** "Am I adapting?": checks, answers and training over weeks and years. */
export function TrendsScreen({ db, settings }: { db: ReboundDatabase; settings: Settings }) {
  const chosen = stretch.value;
  const day = useDay(settings);
  const read = useRevised(db, async () => ({ chosen, trends: await readTrends(db, toShownDays(chosen), day, clock.now()) }), [chosen, day]);
  if (read instanceof Error) return <LoadFailed error={read} />;
  const empty = read !== undefined && read.trends.first === null;
  return (
    <>
      <div class="between">
        <h1>{t('navTrends')}</h1>
        {read !== undefined && !empty && <CoachWeekView db={db} world={read.trends.world} today={day} />}
      </div>
      {empty ? <Empty /> : <Choose />}
      {read?.trends.world === 'demo' && <Notice what={t('demoChip')} todo={t('trendsDemo')} />}
      {read === undefined && <p class="muted">{t('loading')}</p>}
      {read !== undefined && !empty && (
        <>
          <Pictures trends={read.trends} shown={read.chosen} />
          <Answers db={db} world={read.trends.world} day={day} />
        </>
      )}
      {read !== undefined && <LabsCard db={db} today={day} />}
    </>
  );
}

/** Everything that needs months of days: read after the charts are on the screen. */
function Answers({ db, world, day }: { db: ReboundDatabase; world: World; day: Day }) {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    let after: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      after = setTimeout(() => setDrawn(true), 0);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(after);
    };
  }, []);
  if (!drawn) return null;
  return (
    <>
      <BetterMorningsCard db={db} world={world} day={day} />
      {world === 'own' && <TestCard db={db} today={day} />}
    </>
  );
}

function Choose() {
  return (
    <div class="trends-which">
      <Choices
        legend={t('trendsWhich')}
        name="stretch"
        options={STRETCHES.map((value) => ({ value, label: t(STRETCH_WORDS[value]) }))}
        value={stretch.value}
        choose={(value) => {
          stretch.value = value;
        }}
      />
    </div>
  );
}

function Pictures({ trends, shown }: { trends: Trends; shown: string }) {
  // Read again, the same days keep their cursor and view.
  const group = useMemo(() => new ChartGroup(trends.days.length), [trends.days.length, trends.days[0]]);
  const charts = useMemo(
    () => [
      { chart: hrvChart(trends), place: 'full-width' },
      { chart: hrChart(trends), place: 'half' },
      { chart: cvChart(trends), place: 'half' },
      { chart: loadChart(trends), place: 'full-width' },
      { chart: monotonyChart(trends), place: 'half' },
      { chart: sleepChart(trends), place: 'half' },
      { chart: feltChart(trends), place: 'full-width' },
    ],
    [trends],
  );
  const [first, ...rest] = charts;
  const card = ({ chart, place }: (typeof charts)[number]) => (
    // A different stretch of days makes a new chart.
    <div key={`${chart.name} ${trends.days.length} ${trends.days[0]}`} class={place}>
      <TrendCard chart={chart} group={group} missing={describeMissing(chart, trends)} />
    </div>
  );
  return (
    <>
      <div class="between trends-tools">
        <small id="trends-keys">{t('trendsKeys')}</small>
        <div class="row">
          {group.zoomed.value && (
            <button type="button" class="quiet" onClick={() => group.reset()}>
              <ZoomOut size={16} aria-hidden="true" />
              {t('trendsReset')}
            </button>
          )}
          <button
            type="button"
            class="quiet"
            onClick={() =>
              download(`rebound-${trends.days[0]}-${trends.days.at(-1)}.csv`, new Blob([trendsCsv(trends)], { type: 'text/csv' }))
            }
          >
            <Download size={16} aria-hidden="true" />
            {t('trendsCsv')}
          </button>
        </div>
      </div>
      <div class="grid level trends" data-trends={shown}>
        {first !== undefined && card(first)}
        <div class="full-width">
          <FatigueCard watch={trends.fatigue} />
        </div>
        {rest.map(card)}
      </div>
    </>
  );
}

function Empty() {
  return (
    <section class="card stack">
      <h2>{t('trendsEmpty')}</h2>
      <p class="muted">{t('trendsEmptyTodo')}</p>
      <div class="row">
        <a class="button" href="#check">
          {t('startCheck')}
        </a>
        <a class="button quiet" href="#settings">
          {t('trendsEmptyHistory')}
        </a>
      </div>
    </section>
  );
}
