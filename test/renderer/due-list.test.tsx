// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, it } from 'vitest';
import { startTexts } from '#renderer/app/texts.ts';
import type { CaseloadRow } from '#renderer/data/views.ts';
import type { Format } from '#renderer/app/use-format.ts';
import { DueList } from '#renderer/features/due/due-list.tsx';
import type { DueItem } from '#shared/domain/due/due-item.ts';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';
import { day } from '../fixtures/records.ts';

const row = (name: string) => ({ dossierId: name.toLowerCase() as DossierId, name }) as CaseloadRow;
const format = { day: (text: string) => text, nearDay: (text: string) => text, count: String } as unknown as Format;
const contact: DueItem = { what: 'contact', recordId: 'v1' as RecordId, dueOn: day('2026-11-20'), agreedOn: day('2026-11-01') };
const agreement: DueItem = { what: 'agreement', recordId: 'v2' as RecordId, dueOn: day('2026-11-25'), agreedOn: day('2026-11-02'), text: 'Rooster aanpassen', owner: 'kandidaat' } as DueItem;

let root: Root | null = null;
afterEach(() => {
  act(() => root?.unmount());
  root = null;
});

it('a line says by when, who, what and the reason, and its button names whom it is about', () => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  startTexts('nl');
  const place = document.createElement('div');
  root = createRoot(place);
  act(() =>
    root?.render(
      <MemoryRouter>
        <DueList format={format} lines={[{ row: row('Jansen'), item: contact, period: 'late' }, { row: row('Peeters'), item: agreement, period: 'week' }]} />
      </MemoryRouter>,
    ),
  );
  const lines = [...place.querySelectorAll('li')].map((line) => [...line.querySelectorAll('p')].map(({ textContent }) => textContent));
  expect(lines).toEqual([
    ['Te laat: 2026-11-20', 'Jansen', 'Contact opnemen', 'Dit is afgesproken bij het bezoek van 2026-11-01.'],
    ['2026-11-25', 'Peeters', 'Rooster aanpassen', 'Afgesproken bij het bezoek van 2026-11-02. De kandidaat doet dit.'],
  ]);
  expect([...place.querySelectorAll('a[aria-label]')].map((link) => [link.getAttribute('aria-label'), link.textContent])).toEqual([
    ['Afspraak maken, Jansen', 'Afspraak maken'],
    ['Bekijk het verslag, Peeters', 'Bekijk het verslag'],
  ]);
});
