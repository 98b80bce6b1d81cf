/** Why a profile is refused: a code, and a path such as `zones[0].range.min`. */
export interface ProfileFault {
  readonly path: string;
  readonly code: ProfileFaultCode;
}

export type ProfileFaultCode =
  | 'not-json'
  | 'too-large'
  | 'too-deep'
  | 'not-a-profile'
  | 'newer-version'
  | 'missing'
  | 'unknown-key'
  | 'wrong-type'
  | 'wrong-form'
  | 'out-of-range'
  | 'duplicate'
  | 'matches-nothing'
  | 'forbidden-service'
  | 'unknown-characteristic'
  | 'unknown-frame'
  | 'unknown-zone'
  | 'unknown-programme'
  | 'unknown-value'
  | 'not-writable'
  | 'not-for-this-control'
  | 'value-not-used'
  | 'value-not-allowed-here'
  | 'writes-nothing'
  | 'does-not-fit'
  | 'above-ceiling'
  | 'too-long'
  | 'command-frame-in-set-up'
  | 'stop-commands'
  | 'timer-not-set-at-start';

/** `a.b[2].c`. */
export function faultPath(keys: readonly (string | number)[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path === '' ? key : `${path}.${key}`;
  }, '');
}

/** Collects faults with their paths. */
export class FaultList {
  readonly all: ProfileFault[] = [];

  add(code: ProfileFaultCode, ...keys: readonly (string | number)[]): void {
    this.all.push({ path: faultPath(keys), code });
  }
}
