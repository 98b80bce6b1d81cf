import type { BadDevice } from './bad-device';
import { BAD_CONTROL } from './control';
import { BAD_DESCRIPTIONS } from './description';
import { BAD_OUTPUT } from './output';
import { BAD_REPORTS } from './reports';
import { BAD_TIMES } from './times';

export type { BadDevice } from './bad-device';

/** Every bad device, with the rules that it breaks. */
export const BAD_DEVICES: readonly BadDevice[] = [...BAD_DESCRIPTIONS, ...BAD_CONTROL, ...BAD_REPORTS, ...BAD_OUTPUT, ...BAD_TIMES];
