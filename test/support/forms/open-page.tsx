import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter, Route, Routes } from 'react-router';
import { AppProvider } from '#renderer/app/app-context.tsx';
import type { AppDependencies } from '#renderer/app/dependencies.ts';
import { DeviceProvider } from '#renderer/app/device-context.tsx';
import { startTexts } from '#renderer/app/texts.ts';
import { Announcer } from '#renderer/components/announcer.tsx';
import type { UnlockedDevice } from '#renderer/data/device.ts';
import type { Live, Loaded } from '#renderer/data/live.ts';
import { liveValue } from '#renderer/data/queries/live-of.ts';
import type { AttachmentDraft, Draft, DossierView, SyncStatus } from '#renderer/data/views.ts';
import type { OpId, RecordId } from '#shared/domain/ids.ts';
import type { Principal } from '#shared/domain/roles.ts';
import { failure, success } from '#shared/lib/outcome.ts';
import { deskNowMs, dossierId } from './a-dossier.ts';

/** What the device of a page in a test holds and was asked. It proves nothing about storage: the real one has its own tests. */
export interface Desk {
  readonly device: UnlockedDevice;
  readonly drafts: Map<string, Draft>;
  readonly kept: { readonly draftId: string; readonly groups: Readonly<Record<string, unknown>> }[];
  /** Names of drafts that became a record. */
  readonly keptDrafts: Set<string>;
  readonly beforeLock: Set<() => Promise<void>>;
  diskRefuses: boolean;
  /** Keeping waits for this: a slow disk. */
  slowDisk: Promise<void>;
  /** The file of the page, and what the header knows: to be changed under an open page. */
  readonly dossier: Live<Loaded<DossierView | null>> & { set(next: Loaded<DossierView | null>): void };
  /** That wait with the draft. */
  readonly photos: Live<readonly AttachmentDraft[]> & { set(next: readonly AttachmentDraft[]): void };
  readonly syncStatus: Live<SyncStatus> & { set(next: SyncStatus): void };
}

export const calm: SyncStatus = { phase: 'idle', connection: 'connected', unsentCount: 0, problemCount: 0, attachmentsLeft: 0, lastPullAtMs: deskNowMs - 60_000, isReadable: true, progress: null, allSent: true };

export function desk(principal: Principal, dossier: DossierView, drafts: readonly Draft[] = []): Desk {
  const live = <Value,>(value: () => Value): Live<Value> => {
    const first = value();
    return { current: () => first, subscribe: () => () => undefined };
  };
  const self: Desk = {
    drafts: new Map(drafts.map((draft) => [draft.draftId, draft])),
    kept: [],
    keptDrafts: new Set(),
    beforeLock: new Set(),
    diskRefuses: false,
    slowDisk: Promise.resolve(),
    dossier: liveValue<Loaded<DossierView | null>>({ kind: 'ready', value: dossier }),
    photos: liveValue<readonly AttachmentDraft[]>([]),
    syncStatus: liveValue(calm),
    device: undefined as unknown as UnlockedDevice,
  };
  const keep = async (input: { readonly draftId: string; readonly groups: Readonly<Record<string, unknown>> }) => {
    await self.slowDisk;
    if (self.diskRefuses) return failure({ kind: 'storage' as const });
    self.kept.push(input);
    self.drafts.delete(input.draftId);
    return success({ opId: 'op' as OpId, recordId: 'record-new' as RecordId, keptAtMs: deskNowMs, secondCopy: true });
  };
  const device: Partial<UnlockedDevice> = {
    principal,
    dossier: () => self.dossier,
    syncStatus: self.syncStatus,
    drafts: () => live(() => ({ kind: 'ready' as const, value: [...self.drafts.values()].toSorted((a, b) => b.savedAtMs - a.savedAtMs) })),
    readDraft: (draftId) => Promise.resolve(self.drafts.get(draftId) ?? null),
    saveDraft: (draft) => {
      if (self.diskRefuses) return Promise.resolve(failure({ kind: 'storage' as const }));
      self.drafts.set(draft.draftId, { ...draft, savedAtMs: deskNowMs });
      return Promise.resolve(success({ savedAtMs: deskNowMs }));
    },
    isDraftKept: (_, draftId) => Promise.resolve(self.keptDrafts.has(draftId)),
    discardDraft: (draftId) => Promise.resolve(void self.drafts.delete(draftId)),
    regionFile: () => live(() => ({ kind: 'ready' as const, value: { documents: [], certificates: [] } })),
    attachmentDrafts: () => live(() => ({ kind: 'ready' as const, value: self.photos.current() })),
    describeAttachment: () => Promise.resolve(),
    attachmentAddress: () => Promise.resolve(null),
    recordVisit: keep,
    finaliseMeasurement: keep,
    onBeforeLock: (save) => {
      self.beforeLock.add(save);
      return () => void self.beforeLock.delete(save);
    },
  };
  return Object.assign(self, { device: device as UnlockedDevice });
}

