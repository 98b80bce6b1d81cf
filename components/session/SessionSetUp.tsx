import { Play } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { SessionPlan } from '../../lib/catalogue';
import { clock } from '../../lib/core/clock';
import { type Controlled, readSessionConditions } from '../../lib/devices/links/controlled';
import type { PaceSettings } from '../../lib/devices/pace';
import { BELT } from '../../lib/devices/pace/pace-guard';
import { paceOffer } from '../../lib/devices/pace/pace-offer';
import { findBlocks } from '../../lib/devices/safety/clearance';
import { Click } from '../../lib/devices/safety/click';
import { computeLimits } from '../../lib/devices/safety/limits';
import type { SessionConditions } from '../../lib/devices/session/runner-parts';
import type { SessionParts } from '../../lib/devices/session/start-session';
import { t } from '../../lib/i18n';
import type { PlanItem } from '../../lib/planner';
import { getSettings, isUsualUnread, type ReboundDatabase, setSetting } from '../../lib/storage';
import { LoadFailed } from '../app/LoadFailed';
import { Notice } from '../Notice';
import { ScreeningForm } from '../screening/ScreeningForm';
import { useLive } from '../use-live';
import { Blocks } from './Blocks';
import { PaceChoice } from './PaceChoice';
import { draftFrom, firstChoice, type PlanChoice, PlanPicker } from './PlanPicker';
import './session.css';

interface SessionSetUpProps {
  readonly db: ReboundDatabase;
  readonly device: Controlled;
  readonly sessions: Pick<SessionParts, 'strap'>;
  /** The item of the plan that the session is for. */
  readonly planned?: PlanItem | null;
  readonly start: (plan: SessionPlan, click: Click, conditions: SessionConditions, pace: PaceSettings | null) => void;
}

/** What to run, what blocks it, and Start. */
export function SessionSetUp({ db, device, sessions, planned = null, start }: SessionSetUpProps) {
  const { driverKind, driver } = device;
  const capabilities = driver.capabilities.value;
  const limits = computeLimits(capabilities);
  const world = device.demo ? 'demo' : 'own';
  const loaded = useLive(async () => {
    const nowMs = clock.now();
    return { settings: await getSettings(db), about: await readSessionConditions(db, world, nowMs) };
  }, [db, world]);
  const [chosen, setChosen] = useState<PlanChoice | null>(null);
  const [oneTap, setOneTap] = useState<SessionConditions['oneTap']>(null);
  const [runsOn, setRunsOn] = useState(false);
  const [asking, setAsking] = useState(false);
  const [late, setLate] = useState(false);
  const [maxKmh, setMaxKmh] = useState<number | null>(null);
  if (loaded instanceof Error) return <LoadFailed error={loaded} />;
  if (loaded === undefined) return null;
  const { settings, about } = loaded;
  if (asking) {
    return <ScreeningForm db={db} settings={settings} done={() => setAsking(false)} />;
  }
  const belt = capabilities.class === 'belt' ? limits.levels[BELT] : undefined;
  const year = new Date(clock.now()).getFullYear();
  const offer = belt === undefined ? null : paceOffer(settings.profile, settings.askAgain.profile, year, about.exclusions, belt);
  const hears = (sessions.strap.value?.hrBpm ?? 0) > 0;
  // What is shown is what starts: a cap that is no longer available is dropped.
  const pace = maxKmh !== null && offer?.ok ? offer.settings(maxKmh) : null;
  const choice = chosen ?? firstChoice(capabilities, limits, settings.usualLevels[device.id] ?? null, planned);
  const draft = draftFrom(choice, capabilities, limits, planned);
  const conditions: SessionConditions = { ...about, oneTap, unasked: device.unasked.value, runsOnAcknowledged: runsOn };
  const blocks =
    draft === null
      ? []
      : findBlocks({
          ...conditions,
          kind: driverKind,
          capabilities,
          plan: draft.plan,
          faults: draft.faults,
          deviceFault: driver.telemetry.value.fault ?? null,
          nowMs: clock.now(),
        });
  const connected = device.connected.value;
  return (
    <div class="session stack" data-session="set-up">
      {!connected && <p class="muted">{t('setUpConnecting')}</p>}
      {/* What is set before the device has said what it can do would not be sent. */}
      <fieldset class="set-up-choices stack" disabled={!connected}>
        <PlanPicker
          capabilities={capabilities}
          limits={limits}
          planned={planned}
          choice={choice}
          choose={setChosen}
          usualUnread={isUsualUnread(settings, device.id)}
          saveUsual={(levels) => void setSetting(db, 'usualLevels', { ...settings.usualLevels, [device.id]: { ...levels } })}
        />
        {belt !== undefined && offer !== null && (
          <PaceChoice offer={offer} belt={belt} hears={hears} maxKmh={pace?.maxKmh ?? null} choose={setMaxKmh} />
        )}
      </fieldset>
      {draft === null && <p class="muted">{t('usualNeeded')}</p>}
      <Blocks
        blocks={blocks}
        screen={() => setAsking(true)}
        answer={(answer) => setOneTap({ answer, atMs: clock.now() })}
        runsOn={runsOn}
        acknowledge={setRunsOn}
        endsByItself={capabilities.endsByItself}
      />
      {late && <Notice kind="warn" what={t('outcomeTooLate')} live />}
      <div class="row">
        <button
          type="button"
          disabled={draft === null || blocks.length > 0 || !connected || (pace !== null && !hears)}
          data-start
          onClick={(event) => {
            const click = Click.of(event, clock.now());
            setLate(click === null);
            if (click === null || draft === null) return;
            setOneTap(null);
            setRunsOn(false);
            start(draft.plan, click, conditions, pace);
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
