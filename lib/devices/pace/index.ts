export { type Cap, type CapInput, type CapResult, heartRateCap } from './cap';
export {
  beginPace,
  LONGEST_STOP_KMH,
  LOST_MS,
  look,
  type PaceCommand,
  type PaceInput,
  type PaceSettings,
  type PaceState,
  type PaceStop,
  TAP_KMH,
  TAP_MARGIN_BPM,
  type TapRefusal,
  tap,
} from './loop';
export type { PaceBeat as Beat } from './trend';
