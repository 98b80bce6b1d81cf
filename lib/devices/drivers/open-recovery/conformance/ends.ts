/** The device must be stopped now, and nothing may be started again. */
export class Unsafe extends Error {
  override readonly name = 'Unsafe';
}

/** The run that this part of the test needs is over: the other parts can go on. */
export class RunOver extends Error {
  override readonly name = 'RunOver';
}

/** The device says that it does not run after a start: nothing more can be learnt from starting it. */
export class NotRunning extends Error {
  override readonly name = 'NotRunning';
}

/** Somebody stopped the device or took it over, or it has a fault: the test ends. */
export class EndedByDevice extends Error {
  override readonly name = 'EndedByDevice';
  readonly by: 'person' | 'fault';

  constructor(by: 'person' | 'fault') {
    super(by);
    this.by = by;
  }
}
