import { describeFaults } from './support/faults/describe-faults';

/** The worst cells of the fault matrix on a bed that has no timer of its own. */
describeFaults('jensen-bed');
