/** Simulated recovery devices for demo mode, tests and the fake radio, one function each, with an address and a name of its own. */
import { simulatedBedjet } from './bedjet';
import { simulatedBedtech } from './bedtech';
import { simulatedBlockBlueLight } from './blockbluelight';
import type { FramedDevice } from './framed-device';
import { simulatedJensen } from './jensen';
import { simulatedJiecang } from './jiecang';
import { simulatedKeeson } from './keeson';
import { simulatedLifespan } from './lifespan';
import { simulatedLinak } from './linak';
import { simulatedOoler } from './ooler';
import { simulatedReverie } from './reverie';
import { simulatedRichmatNordic, simulatedRichmatWilinke } from './richmat';
import { simulatedSolace } from './solace';
import { simulatedSperax } from './sperax';
import { simulatedWalkingPad } from './walkingpad';

export type { FramedDevice, FramedDeviceState, ReceivedFrame } from './framed-device';

/** By the id of the profile that drives it. */
export const framedDevices: Readonly<Record<string, () => FramedDevice>> = {
  'jensen-bed': () => simulatedJensen(),
  'linak-bed': () => simulatedLinak(),
  'richmat-wilinke-bed': () => simulatedRichmatWilinke(),
  'richmat-nordic-bed': () => simulatedRichmatNordic(),
  'bedjet-3': () => simulatedBedjet(),
  ooler: () => simulatedOoler(),
  'blockbluelight-panel': () => simulatedBlockBlueLight(),
  'kingsmith-walkingpad': () => simulatedWalkingPad(),
  'sperax-rm01': () => simulatedSperax(),
  'bedtech-bed': () => simulatedBedtech(),
  'reverie-bed': () => simulatedReverie(),
  'solace-bed': () => simulatedSolace(),
  'keeson-bed': () => simulatedKeeson(),
  'jiecang-bed': () => simulatedJiecang(),
  'lifespan-console': () => simulatedLifespan(),
};
