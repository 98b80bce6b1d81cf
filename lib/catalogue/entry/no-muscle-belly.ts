import type { Region } from '../../training';

/** A massage gun or roller is for muscle bellies: these regions are joints, bones or the neck. */
export const NO_MUSCLE_BELLY: readonly Region[] = ['neck', 'shins', 'knees'];
