import { Play } from 'lucide-preact';
import { useState } from 'preact/hooks';
import {
  CATALOGUE,
  MODALITIES,
  type Modality,
  measuredIn,
  needsWaterRules,
  offerOfItem,
  type SessionPlan,
  type TimerOffer,
  timerOffers,
  toSessionPlan,
} from '../../../lib/catalogue';
import { clock } from '../../../lib/core/clock';
import { findTimerBlocks, type GuidedBlock, type TimerConditions } from '../../../lib/devices/guided/blocks';
import type { GuidedSessions } from '../../../lib/devices/guided/guided-sessions';
import { readSessionConditions } from '../../../lib/devices/links/controlled';
import type { DeviceRegistry } from '../../../lib/devices/links/registry';
import { plural, t } from '../../../lib/i18n';
import { careWords, offerName } from '../../../lib/i18n/words/session-words';
import type { PlanItem } from '../../../lib/planner';
import { countSessions, getSettings, type ReboundDatabase, setSetting } from '../../../lib/storage';
import type { ItemOver, PlannedFor } from '../../../lib/today/plan/planned-item';
import { countPlunges, countSaunas } from '../../../lib/today/plan/situation';
import { ScreeningForm } from '../../screening/ScreeningForm';
import { Blocks } from '../../session/Blocks';
import { useLive } from '../../use-live';
import { Choices } from '../Choices';
import { LoadFailed } from '../LoadFailed';
import { ItemOverNotice } from '../plan/ItemOverNotice';
import { Cues } from './Cues';
import { DoseFacts } from './DoseFacts';
import { readySound } from './sound';
import { ThermometerChoice } from './ThermometerChoice';
import { WaterRules } from './WaterRules';

interface GuidedSetUpProps {
  readonly db: ReboundDatabase;
  readonly devices: DeviceRegistry;
  readonly guided: GuidedSessions;
  readonly owned: boolean;
  /** The item of the plan that the screen was opened for, or why it is over; null when it was opened without one. */
  readonly planned: PlannedFor | ItemOver | null;
}

/** Shorter sessions do not count as experience. */
const LEAST_S = 60;

type Elsewhere = Exclude<GuidedBlock, { readonly code: 'water-rules-unread' }>;

/** Dose, length, what blocks the session, and Start. */
export function GuidedSetUp({ db, devices, guided, owned, planned }: GuidedSetUpProps) {
  const loaded = useLive(async () => {
    const nowMs = clock.now();
    return {
      settings: await getSettings(db),
      about: await readSessionConditions(db, planned?.demo === true ? 'demo' : 'own', nowMs),
      before: await countBefore(db, planned?.demo ?? false),
    };
  }, [db, planned?.demo]);
  const [offerId, setOfferId] = useState<string | null>(null);
  const [minutesChosen, setMinutes] = useState<number | null>(null);
  const [oneTap, setOneTap] = useState<TimerConditions['oneTap']>(null);
  const [thermometer, setThermometer] = useState<string | null | undefined>(undefined);
  const [asking, setAsking] = useState(false);
  if (loaded instanceof Error) return <LoadFailed error={loaded} />;
  if (loaded === undefined) return null;
  const { settings, about, before } = loaded;
  if (asking) {
    return <ScreeningForm db={db} settings={settings} done={() => setAsking(false)} />;
  }
  const item = planned?.item ?? null;
  const offers = findOffers(item, (modality) => before.get(modality) ?? 0);
  const chosen = offerId ?? preselect(planned);
  const offer = offers.find(({ id }) => id === chosen);
  const choice = (
    <Choices
      legend={t('sessionWhat')}
      name="dose"
      options={offers.map((one) => ({ value: one.id, label: offerName(one, offers) }))}
      value={offer?.id ?? ''}
      choose={setOfferId}
    />
  );
  const over = planned !== null && planned.over !== null && <ItemOverNotice over={planned.over} />;
  if (offer === undefined) {
    return (
      <div class="guided stack" data-guided="set-up">
        {over}
        {choice}
      </div>
    );
  }
  const forItem = item !== null && offer.entry.modality === item.modality ? item : null;
  const lengths = findLengths(offer, forItem);
  const minutes = lengths.find((one) => one === minutesChosen) ?? firstLength(offer, forItem);
  const plan = planOfOffer(offer, minutes, forItem);
  if (plan === null) return null;
  const waterRulesRead = settings.waterRulesReadAtMs !== null;
  const conditions: TimerConditions = { ...about, oneTap, waterRulesRead, nowMs: clock.now() };
  const blocks = findTimerBlocks(plan, conditions);
  const where = measuredIn(plan);
  const thermometers = guided.thermometers.value;
  const used = where === null ? null : thermometer === undefined ? (thermometers[0]?.id ?? null) : thermometer;
  const care = careWords(plan.modality);
  return (
    <div class="guided stack" data-guided="set-up">
      {over}
      {choice}
      {lengths.length > 1 && (
        <Choices
          legend={t('sessionLength')}
          name="guided-length"
          options={lengths.map((one) => ({ value: String(one), label: plural('minutes', one) }))}
          value={String(minutes)}
          choose={(one) => setMinutes(Number(one))}
        />
      )}
      <DoseFacts plan={plan} />
      {care !== null && <p class="muted">{care}</p>}
      {where !== null && (
        <ThermometerChoice devices={devices} thermometers={thermometers} where={where} value={used} choose={(id) => setThermometer(id)} />
      )}
      {needsWaterRules(plan) && (
        <WaterRules read={waterRulesRead} acknowledge={() => void setSetting(db, 'waterRulesReadAtMs', clock.now())} />
      )}
      <Blocks
        blocks={blocks.filter((block): block is Elsewhere => block.code !== 'water-rules-unread')}
        screen={() => setAsking(true)}
        answer={(answer) => setOneTap({ answer, atMs: clock.now() })}
        runsOn={false}
        acknowledge={() => {}}
        endsByItself
      />
      <Cues db={db} sound={settings.guidedSound} />
      <div class="row">
        <button
          type="button"
          data-start
          disabled={!owned || blocks.length > 0}
          onClick={() => {
            readySound();
            const now = { ...conditions, nowMs: clock.now() };
            const left = guided.start(plan, before.get(offer.entry.modality) ?? 0, used, now, forItem !== null && planned?.demo === true);
            if (left.some(({ code }) => code === 'one-tap-needed')) setOneTap(null);
          }}
        >
          <Play size={18} aria-hidden="true" />
          {t('sessionStart')}
        </button>
        <small>{t('notMedical')}</small>
      </div>
    </div>
  );
}

