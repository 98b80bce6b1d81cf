import { chooseUnits } from '../../i18n/units';
import type { TodaySnapshot } from '../../today/snapshot';
import { toCardMorning } from './morning';
import type { CardStrip } from './schema';
import { toCardStep } from './steps';

/** The strip on pages without an activity: this morning and the next step, as popup and badge show them. */
export function toCardStrip(snapshot: TodaySnapshot): CardStrip {
  chooseUnits(() => snapshot.units);
  return { morning: toCardMorning(snapshot), next: snapshot.next === null ? null : toCardStep(snapshot.next) };
}
