import type { DeviceParts } from '../world/desk-window.ts';
import type { SimServer } from '../world/sim-server.ts';
import type { StoryName } from '../world/stories.ts';
import type { World } from '../world/world.ts';

/** A mistake put into the world on purpose, by wrapping a port: the checks must find it. */
export interface Plant {
  readonly name: string;
  readonly what: string;
  /** It can only show in runs of this kind, a tenth of all: it is looked for in those. */
  readonly story?: StoryName;
  readonly device?: (world: World) => Partial<DeviceParts>;
  readonly server?: (world: World) => Partial<Pick<SimServer, 'wrapStore' | 'wrapBatch' | 'verify'>>;
}
