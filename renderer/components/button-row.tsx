import type { ReactNode } from 'react';
import './button-row.css';

/** Actions that belong together, the most likely one first. */
export function ButtonRow({ children }: { readonly children: ReactNode }) {
  return <div className="button-row">{children}</div>;
}
