/** Something the person at the keyboard can put right: shown as its message, never as a stack. */
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
 * What to print about an error: a fault of our own keeps its stack, a problem has its tool's output.
 * @param {unknown} error
 */
export function describe(error) {
  if (error instanceof Problem) return error.output ? `${error.output}\n\n${error.message}` : error.message;
  return error instanceof Error ? String(error.stack) : String(error);
}
