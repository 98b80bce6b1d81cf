import { batteryUuids } from '../../../bluetooth/services/battery';
import { deviceInformationUuids } from '../../../bluetooth/services/device-information';
import { type FitnessDialect, fitnessDialect, fitnessMachineUuids } from '../../../bluetooth/services/fitness-machine';
import type { DriverKind } from '../../driver';
import { machineCapabilities } from './capabilities';
import { FitnessDriver } from './driver';
import { type MachineForm, machineForms } from './machines';

const optionalServices = [batteryUuids.service, deviceInformationUuids.service];

/**
 * Machines with the Fitness Machine Service. Dialects come first, because their names identify them. The four other kinds cannot be told
 * apart before connecting, so the user has to choose: `setUp` throws `not-supported` for a machine of another form.
 */
export const fitnessKinds: readonly DriverKind[] = [
  inDialect('KS-HD-', {
    id: 'kingsmith-ftms',
    name: 'KingSmith walking pad (KS-HD)',
    makers: ['KingSmith', 'WalkingPad'],
    source: 'github.com/mcdax/walkingpad-controller (MIT)',
  }),
  inDialect('CITYSPORTS-Linker', {
    id: 'citysports-treadmill',
    name: 'CITYSPORTS treadmill',
    makers: ['CITYSPORTS'],
    source: 'github.com/hughesjs/FitnessMachine',
  }),
  standard('treadmill', 'Treadmill or walking pad (FTMS)', machineForms.treadmill),
  standard('bike', 'Indoor bike (FTMS)', machineForms.bike),
  standard('cross-trainer', 'Cross trainer (FTMS)', machineForms['cross-trainer']),
  standard('step-climber', 'Step climber (FTMS)', machineForms['step-climber']),
];

function standard(id: string, name: string, form: MachineForm): DriverKind {
  return kind(form, fitnessDialect(null), {
    id: `ftms-${id}`,
    name,
    makers: [],
    source: 'Fitness Machine Service 1.0 (Bluetooth SIG)',
    request: { services: [fitnessMachineUuids.service], optionalServices },
  });
}

/** A treadmill whose name starts with `start`. */
function inDialect(start: string, what: Pick<DriverKind, 'id' | 'name' | 'makers' | 'source'>): DriverKind {
  const dialect = fitnessDialect(start);
  return kind(machineForms.treadmill, dialect, {
    ...what,
    request: {
      services: [],
      namePrefixes: dialect.names,
      optionalServices: [fitnessMachineUuids.service, ...optionalServices],
    },
  });
}

function kind(
  form: MachineForm,
  dialect: FitnessDialect,
  what: Pick<DriverKind, 'id' | 'name' | 'makers' | 'source' | 'request'>,
): DriverKind {
  return {
    ...what,
    capabilities: machineCapabilities(form),
    verified: 'community',
    experimental: false,
    disabled: null,
    secrets: [],
    matches: (name, services) =>
      services.includes(fitnessMachineUuids.service) && (dialect.names.length === 0 || fitnessDialect(name) === dialect),
    driver: (options) => new FitnessDriver(form, dialect, options),
  };
}
