import { CheckSession } from '../../../lib/check/check-session';
import { StrapLink } from '../../../lib/check/strap-link';
import type { Trouble } from '../../../lib/check/troubles';
import { heldClock } from '../../../lib/core/clock';
import { physiologicalRr } from '../../../lib/simulated/physiology';
import { type StrapOptions, simulatedStrap } from '../../../lib/simulated/strap';
import { simulatedTransport } from '../../../lib/simulated/transport';
import type { Check, CheckSetting, World } from '../../../lib/storage';
import { freshDatabase } from '../../support/database';
import { toSimulatedTime } from '../../support/flaky-transport';
import { START_MS } from '../../support/packets';
import { settled, until } from '../../support/until';

export function setting(settleS: number, measureS: number, world: World = 'own'): CheckSetting {
  return { world, plan: { settleS, measureS }, posture: 'sitting', breathing: { kind: 'free' } };
}

/** A session with a simulated strap, its own database and clock. `sent` is the strap's own log: every interval, in 1/1024 s. */
export function checkOnStrap(strap: Partial<StrapOptions> = {}) {
  const clock = heldClock(START_MS);
  const db = freshDatabase();
  const sent: number[] = [];
  const model = simulatedStrap({ rr: physiologicalRr({ seed: 7 }), ...strap, onSent: ({ ticks }) => sent.push(ticks) });
  const transport = simulatedTransport([model], toSimulatedTime(clock));
  const link = new StrapLink(clock, () => 0.5);
  const stored: Check[] = [];
  let ids = 0;
  const session = new CheckSession({
    db,
    clock,
    strap: link,
    timeZone: () => 'Europe/Berlin',
    newId: () => `check-${++ids}`,
    stored: (check) => stored.push(check),
  });
  const troubles: (Trouble | null)[] = [];
  session.trouble.subscribe((trouble) => troubles.push(trouble));

  return {
    clock,
    db,
    sent,
    transport,
    link,
    session,
    stored,
    troubles,
    ids: () => ids,
    setInReach: (inReach: boolean) => transport.setInReach(model.address, inReach),
    /** Advances time, and lets the database finish writing. */
    async pass(seconds: number) {
      await clock.advance(seconds * 1000);
      await settled();
    },
    done: () => until(() => session.stage.value === 'done'),
    /** What is stored about unfinished recordings. */
    async unfinished() {
      return { recordings: await db.recordings.count(), journal: await db.journal.count() };
    },
  };
}
