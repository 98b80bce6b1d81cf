import { describeAthletes } from './describe-athletes';

/** The verdict's thresholds were tuned on these. */
describeAthletes('200 athletes of known state', 1);
