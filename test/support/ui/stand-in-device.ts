import type { UnlockedDevice } from '#renderer/data/device.ts';
import type { Live, Loaded } from '#renderer/data/live.ts';
import { liveValue } from '#renderer/data/queries/live-of.ts';
import type { AttachmentDraft, CaseloadState, ConflictView, Doubts, Draft, DossierView, EmployerLine, DuplicatePair, RecordView, RegionFile, SyncStatus, UnsentItem } from '#renderer/data/views.ts';
import type { SearchState } from '#renderer/data/search/search-index.ts';
import type { DossierId, OpId, RecordId, UserId } from '#shared/domain/ids.ts';
import type { Colleague } from '#shared/domain/records/colleagues.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import type { Principal } from '#shared/domain/roles.ts';
import { success } from '#shared/lib/outcome.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import { screenNowMs } from './screen-day.ts';

export interface StandInInput {
  readonly principal: Principal;
  readonly caseload: CaseloadState;
  readonly dossiers?: ReadonlyMap<DossierId, DossierView>;
  readonly syncStatus?: Partial<SyncStatus>;
  readonly drafts?: readonly Draft[];
  readonly unsent?: Loaded<readonly UnsentItem[]>;
  readonly records?: readonly StoredRecord[];
  /** Reading a file fails, as it does when the database closed. */
  readonly brokenDossiers?: boolean;
  /** Asking for a file throws: what must never happen, for the page that says so. */
  readonly crashes?: boolean;
  /** Addresses of photos that are on this device. */
  readonly photos?: ReadonlyMap<RecordId, string>;
  readonly conflict?: ConflictView;
  readonly regionFile?: RegionFile;
  readonly start?: UnlockedDevice['start'];
  readonly colleagues?: ReadonlyMap<UserId, Colleague>;
}

/** What a test may look at or change from outside. */
export interface StandIn {
  readonly device: UnlockedDevice;
  readonly syncStatus: Live<SyncStatus> & { set(next: SyncStatus): void };
  readonly caseload: Live<CaseloadState> & { set(next: CaseloadState): void };
  readonly asked: string[];
}

const calm: SyncStatus = { phase: 'idle', connection: 'connected', unsentCount: 0, problemCount: 0, attachmentsLeft: 0, lastPullAtMs: screenNowMs - 60_000, isReadable: true, progress: null, allSent: true };

/**
 * A device in memory for looking at screens in every state, also those that the real one reaches only by accident. It
 * proves nothing about saving: the real device has its own tests.
 */
