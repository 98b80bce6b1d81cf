import { useState } from 'preact/hooks';
import { clock } from '../../lib/core/clock';
import { t, timeOfDay } from '../../lib/i18n';
import { loggedName, modalityText } from '../../lib/i18n/words/modality-words';
import { exclusionText } from '../../lib/i18n/words/plan-words';
import { ruleWords } from '../../lib/i18n/words/screening-words';
import type { PlanItem } from '../../lib/planner';
import { deleteLogEntry, putLogEntry, type ReboundDatabase, type StoredLogEntry } from '../../lib/storage';
import { letPlanChoose, markDone, moveItem, skip } from '../../lib/today/plan/act';
import type { Today } from '../../lib/today/read-today';
import { planUndo } from './undo';

export interface PlanActions {
  readonly done: (item: PlanItem) => void;
  readonly skip: (item: PlanItem, reason: string) => void;
  /** False when it may not be moved there; `said` says why. */
  readonly move: (item: PlanItem, startMs: number) => Promise<boolean>;
  readonly letChoose: (item: PlanItem) => void;
  readonly takeBack: (entry: StoredLogEntry) => void;
  /** The result of the last move, for screen readers; empty when there was none. */
  readonly said: string;
  readonly failed: boolean;
}

/** The actions on the items of a plan, with undo. */
export function usePlanActions(db: ReboundDatabase, { world, situation }: Pick<Today, 'world' | 'situation'>): PlanActions {
  const [said, setSaid] = useState('');
  const [failed, setFailed] = useState(false);
  const run = (work: Promise<unknown>) =>
    void work.then(
      () => setFailed(false),
      (error: unknown) => {
        console.error('plan', error);
        setFailed(true);
      },
    );
  const offer = (key: 'planUndoDone' | 'planUndoSkipped', item: PlanItem) => (putBack: () => Promise<void>) =>
    planUndo.offer({ what: t(key, modalityText(item.modality)), putBack });
  return {
    done: (item) => run(markDone(db, world, item, clock.now()).then(offer('planUndoDone', item))),
    skip: (item, reason) => run(skip(db, world, item, reason).then(offer('planUndoSkipped', item))),
    move: async (item, startMs) => {
      try {
        const refused = await moveItem(db, world, situation, item, startMs, clock.now());
        setFailed(false);
        const why = refused === null ? '' : exclusionText(refused, ruleWords);
        setSaid(refused === null ? t('planMovedTo', modalityText(item.modality), timeOfDay(startMs)) : `${t('planMoveRefused')} ${why}`);
        return refused === null;
      } catch (error) {
        console.error('plan', error);
        setFailed(true);
        return false;
      }
    },
    letChoose: (item) => run(letPlanChoose(db, world, item, clock.now())),
    takeBack: (entry) =>
      run(
        deleteLogEntry(db, entry.id).then((taken) => {
          if (taken === null) return;
          planUndo.offer({ what: t('planTakenBack', loggedName(entry.modality)), putBack: () => putLogEntry(db, taken) });
        }),
      ),
    said,
    failed,
  };
}
