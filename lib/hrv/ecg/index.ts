/** R peaks and intervals of a single-lead ECG. */
export { EcgBeats, type EcgFrame, type EcgInterval, type EcgTrace } from './beats';
export { type RPeak, RPeakDetector } from './detector';
