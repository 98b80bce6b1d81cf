import { clock } from '../../lib/clock';
import { Undo } from '../../lib/undo';

/** What was ticked off or skipped last, whichever screen shows it. */
export const planUndo = new Undo(clock);
