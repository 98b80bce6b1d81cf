import { describeAthletes } from './describe-athletes';

/** The verdict's thresholds were set looking at these. */
describeAthletes('500 athletes of known state', 1);
