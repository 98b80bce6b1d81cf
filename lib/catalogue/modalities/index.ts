import type { Modality } from '../screening';
import { activeRecovery } from './active-recovery';
import { breathwork } from './breathwork';
import { carbohydrate } from './carbohydrate';
import { coldWaterImmersion } from './cold-water-immersion';
import { compressionGarment } from './compression-garment';
import { contrast } from './contrast';
import { coolDown } from './cool-down';
import { creatine } from './creatine';
import { cryotherapy } from './cryotherapy';
import type { CatalogueEntry } from './entry';
import { fluids } from './fluids';
import { foamRolling } from './foam-rolling';
import { iceCompression } from './ice-compression';
import { infrared } from './infrared';
import { kinesiologyTape } from './kinesiology-tape';
import { localCold } from './local-cold';
import { massageGun } from './massage-gun';
import { massageTherapy } from './massage-therapy';
import { mobility } from './mobility';
import { pemf } from './pemf';
import { pneumaticCompression } from './pneumatic-compression';
import { protein } from './protein';
import { redLight } from './red-light';
import { restDay } from './rest-day';
import { sauna } from './sauna';
import { sleep } from './sleep';
import { stretching } from './stretching';
import { tartCherry } from './tart-cherry';
import { warmBath } from './warm-bath';

export { MACHINES } from './active-recovery';
export * from './contraindications-of';
export * from './entry';
export * from './named-only';
export * from './sources';
export * from './steps';

/** Every modality of the command line's contract, one file each. */
export const CATALOGUE: Readonly<Record<Modality, CatalogueEntry>> = {
  'cool-down': coolDown,
  'active-recovery': activeRecovery,
  'foam-rolling': foamRolling,
  stretching,
  mobility,
  'massage-gun': massageGun,
  'massage-therapy': massageTherapy,
  'pneumatic-compression': pneumaticCompression,
  'compression-garment': compressionGarment,
  'kinesiology-tape': kinesiologyTape,
  'ice-compression': iceCompression,
  'cold-water-immersion': coldWaterImmersion,
  cryotherapy,
  'local-cold': localCold,
  sauna,
  infrared,
  contrast,
  'red-light': redLight,
  pemf,
  'warm-bath': warmBath,
  breathwork,
  protein,
  carbohydrate,
  fluids,
  creatine,
  'tart-cherry': tartCherry,
  sleep,
  'rest-day': restDay,
};
