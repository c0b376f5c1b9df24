import { readFileSync, writeFileSync } from 'node:fs';
import type { Rectangle } from 'electron';
import { z } from 'zod';

const pixels = z.number().int().min(-100_000).max(100_000);
const windowState = z.object({ x: pixels, y: pixels, width: pixels.min(400), height: pixels.min(300), maximized: z.boolean() });
export type WindowState = z.infer<typeof windowState>;

/** How much of the title bar must be on a screen for a person to be able to drag the window back [px]. */
const graspablePx = 100;

const isGraspable = (state: WindowState, area: Rectangle): boolean =>
  state.x + state.width >= area.x + graspablePx &&
  state.x + graspablePx <= area.x + area.width &&
  state.y >= area.y &&
  state.y + graspablePx <= area.y + area.height;

/** @returns where the window was, or `null` when that is unknown or no longer on any screen (the beamer was unplugged) */
export const readWindowState = (file: string, workAreas: readonly Rectangle[]): WindowState | null => {
  try {
    const parsed = windowState.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success && workAreas.some((area) => isGraspable(parsed.data, area)) ? parsed.data : null;
  } catch {
    return null;
  }
};

/** Synchronous because it runs while the window closes. A disk that refuses costs the position, nothing else. */
export const rememberWindowState = (file: string, state: WindowState): void => {
  try {
    writeFileSync(file, JSON.stringify(state));
  } catch {
    // The window simply opens in its default place next time.
  }
};
