import { useId } from 'react';
import './progress.css';

export interface ProgressProps {
  readonly label: string;
  readonly done: number;
  /** 0: how much is still to come is not known yet. */
  readonly total: number;
}

/** A bar that only shows what is known: without a total it moves and promises nothing. */
export function Progress({ label, done, total }: ProgressProps) {
  const id = useId();
  return (
    <div className="progress">
      <label htmlFor={id}>{label}</label>
      {total > 0 ? <progress id={id} className="progress__bar" max={total} value={Math.min(done, total)} /> : <progress id={id} className="progress__bar" />}
    </div>
  );
}
