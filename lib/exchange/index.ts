/** File formats, in and out. Pure. */
export { parseRrText, type RrText, type RrTextFault } from './rr-text';
