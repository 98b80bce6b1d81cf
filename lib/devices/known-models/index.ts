/** "Will mine work?": what is known about brands and models before any chooser opens. Pure. */
export { MODELS } from './models';
export { searchModels } from './search';
export type { KnownModel, ModelStatus } from './types';
export { modelWords } from './words';
