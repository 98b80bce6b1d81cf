import { clock } from '../../lib/core/clock';
import { Undo } from '../../lib/core/undo';

/** What was ticked off or skipped last, whichever screen shows it. */
export const planUndo = new Undo(clock);
