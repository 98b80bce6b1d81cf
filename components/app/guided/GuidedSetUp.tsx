import { Play } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { clock } from '../../../lib/core/clock';
import { toDay } from '../../../lib/core/day';
import { findTimerBlocks, type GuidedBlock, type TimerConditions } from '../../../lib/devices/guided/blocks';
import { dosesFor, GUIDED_DOSES, type GuidedDose, plainDose } from '../../../lib/devices/guided/doses';
import { type GuidedSessions, measuredIn } from '../../../lib/devices/guided/guided-sessions';
import { readSessionConditions } from '../../../lib/devices/links/controlled';
import type { DeviceRegistry } from '../../../lib/devices/links/registry';
import { plural, t } from '../../../lib/i18n';
import type { PlanItem } from '../../../lib/planner';
import { countSessions, getSettings, type ReboundDatabase, setSetting } from '../../../lib/storage';
import { ScreeningForm } from '../../screening/ScreeningForm';
import { Blocks } from '../../session/Blocks';
import { useLive } from '../../use-live';
import { Choices } from '../Choices';
import { LoadFailed } from '../LoadFailed';
import { Cues } from './Cues';
import { DoseFacts } from './DoseFacts';
import { readySound } from './sound';
import { ThermometerChoice } from './ThermometerChoice';
import { WaterRules } from './WaterRules';
import { careWords, doseName } from './words';

/** The item of the plan that is to be carried out, and whether it is the demo's. */
export interface PlannedFor {
  readonly item: PlanItem;
  readonly demo: boolean;
}

interface GuidedSetUpProps {
  readonly db: ReboundDatabase;
  readonly devices: DeviceRegistry;
  readonly guided: GuidedSessions;
  readonly owned: boolean;
  readonly planned: PlannedFor | null;
}

/** Shorter ones do not count as having done it before. */
const LEAST_S = 60;

type Elsewhere = Exclude<GuidedBlock, { readonly code: 'water-rules-unread' }>;

/** Which dose, how long, what stands in the way, and Start. */
export function GuidedSetUp({ db, devices, guided, owned, planned }: GuidedSetUpProps) {
  const loaded = useLive(async () => {
    const nowMs = clock.now();
    const modalities = [...new Set(GUIDED_DOSES.map(({ modality }) => modality))];
    const counts = await Promise.all(modalities.map((modality) => countSessions(db, false, modality, LEAST_S)));
    return {
      settings: await getSettings(db),
      about: await readSessionConditions(db, 'own', toDay(nowMs), nowMs),
      before: new Map(modalities.map((modality, i) => [modality, counts[i] ?? 0])),
    };
  }, [db]);
  const [doseId, setDoseId] = useState<string | null>(null);
  const [length, setLength] = useState<number | null>(null);
  const [oneTap, setOneTap] = useState<TimerConditions['oneTap']>(null);
  const [thermometer, setThermometer] = useState<string | null | undefined>(undefined);
  const [asking, setAsking] = useState(false);
  if (loaded instanceof Error) return <LoadFailed error={loaded} />;
  if (loaded === undefined) return null;
  const { settings, about, before } = loaded;
  if (asking) {
    return <ScreeningForm db={db} start={settings.contraindications} done={() => setAsking(false)} />;
  }
  const item = planned?.item ?? null;
  const { doses, start } = dosesToday(item, (modality) => before.get(modality) ?? 0);
  const dose = doses.find(({ id }) => id === doseId) ?? start;
  if (dose === undefined) return null;
  const forItem = item !== null && dose.modality === item.modality ? item : null;
  const lengthS = dose.lengthsS?.find((one) => one === length) ?? lengthFor(dose, forItem);
  const steps = dose.steps(lengthS);
  const waterRulesRead = settings.waterRulesReadAtMs !== null;
  const circumstance: TimerConditions = { ...about, oneTap, waterRulesRead, nowMs: clock.now() };
  const blocks = findTimerBlocks(dose, steps, circumstance);
  const where = measuredIn(dose, lengthS);
  const thermometers = guided.thermometers.value;
  const used = where === null ? null : thermometer === undefined ? (thermometers[0]?.id ?? null) : thermometer;
  const care = careWords(dose);
  return (
    <div class="guided stack" data-guided="set-up">
      <Choices
        legend={t('sessionWhat')}
        name="dose"
        options={doses.map(({ id }) => ({ value: id, label: doseName(id) }))}
        value={dose.id}
        choose={setDoseId}
      />
      {dose.lengthsS !== null && (
        <Choices
          legend={t('sessionLength')}
          name="guided-length"
          options={[...dose.lengthsS].sort((a, b) => a - b).map((s) => ({ value: String(s), label: plural('minutes', s / 60) }))}
          value={String(lengthS)}
          choose={(s) => setLength(Number(s))}
        />
      )}
      <DoseFacts dose={dose} steps={steps} />
      {care !== null && <p class="muted">{care}</p>}
      {where !== null && (
        <ThermometerChoice devices={devices} thermometers={thermometers} where={where} value={used} choose={(id) => setThermometer(id)} />
      )}
      {dose.water && <WaterRules read={waterRulesRead} acknowledge={() => void setSetting(db, 'waterRulesReadAtMs', clock.now())} />}
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
            const now = { ...circumstance, nowMs: clock.now() };
            const carriesOut = forItem === null || planned === null ? null : { id: forItem.id, demo: planned.demo };
            const left = guided.start(dose, lengthS, before.get(dose.modality) ?? 0, used, now, carriesOut);
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

/** The doses that may be chosen, and the one to begin with: that of the plan's item. */
function dosesToday(item: PlanItem | null, timesBefore: (modality: string) => number) {
  const ready = dosesFor(timesBefore);
  if (item === null) return { doses: ready, start: ready[0] };
  const own = ready.filter(({ modality }) => modality === item.modality);
  // Of several the one whose dose it is: a temperature never meets the minutes of another.
  const same = own.find(({ doseOf }) => doseOf === item.whose || doseOf === `seed-${item.whose}`) ?? own[0];
  const plain = same === undefined ? plainDose(item.modality, doseOfItem(item), item.minutes) : null;
  return plain === null ? { doses: ready, start: same ?? ready[0] } : { doses: [plain, ...ready], start: plain };
}

function doseOfItem({ minutesWhose }: PlanItem): string {
  return minutesWhose === 'ours' || minutesWhose === 'trials' ? minutesWhose : `seed-${minutesWhose}`;
}

/** The length nearest to what the plan gives. */
function lengthFor({ lengthsS }: GuidedDose, item: PlanItem | null): number {
  const first = lengthsS?.[0] ?? 0;
  if (item === null || lengthsS === null) return first;
  const meant = item.minutes * 60;
  return lengthsS.reduce((best, one) => (Math.abs(one - meant) < Math.abs(best - meant) ? one : best), first);
}
