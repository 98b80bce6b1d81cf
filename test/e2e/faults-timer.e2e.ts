import { describeFaults } from './support/faults/describe-faults';

/** The worst cells of the fault matrix on a device that has a timer of its own. */
describeFaults('bedjet-3');
