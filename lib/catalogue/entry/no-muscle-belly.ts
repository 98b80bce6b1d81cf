import type { Region } from '../../training';

/** A gun or roller is for muscle bellies: these are joint, bone, or the neck, with no belly to work on. */
export const NO_MUSCLE_BELLY: readonly Region[] = ['neck', 'shins', 'knees'];
