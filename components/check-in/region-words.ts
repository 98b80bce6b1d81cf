export { REGION_WORDS } from '../../lib/region-words';
