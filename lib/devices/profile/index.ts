/** Devices that are described by a file: parse, check, run, dry run and draft. docs/device-profile.md explains how to write one. */
export { draftProfile, type Seen } from './draft';
export { type DryCommand, type DryResult, type DryStep, dryRun } from './dry-run';
export type { Expected, ProfileFault, ProfileFaultCode } from './faults';
export { anyKindOfProfile, kindOfProfile } from './kind';
export { type ParsedProfile, parseDraft, parseProfile, parseToStop, profileText } from './parse';
export type { KnownDeviceClass, Proposal } from './propose';
export { makeProposals } from './propose';
export type { DeviceProfile as Profile } from './schema';
export { isSensorProfile } from './sensor-profile';
export { hasProposal, takeProposal } from './take-proposal';
