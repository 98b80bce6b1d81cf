/** Devices described by a file: read, judged, run, shown dry, drafted. docs/device-profile.md says how one is written. */
export { draftProfile as draftOf, type Seen } from './draft';
export { type DryCommand, type DryResult, type DryStep, dryRun } from './dry-run';
export type { ProfileFault, ProfileFaultCode } from './faults';
export { kindOfProfile } from './kind';
export { type ParsedProfile, parseProfile, profileText } from './parse';
export type { DeviceProfile as Profile } from './schema';
