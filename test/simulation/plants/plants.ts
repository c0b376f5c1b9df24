import { devicePlants } from './device-plants.ts';
import type { Plant } from './plant.ts';
import { forgedWorkArrives, serverPlants } from './server-plants.ts';

/** Mistakes that must be found. */
export const plants: readonly Plant[] = [...devicePlants, ...serverPlants];

/** Worlds that look like a plant but are sound: nothing may be found in them. */
export const controls: readonly Plant[] = [forgedWorkArrives];
