export type { BluezErrorName } from './bluez-error';
export type { RadioPeripheral } from './peripheral';
export { type Radio, startRadio } from './radio';
export type { LoggedWrite } from './write-log';
