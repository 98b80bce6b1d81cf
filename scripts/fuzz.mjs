/**
 * `npm run fuzz -- decoders [--packets 1000000] [--seed 1]`: sends random packets to every decoder and prints counts as one JSON document.
 * Ends with 1 when a decoder throws or returns an invalid value, and names the decoder and the bytes.
 */
import { parseArgs } from 'node:util';
import { tsImport } from 'tsx/esm/api';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { packets: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } },
});
const [packets, seed] = [Number(values.packets), Number(values.seed)];
if (positionals.join() !== 'decoders' || !Number.isInteger(packets) || !Number.isInteger(seed)) {
  process.stderr.write('usage: npm run fuzz -- decoders [--packets N] [--seed N]\n');
  process.exit(2);
}
const startedMs = performance.now();
const { fuzzDecoders } = await tsImport('../test/soak/fuzz-decoders.ts', import.meta.url);
const result = await fuzzDecoders({ packets, seed });
const tookS = Math.round((performance.now() - startedMs) / 100) / 10;
process.stdout.write(`${JSON.stringify({ ...result, tookS }, null, 2)}\n`);
