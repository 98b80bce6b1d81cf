/**
 * One line for one step: `label … ok (12 s)`. On a terminal the seconds count up, to show that a long step is still running.
 * @param {string} label
 */
export function progress(label) {
  const { stdout } = process;
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const again = stdout.isTTY ? '\r\x1b[K' : '';
  stdout.write(`${label} … `);
  const ticking = stdout.isTTY && setInterval(() => stdout.write(`${again}${label} … ${seconds()} s`), 1000);
  return {
    /**
     * @param {string} outcome
     * @param {number} [tookS] Where the work did not begin with the line.
     */
    end(outcome, tookS = seconds()) {
      if (ticking) clearInterval(ticking);
      const took = tookS > 0 ? ` (${tookS} s)` : '';
      stdout.write(`${again && `${again}${label} … `}${outcome}${took}\n`);
    },
  };
}

/**
 * Runs a step with such a line. If it returns text, that follows the "ok".
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 */
export async function step(label, work) {
  const line = progress(label);
  try {
    const result = await work();
    line.end(typeof result === 'string' ? `ok, ${result}` : 'ok');
    return result;
  } catch (error) {
    line.end('FAILED');
    throw error;
  }
}
