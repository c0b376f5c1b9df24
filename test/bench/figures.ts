/** One line of the bench. Names stay stable: others follow them over time. */
export interface Figure {
  readonly name: string;
  /** Median of the runs. */
  readonly value: number;
  readonly unit: 'ms' | 's' | 'MB';
  /** What it is held against, measured in the same run, in the same unit; null where there is nothing honest. */
  readonly reference: number | null;
  /** value / reference */
  readonly ratio: number | null;
  /** The limit that issue or design names; what it limits is `targetOf`. */
  readonly target: number | null;
  readonly met: boolean | null;
  readonly referenceName: string | null;
  readonly targetOf: 'ratio' | 'value' | 'value beyond the reference' | null;
}

interface Reference {
  readonly name: string;
  readonly value: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) throw new Error('median of nothing');
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

const signed = (value: number) => `${value < 0 ? '' : '+'}${rounded(value)}`;

const rounded = (value: number) => Math.round(value * 100) / 100;

/** A figure against a reference of the same run; the target is a largest ratio. */
export function against(name: string, value: number, unit: Figure['unit'], reference: Reference, atMost: number | null = null): Figure {
  const ratio = value / reference.value;
  return { name, value: rounded(value), unit, reference: rounded(reference.value), ratio: rounded(ratio), target: atMost, met: atMost === null ? null : ratio <= atMost, referenceName: reference.name, targetOf: atMost === null ? null : 'ratio' };
}

/** A figure with an absolute target of the design, reported for this machine. */
export function absolute(name: string, value: number, unit: Figure['unit'], atMost: number | null = null): Figure {
  return { name, value: rounded(value), unit, reference: null, ratio: null, target: atMost, met: atMost === null ? null : value <= atMost, referenceName: null, targetOf: atMost === null ? null : 'value' };
}

/** A figure against a slower reference; the target is how many times faster it must be. */
export function atLeastFaster(name: string, value: number, reference: Reference, atLeast: number): Figure {
  return against(name, value, 'ms', reference, 1 / atLeast);
}

/** What something costs beyond a bare reference of the same run. */
export function beyond(name: string, value: number, reference: Reference, atMost: number): Figure {
  return { name, value: rounded(value), unit: 'ms', reference: rounded(reference.value), ratio: rounded(value / reference.value), target: atMost, met: value - reference.value <= atMost, referenceName: reference.name, targetOf: 'value beyond the reference' };
}

export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, reference, ratio, target, met, referenceName, targetOf }) => [
    name,
    `${value} ${unit}`,
    reference === null ? '' : `${referenceName}: ${reference} ${unit}`,
    ratio === null ? '' : `x ${ratio}`,
    target === null ? '' : targetOf === 'ratio' ? `x ${target} at most` : targetOf === 'value' ? `${target} ${unit} at most` : `+${target} ${unit} at most (is ${signed(value - (reference ?? 0))})`,
    met === null ? '' : met ? 'met' : 'missed',
  ]);
  rows.unshift(['figure', 'value', 'reference', 'ratio', 'target', '']);
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}
