import { COLD_RULES } from './cold-rules';
import { DOSE_RULES } from './dose-rules';
import { HEAT_RULES } from './heat-rules';
import { RACE_RULES } from './race-rules';
import type { TimeRule } from './rule';
import { WINDOW_RULES } from './window-rules';

export * from './limits';
export * from './local-days';
export * from './modality-rules';
export * from './pair-rules';
export * from './rule';
export * from './scene';
export * from './sessions';
export * from './situation';

/** All rules about one item at one time. The first that fails is the one the user sees. */
export const TIME_RULES: readonly TimeRule[] = [...COLD_RULES, ...HEAT_RULES, ...RACE_RULES, ...DOSE_RULES, ...WINDOW_RULES];
