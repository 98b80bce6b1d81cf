import { batteryUuids } from '../../../bluetooth/services/battery';
import { deviceInformationUuids } from '../../../bluetooth/services/device-information';
import { type FitnessDialect, fitnessDialects, fitnessMachineUuids } from '../../../bluetooth/services/fitness-machine';
import type { GadgetKind } from '../../driver';
import { machineCapabilities } from './capabilities';
import { FitnessDriver } from './driver';
import { type MachineForm, machineForms } from './machines';

const optionalServices = [batteryUuids.service, deviceInformationUuids.service];

/**
 * Machines of the Fitness Machine Service. Dialects come first, since their names say which they are; the four others look alike until
 * they are connected, so somebody who knows which it is has to say: `setUp` throws `not-supported` for one of another form.
 */
export const fitnessKinds: readonly GadgetKind[] = [
  inDialect('kingsmith', { id: 'kingsmith-ftms', name: 'KingSmith walking pad (KS-HD)', makers: ['KingSmith', 'WalkingPad'] }),
  inDialect('citysports-linker', { id: 'citysports-treadmill', name: 'CITYSPORTS treadmill', makers: ['CITYSPORTS'] }),
  standard('treadmill', 'Treadmill or walking pad (FTMS)', machineForms.treadmill),
  standard('bike', 'Indoor bike (FTMS)', machineForms.bike),
  standard('cross-trainer', 'Cross trainer (FTMS)', machineForms['cross-trainer']),
  standard('step-climber', 'Step climber (FTMS)', machineForms['step-climber']),
];

function standard(id: string, name: string, form: MachineForm): GadgetKind {
  const [dialect] = fitnessDialects.filter(({ key }) => key === 'standard');
  return kind(form, dialect, {
    id: `ftms-${id}`,
    name,
    makers: [],
    source: 'Fitness Machine Service 1.0 (Bluetooth SIG)',
    request: { services: [fitnessMachineUuids.service], optionalServices },
  });
}

function inDialect(key: FitnessDialect['key'], what: Pick<GadgetKind, 'id' | 'name' | 'makers'>): GadgetKind {
  const dialect = fitnessDialects.find((one) => one.key === key);
  return kind(machineForms.treadmill, dialect, {
    ...what,
    source: key === 'kingsmith' ? 'github.com/mcdax/walkingpad-controller (MIT)' : 'github.com/hughesjs/FitnessMachine',
    request: {
      services: [],
      namePrefixes: dialect?.names ?? [],
      optionalServices: [fitnessMachineUuids.service, ...optionalServices],
    },
  });
}

function kind(
  form: MachineForm,
  dialect: FitnessDialect | undefined,
  what: Pick<GadgetKind, 'id' | 'name' | 'makers' | 'source' | 'request'>,
): GadgetKind {
  if (dialect === undefined) throw new Error(`no dialect for ${what.id}`);
  return {
    ...what,
    capabilities: machineCapabilities(form),
    verified: 'community',
    experimental: false,
    disabled: null,
    secrets: [],
    matches: (name, services) =>
      services.includes(fitnessMachineUuids.service) &&
      (dialect.names.length === 0 || dialect.names.some((start) => name?.startsWith(start))),
    driver: (options) => new FitnessDriver(form, dialect, options),
  };
}
