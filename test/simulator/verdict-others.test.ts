import { describeAthletes } from './describe-athletes';

/** Run only after the thresholds were fixed; nothing is ever tuned on these. */
describeAthletes('200 other athletes of known state', 20_001);
