/** An error that the user can fix: shown as its message, without a stack. */
export class Problem extends Error {
  /**
   * @param {string} message What is wrong and what to do about it.
   * @param {string} [output] Everything the failing tool said.
   */
  constructor(message, output = '') {
    super(message);
    this.output = output.trim();
  }
}

/**
 * The text to print for an error: the stack for a bug of our own, the tool's output for a problem.
 * @param {unknown} error
 */
export function describe(error) {
  if (error instanceof Problem) return error.output ? `${error.output}\n\n${error.message}` : error.message;
  return error instanceof Error ? String(error.stack) : String(error);
}
