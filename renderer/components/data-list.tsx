import type { ReactNode } from 'react';
import './data-list.css';

export interface DataListItem {
  readonly key: string;
  readonly label: string;
  readonly value: ReactNode;
}

/** Names with their values, one under the other. */
export function DataList({ items }: { readonly items: readonly DataListItem[] }) {
  return (
    <dl className="data-list">
      {items.map((item) => (
        <div key={item.key} className="data-list__item">
          <dt className="data-list__key">{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
