/** One line of the bench. Names stay stable: others follow them over time. */
export interface Figure {
  readonly name: string;
  /** Median of the runs. */
  readonly value: number;
  readonly unit: 'ms' | 's' | 'count';
  /** What it is held against, measured in the same run, in the same unit; null where there is nothing honest. */
  readonly reference: { readonly name: string; readonly value: number } | null;
  /** value / reference */
  readonly ratio: number | null;
  /** As issue or design says it, in words. */
  readonly target: string | null;
  readonly met: boolean | null;
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

const rounded = (value: number) => Math.round(value * 100) / 100;

/** A figure against a reference of the same run; the target is a largest ratio. */
export function against(name: string, value: number, unit: Figure['unit'], reference: { readonly name: string; readonly value: number }, atMost: number | null = null): Figure {
  const ratio = value / reference.value;
  return { name, value: rounded(value), unit, reference: { name: reference.name, value: rounded(reference.value) }, ratio: rounded(ratio), target: atMost === null ? null : `ratio at most ${atMost}`, met: atMost === null ? null : ratio <= atMost };
}

/** A figure with an absolute target of the design, reported for this machine. */
export function absolute(name: string, value: number, unit: Figure['unit'], atMost: number | null = null): Figure {
  return { name, value: rounded(value), unit, reference: null, ratio: null, target: atMost === null ? null : `at most ${atMost} ${unit}`, met: atMost === null ? null : value <= atMost };
}

/** What something costs beyond a bare reference of the same run. */
export function beyond(name: string, value: number, reference: { readonly name: string; readonly value: number }, atMost: number): Figure {
  const extra = value - reference.value;
  return { name, value: rounded(value), unit: 'ms', reference: { name: reference.name, value: rounded(reference.value) }, ratio: rounded(value / reference.value), target: `at most ${atMost} ms beyond the reference`, met: extra <= atMost };
}

export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, reference, ratio, target, met }) => [
    name,
    `${value} ${unit}`,
    reference === null ? '' : `${reference.name}: ${reference.value} ${unit}`,
    ratio === null ? '' : `x ${ratio}`,
    target ?? '',
    met === null ? '' : met ? 'met' : 'missed',
  ]);
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}