/** How often each modality was done. All kinds of cold water count together. */
async function countBefore(db: ReboundDatabase, demo: boolean): Promise<ReadonlyMap<Modality, number>> {
  const listed = MODALITIES.filter((modality) => CATALOGUE[modality].timer === 'listed');
  const world = demo ? 'demo' : 'own';
  const [plunges, saunas] = await Promise.all([countPlunges(db, world), countSaunas(db, world)]);
  const counts = listed.map(async (modality): Promise<[Modality, number]> => {
    const learned = CATALOGUE[modality].families.includes('plunge');
    if (modality === 'sauna') return [modality, saunas];
    return [modality, learned ? plunges : await countSessions(db, demo, modality, LEAST_S)];
  });
  return new Map(await Promise.all(counts));
}

/** The plan's item; nothing without one or if it is over, because the person chose no other. */
function preselect(planned: GuidedSetUpProps['planned']): string | undefined {
  return planned === null || planned.item === null ? undefined : offerOfItem(planned.item)?.id;
}

/** The choices, with the plan's item first and as planned. */
function findOffers(item: PlanItem | null, timesBefore: (modality: Modality) => number): readonly TimerOffer[] {
  const listed = timerOffers(timesBefore);
  const own = item === null ? null : offerOfItem(item);
  if (own === null) return listed;
  const same = ({ entry, dose, variant }: TimerOffer) =>
    entry === own.entry && dose === own.dose && (variant === null || variant === own.variant);
  return [own, ...listed.filter((one) => !same(one))];
}

/** In minutes, shortest first, including the item's own length. */
function findLengths({ dose }: TimerOffer, item: PlanItem | null): readonly number[] {
  const own = item !== null && item.doseId === dose.id ? [item.minutes] : [];
  return [...new Set([...(dose.lengthsMin ?? [dose.minutes]), ...own])].sort((a, b) => a - b);
}

function firstLength({ dose }: TimerOffer, item: PlanItem | null): number {
  return item !== null && item.doseId === dose.id ? item.minutes : dose.minutes;
}

function planOfOffer({ entry, dose, variant }: TimerOffer, minutes: number, item: PlanItem | null): SessionPlan | null {
  const of = { modality: entry.modality, doseId: dose.id, variant, minutes };
  return toSessionPlan(item === null ? of : { ...of, id: item.id, regions: item.regions });
}
