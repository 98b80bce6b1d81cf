import { clock } from '../../lib/core/clock';
import { Undo } from '../../lib/core/undo';

/** What was ticked off or skipped last, on any screen. */
export const planUndo = new Undo(clock);
