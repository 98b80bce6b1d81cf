/** A command that cannot be carried out because of what it was given: one line that says what to do, exit code 2. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}
