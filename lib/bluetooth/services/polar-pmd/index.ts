import { defineService } from '../service';
import { decodePmdControlMessage } from './control-message';
import { polarPmdUuids } from './uuids';

export { decodePmdControlMessage, encodePmdFeatures, encodePmdResponse, type PmdControlMessage, type PmdStatus } from './control-message';
export { accChoice, ecgChoice, encodePmdSettingsRequest, encodePmdStart, encodePmdStop, type PmdChoice, pmdOp } from './control-point';
export { type AccSample, decodePmdFrame, encodePmdFrame, type PmdFrame } from './frame';
export type { PpiSample } from './ppi';
export { decodePmdSettings, type PmdSetting, type PmdSettings, settingsBytes } from './settings';
export { findStream, type PmdStream, pmdStreams, streamNumber } from './stream';
export { polarEpochMs, polarTimestampNs } from './timestamp';
export { polarPmdUuids } from './uuids';

export const polarPmd = defineService('polar-pmd', polarPmdUuids, { controlPoint: { decode: decodePmdControlMessage } });
