import { say } from './in-dutch.ts';

/** "12 uur en 30 minuten". @param minutes whole minutes, not below zero [min] */
export function durationInDutch(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return say('duration.minutes', { minutes: rest });
  return rest === 0 ? say('duration.hours', { hours }) : say('duration.both', { hours, minutes: rest });
}
