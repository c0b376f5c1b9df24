import { emptyCell } from './sheet.ts';
import type { Cell } from './sheet.ts';
import type { FigureUnit } from './week-figures.ts';

/** A figure as a typed cell. A difference of two decimals is a float with a tail (0.31000000000000005): it is cut here. */
export function figureCell(value: number | null, unit: FigureUnit, strong = false): Cell {
  if (value === null) return emptyCell;
  switch (unit) {
    case 'count':
    case 'cents':
      return { kind: unit, value, strong };
    case 'hours':
    case 'jobs':
      return { kind: 'decimal', value: Math.round(value * 100) / 100, strong };
    case 'percentage':
      return { kind: 'percentage', value: Math.round(value * 10) / 10, strong };
  }
}
