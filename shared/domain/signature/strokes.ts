import { mostStrokeNumbers, strokeBox } from '../records/signature.ts';

export interface StrokePoint {
  readonly x: number;
  readonly y: number;
}

/** A stroke as it is stored: x, y, x, y … in the box of `strokeBox`. */
export type Stroke = readonly number[];

/**
 * What was drawn on a surface of this size, in the box in which it is stored: as large as fits, its proportions kept.
 * A drawing of more points than may be stored keeps every second, third … point, and always its ends.
 * @param width of the surface [px] @param height [px]
 */
export function strokesOf(drawn: readonly (readonly StrokePoint[])[], width: number, height: number): number[][] {
  const lines = drawn.filter((line) => line.length > 0);
  const scale = Math.min(strokeBox.width / Math.max(width, 1), strokeBox.height / Math.max(height, 1));
  const points = lines.reduce((count, line) => count + line.length, 0);
  // Ends come on top, hence the room of two points a line.
  const every = Math.max(1, Math.ceil((points * 2) / Math.max(2, mostStrokeNumbers - lines.length * 4)));
  const within = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value * scale)));
  return lines.map((line) =>
    line.filter((_, index) => index % every === 0 || index === line.length - 1).flatMap(({ x, y }) => [within(x, strokeBox.width), within(y, strokeBox.height)]),
  );
}

/**
 * The strokes as one SVG path, also what a PDF draws: curves through the middles between points, so that no corner shows.
 * A dot is a line of no length, which a round end makes visible.
 */
export function pathOfStrokes(strokes: readonly Stroke[]): string {
  return strokes.map(pathOfStroke).filter((path) => path !== '').join(' ');
}

function pathOfStroke(stroke: Stroke): string {
  const points: StrokePoint[] = [];
  for (let at = 0; at + 1 < stroke.length; at += 2) points.push({ x: stroke[at] ?? 0, y: stroke[at + 1] ?? 0 });
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const begin = `M ${first.x} ${first.y}`;
  const last = rest.at(-1);
  if (last === undefined) return `${begin} L ${first.x} ${first.y}`;
  const curves = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? point;
    return `Q ${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}`;
  });
  return [begin, ...curves, `L ${last.x} ${last.y}`].join(' ');
}

/** Whether enough was drawn to be somebody's mark: more than a touch of the screen. */
export function isDrawn(strokes: readonly Stroke[]): boolean {
  return strokes.reduce((numbers, stroke) => numbers + stroke.length, 0) >= 8;
}