export function standInDevice(input: StandInInput): StandIn {
  const syncStatus = liveValue<SyncStatus>({ ...calm, ...input.syncStatus });
  const caseload = liveValue<CaseloadState>(input.caseload);
  const locked = liveValue(false);
  const drafts = liveValue<readonly Draft[]>(input.drafts ?? []);
  const attachments = liveValue<readonly AttachmentDraft[]>([]);
  const addresses = new Map<RecordId, string>();
  const conflict = liveValue<ConflictView | null>(input.conflict ?? null);
  const beforeLock = new Set<() => Promise<void>>();
  const asked: string[] = [];
  const fixed = <Value>(value: Value): Live<Value> => ({ current: () => value, subscribe: () => () => undefined });
  const kept = () => ({ opId: crypto.randomUUID() as OpId, recordId: crypto.randomUUID() as RecordId, keptAtMs: screenNowMs, secondCopy: true });
  const withoutDraft = (draftId: string) => drafts.set(drafts.current().filter((draft) => draft.draftId !== draftId));

  const device: UnlockedDevice = {
    principal: input.principal,
    start: input.start ?? { restored: 0, unopened: 0, shortened: false, secondCopy: true },
    syncStatus,
    caseload,
    dayTurned: () => undefined,
    locked,
    dossier(dossierId) {
      if (input.crashes === true) throw new TypeError('a screen that cannot be drawn');
      return fixed<Loaded<DossierView | null>>(input.brokenDossiers === true ? { kind: 'failed' } : { kind: 'ready', value: input.dossiers?.get(dossierId) ?? null });
    },
    search: { state: liveValue<SearchState>({ kind: 'ready', files: 0 }), open: () => Promise.resolve(), find: () => ({ hits: [], files: 0 }), close: () => undefined },
    checkFiles: (dossierIds) => Promise.resolve(dossierIds.map((dossierId) => ({ dossierId, state: 'complete' as const }))),
    employers: () => fixed<Loaded<readonly EmployerLine[]>>({ kind: 'ready', value: [] }),
    doubts: () => fixed<Loaded<Doubts>>({ kind: 'ready', value: { lost: 0, unopened: 0, photos: [] } }),
    markDoubtsSeen: () => Promise.resolve(),
    unsent: () => fixed<Loaded<readonly UnsentItem[]>>(input.unsent ?? { kind: 'ready', value: [] }),
    drafts: (dossierId) => derived(drafts, (all) => ({ kind: 'ready', value: all.filter((draft) => draft.dossierId === dossierId) })),
    readDraft: (draftId) => Promise.resolve(drafts.current().find((draft) => draft.draftId === draftId) ?? null),
    isDraftKept: () => Promise.resolve(false),
    saveDraft(draft) {
      withoutDraft(draft.draftId);
      drafts.set([{ ...draft, savedAtMs: screenNowMs }, ...drafts.current()]);
      return Promise.resolve(success({ savedAtMs: screenNowMs }));
    },
    discardDraft: (draftId) => Promise.resolve(withoutDraft(draftId)),
    addAttachment: ({ content }) => {
      const attachmentId = crypto.randomUUID() as RecordId;
      addresses.set(attachmentId, URL.createObjectURL(content));
      attachments.set([...attachments.current(), { attachmentId, description: '', people: [], sizeBytes: content.size, addedAtMs: screenNowMs, isDamaged: false }]);
      return Promise.resolve(success({ attachmentId }));
    },
    attachmentDrafts: () => derived(attachments, (value) => ({ kind: 'ready', value })),
    describeAttachment: (attachmentId, description) =>
      Promise.resolve(attachments.set(attachments.current().map((each) => (each.attachmentId === attachmentId ? { ...each, description } : each)))),
    chooseForAttachment: (attachmentId, people) => Promise.resolve(attachments.set(attachments.current().map((each) => (each.attachmentId === attachmentId ? { ...each, people } : each)))),
    discardAttachment: (attachmentId) => Promise.resolve(attachments.set(attachments.current().filter((each) => each.attachmentId !== attachmentId))),
    keepAttachments() {
      attachments.set([]);
      return Promise.resolve(success([kept()]));
    },
    attachmentAddress: (attachmentId) => Promise.resolve(addresses.get(attachmentId) ?? input.photos?.get(attachmentId) ?? null),
    leaders: fixed(new Map()),
    duplicates: fixed<Loaded<readonly DuplicatePair[]>>({ kind: 'ready', value: [] }),
    sameAs: () => Promise.resolve([]),
    strayDrafts: () => fixed<Loaded<readonly DossierId[]>>({ kind: 'ready', value: [] }),
    newCandidateDrafts: () => derived(drafts, (all) => ({ kind: 'ready', value: all.filter((draft) => draft.form === 'newCandidate') })),
    colleagues: fixed<Loaded<ReadonlyMap<UserId, Colleague>>>({ kind: 'ready', value: input.colleagues ?? new Map() }),
    regionFile: () => fixed<Loaded<RegionFile>>({ kind: 'ready', value: input.regionFile ?? { documents: [], certificates: [] } }),
    recordVisit: () => Promise.resolve(success(kept())),
    recordVisits: ({ visits }) => Promise.resolve(success(visits.map(() => kept()))),
    keepRecord: () => Promise.resolve(success(kept())),
    changeAppointment: () => Promise.resolve(success(kept())),
    finaliseMeasurement: () => Promise.resolve(success(kept())),
    recordIntake: () => Promise.resolve(success(kept())),
    conflict: (opId) => derived(conflict, (view) => ({ kind: 'ready', value: view?.opId === opId ? view : null })),
    resolveConflict(opId, _, choices) {
      asked.push(`resolve ${opId} ${JSON.stringify(choices)}`);
      const view = conflict.current();
      if (view !== null) conflict.set({ ...view, decidedUntilMs: screenNowMs + 60 * 60_000 });
      return Promise.resolve(success(kept()));
    },
    takeBack() {
      const view = conflict.current();
      if (view !== null) conflict.set({ ...view, decidedUntilMs: null });
      return Promise.resolve(true);
    },
    handOverUnsent: (opId) => Promise.resolve(asked.push(`hand over ${opId}`) > 0),
    retryUnsent: (opId) => Promise.resolve(void asked.push(`retry ${opId}`)),
    readAllRecords: () => Promise.resolve(input.records ?? [...(input.dossiers?.values() ?? [])].flatMap(({ records }) => records.map(storedOf))),
    noteExport: () => Promise.resolve(),
    noteReveal: () => Promise.resolve(),
    syncNow: () => void asked.push('sync'),
    onBeforeLock(save) {
      beforeLock.add(save);
      return () => void beforeLock.delete(save);
    },
    async lock() {
      asked.push('lock');
      for (const save of beforeLock) await save();
      locked.set(true);
    },
  };
  return { device, syncStatus, caseload, asked };
}

/** A live value computed from another; the same object as long as its source did not change. */
function derived<Source, Value>(source: Live<Source>, make: (from: Source) => Value): Live<Value> {
  let from = source.current();
  let value = make(from);
  return {
    current() {
      if (source.current() !== from) {
        from = source.current();
        value = make(from);
      }
      return value;
    },
    subscribe: (changed) => source.subscribe(changed),
  };
}

/** A view as it would be stored: enough to count it. */
function storedOf({ kind, recordId, dossierId, createdBy, groups }: RecordView): StoredRecord {
  const stamp = { version: { epoch: 1, n: 1 }, changedBy: createdBy, changedAtMs: 0 };
  return { kind, recordId, dossierId, createdBy, n: 1, groups: Object.fromEntries(Object.entries(groups).map(([name, data]) => [name, { ...stamp, data: data as JsonValue }])) };
}
