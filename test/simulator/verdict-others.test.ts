import { describeAthletes } from './describe-athletes';

/** Looked at once the thresholds stood; nothing is ever set by these. */
describeAthletes('500 other athletes of known state', 20_001);
