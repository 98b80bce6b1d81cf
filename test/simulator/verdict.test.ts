import { describeAthletes } from './describe-athletes';

/** The verdict's thresholds were tuned on these. */
describeAthletes('500 athletes of known state', 1);
