/** A command that cannot run because of its input: one line that says what to do, and exit code 2. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}
