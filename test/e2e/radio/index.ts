export type { RadioPeripheral } from './peripheral';
export { type Radio, startRadio } from './radio';