let root: Root | null = null;

/** Draws a page of a file at its address, and waits until its form is there. */
export async function openPage(page: ReactNode, { device }: Desk, address: string): Promise<void> {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  startTexts('nl');
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root') as HTMLElement);
  act(() =>
    root?.render(
      <AppProvider dependencies={{ clock: { nowMs: () => deskNowMs }, shell: null } as unknown as AppDependencies}>
        <DeviceProvider device={device}>
          <MemoryRouter initialEntries={[address]}>
            <Announcer>
              <Routes>
                <Route path="/kandidaten/:dossierId/*" element={page} />
              </Routes>
            </Announcer>
          </MemoryRouter>
        </DeviceProvider>
      </AppProvider>,
    ),
  );
  await turn();
}

export const addressOf = (rest: string): string => `/kandidaten/${dossierId}/${rest}`;

export function closePage(): void {
  act(() => root?.unmount());
  root = null;
}

/** Lets promises that are ready go on and the page redraw. */
export async function turn(): Promise<void> {
  for (let step = 0; step < 5; step += 1) await act(() => new Promise((resolve) => setTimeout(resolve)));
}

export const screenText = (): string => document.body.textContent;
/** What a screen reader was told last. */
export const announced = (): string => (document.querySelector('output')?.textContent ?? '').replace('\u200b', '');

/** The box, list or switch of this field; @param id as in 'heldOn' or 'agreements-0-what' */
export function box(id: string): HTMLInputElement {
  const element = document.getElementById(`field-${id}`);
  if (element === null) throw new Error(`no field ${id}`);
  return element as HTMLInputElement;
}

export async function type(id: string, text: string): Promise<void> {
  const element = box(id);
  const prototype = element instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : element instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype;
  await act(async () => {
    element.focus();
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, text);
    element.dispatchEvent(new Event(element instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
    // What follows from leaving the field before: its draft is saved.
    await Promise.resolve();
  });
}

export async function leave(): Promise<void> {
  act(() => (document.activeElement as HTMLElement | null)?.blur());
  await turn();
}

export async function click(name: string | RegExp): Promise<void> {
  const buttons = [...document.querySelectorAll<HTMLElement>('button, a')];
  const found = buttons.find((each) => (typeof name === 'string' ? each.textContent === name : name.test(each.textContent)));
  if (found === undefined) throw new Error(`no button ${String(name)}; there are: ${buttons.map((each) => each.textContent).join(' | ')}`);
  act(() => found.click());
  await turn();
}

export async function choose(id: string, choice: string): Promise<void> {
  act(() => document.getElementById(`field-${id}-${choice}`)?.click());
  await turn();
}

export async function press(key: string, { ctrl = false } = {}): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, ctrlKey: ctrl, bubbles: true, cancelable: true });
  act(() => void (document.activeElement ?? document.body).dispatchEvent(event));
  await turn();
  return event;
}
