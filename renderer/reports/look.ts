/* How every report looks, in points (1/72 inch) on A4. */

export const page = { width: 595.28, height: 841.89 } as const;
export const margin = { side: 62, top: 62, bottom: 72 } as const;
export const content = { left: margin.side, width: page.width - 2 * margin.side, top: margin.top, bottom: page.height - margin.bottom } as const;

/** All text is dark on white: at least 7 : 1, because a report is copied and faxed. */
export const colours = {
  ink: '#14202e',
  quiet: '#4a5766',
  navy: '#001a40',
  accent: '#0b57a4',
  line: '#c9d2dd',
  tint: '#eef3f9',
  bar: ['#0b3d78', '#0b57a4', '#3d80c4', '#6fa3d8', '#9cc3e6'],
  barRest: '#e3e8ee',
} as const;

export type Weight = 'regular' | 'strong';

export interface TextStyle {
  readonly weight: Weight;
  /** Height of the letters [pt]. */
  readonly size: number;
  /** From one line to the next [pt]. */
  readonly leading: number;
  readonly colour: string;
}

const style = (size: number, leading: number, weight: Weight = 'regular', colour: string = colours.ink): TextStyle => ({ weight, size, leading, colour });

export const styles = {
  organisation: style(9.5, 13, 'strong', colours.accent),
  title: style(27, 32, 'strong', colours.navy),
  lead: style(11.5, 17, 'regular', colours.quiet),
  part: style(14.5, 19, 'strong', colours.navy),
  section: style(11, 15, 'strong', colours.navy),
  body: style(10, 15),
  strong: style(10, 15, 'strong'),
  quiet: style(8.5, 12.5, 'regular', colours.quiet),
  label: style(9.5, 14, 'regular', colours.quiet),
  cell: style(9.5, 13.5),
  cellStrong: style(9.5, 13.5, 'strong'),
  cellHeader: style(9, 12.5, 'strong', colours.navy),
  figure: style(46, 50, 'strong', colours.navy),
  margin: style(8, 11, 'regular', colours.quiet),
} as const;
