import { randomInt } from 'node:crypto';

/** `CHAOS_SEED` repeats a run's choices; each test prints the one it has. */
export const chaosSeed = (): number => Number(process.env.CHAOS_SEED ?? randomInt(2 ** 31));

/** `CHAOS_ROUNDS` makes runs longer, or shorter, than they are in `npm test`. */
export const chaosRounds = (usual: number): number => Number(process.env.CHAOS_ROUNDS ?? usual);
