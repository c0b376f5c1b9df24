import type { DossierId, OpId, RecordId, UserId } from '#shared/domain/ids.ts';
import type { Groups, Kind } from '#shared/domain/kinds.ts';
import type { Colleague } from '#shared/domain/records/colleagues.ts';
import type { AppointmentFacts } from '#shared/domain/records/appointment.ts';
import type { Principal } from '#shared/domain/roles.ts';
import type { Operation } from '#shared/sync/operation.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import type { Outcome } from '#shared/lib/outcome.ts';
import type { AttachmentDraft, AttachmentProblem, CaseloadState, CheckedFile, ConflictChoice, ConflictSeen, ConflictView, DossierView, Doubts, Draft, DuplicatePair, EmployerLine, KeepProblem, KeepTogetherProblem, NewPerson, RecordView, RegionFile, SamePerson, SyncStatus, UnsentItem } from './views.ts';
import type { DoubtRow } from './db/user-database.ts';
import type { ContentOfRecord } from './queries/content-addresses.ts';
import type { Live, Loaded } from './live.ts';
import type { SearchIndex } from './search/search-index.ts';

/** Someone who has unlocked this laptop before; shown on the unlock screen, also offline. */
export interface KnownAccount {
  readonly principal: Principal;
  readonly lastUsedAtMs: number;
}

export type UnlockProblem =
  | { readonly kind: 'wrong-passphrase'; readonly waitMs: number }
  /** Too many wrong ones: the server must say first who this is. What waits on the device stays. */
  | { readonly kind: 'sign-in-needed' }
  /** The operating system's half of the key is away or not to be trusted. */
  | { readonly kind: 'no-device-secret' }
  | { readonly kind: 'storage' }
  | { readonly kind: 'unknown-account' };
/** `too-old`: the server no longer speaks with this version of the app [VER5]. */
export type SignInProblem = { readonly kind: 'unreachable' } | { readonly kind: 'refused' } | { readonly kind: 'too-old' } | { readonly kind: 'busy' };
/** `sign-in-again`: the sign-in belongs to another device [PROOF4]. */
export type RegistrationProblem = { readonly kind: 'unreachable' } | { readonly kind: 'sign-in-again' } | { readonly kind: 'too-old' };
export type SetUpProblem = { readonly kind: 'weak-passphrase' } | { readonly kind: 'storage' } | { readonly kind: 'no-device-secret' } | RegistrationProblem;

/** The locked device: what can be done before a key is in memory. */
export interface LockedDevice {
  knownAccounts(): Promise<readonly KnownAccount[]>;
  /**
   * Opens this person's encrypted database. Works offline. Wrong passphrases grow a delay that survives a restart and that no
   * clock shortens; after ten the person signs in first.
   */
  unlock(userId: string, passphrase: string): Promise<Outcome<UnlockedDevice, UnlockProblem>>;
  /** This person has just signed in at the server: they may try their passphrase again. */
  noteSignIn(userId: string): Promise<void>;
  /** First use by the signed-in person on this device: makes keys, registers the device, opens an empty database. */
  setUp(principal: Principal, passphrase: string): Promise<Outcome<UnlockedDevice, SetUpProblem>>;
  /** False when the browser may throw away this site's data: say so before the first offline entry. */
  storageIsDurable(): Promise<boolean>;
}

/** The unlocked device: every question a screen may ask and everything a person can do. */
export interface UnlockedDevice {
  readonly principal: Principal;
  /**
   * What the start found: kept work that the database had lost and that is back [count], lines that only the server can
   * open [count], whether the database came back empty or shortened, and whether there is a second copy.
   */
  readonly start: { readonly restored: number; readonly unopened: number; readonly shortened: boolean; readonly secondCopy: boolean };
  readonly syncStatus: Live<SyncStatus>;
  readonly caseload: Live<CaseloadState>;
  /** To be called when the day on the screen changed: what holds today is then said anew. */
  dayTurned(): void;
  /** Live: changes by this window, another window or the sync loop redraw it. Null value: not on this device. */
  dossier(dossierId: DossierId): Live<Loaded<DossierView | null>>;
  /** Opens these files and says which are whole: for getting ready the evening before. What is damaged is fetched anew. */
  checkFiles(dossierIds: readonly DossierId[]): Promise<readonly CheckedFile[]>;
  /** Everything on this device that this person may read, to be searched. */
  readonly search: SearchIndex;
  unsent(): Live<Loaded<readonly UnsentItem[]>>;
  /** What the second journal can no longer tell: "Alles verstuurd" is not said before a person has seen it [JRN14]. */
  doubts(): Live<Loaded<Doubts>>;
  markDoubtsSeen(kind: DoubtRow['kind']): Promise<void>;
  /** Files that were withdrawn from this person, and in which they had begun something: their words can be taken along. */
  strayDrafts(): Live<Loaded<readonly DossierId[]>>;
  /** Drafts of one dossier, newest first. */
  drafts(dossierId: DossierId): Live<Loaded<readonly Draft[]>>;
  readDraft(draftId: string): Promise<Draft | null>;
  /** @returns when it was saved [ms], or that the disk refused */
  /** `already-kept`: its draft has become a record, maybe in another window, and this was not saved. */
  saveDraft(draft: Omit<Draft, 'savedAtMs'>): Promise<Outcome<{ readonly savedAtMs: number }, { readonly kind: 'storage' | 'already-kept' }>>;
  /** It became a record, or a change of one, maybe in another window: whoever comes back to its address begins anew, under another name. */
  isDraftKept(dossierId: DossierId, draftId: string): Promise<boolean>;
  discardDraft(draftId: string): Promise<void>;
  /** Keeps a visit: judged, encrypted, one strict transaction [KEEP1]. Resolves only after the commit. */
  recordVisit(input: { readonly dossierId: DossierId; readonly draftId: string; readonly groups: Required<Groups<'visit'>> }): Promise<Outcome<Kept, KeepProblem>>;
  /**
   * Keeps the visits to several people, each a record in their own file: all in one strict transaction, or none and what
   * is wrong with which. Their draft goes with it, and the photos that wait with it go to those they were chosen for.
   */
  recordVisits(input: {
    readonly draftId: string;
    readonly visits: readonly { readonly dossierId: DossierId; readonly recordId: RecordId; readonly groups: Required<Groups<'visit'>> }[];
  }): Promise<Outcome<readonly Kept[], KeepTogetherProblem>>;
  /**
   * Keeps an intake with its decision and, in the same strict transaction, what the decision changes in the candidate's own
   * record: both are kept or neither [KEEP5].
   */
  recordIntake(input: {
    readonly dossierId: DossierId;
    readonly draftId: string;
    readonly groups: Required<Groups<'intake'>>;
    readonly file: { readonly recordId: RecordId; readonly groups: Groups<'candidate'>; readonly bases: Operation['baseVersions'] } | null;
  }): Promise<Outcome<Kept, KeepProblem>>;
  /** Keeps a final measurement, which never changes again. */
  finaliseMeasurement(input: { readonly dossierId: DossierId; readonly draftId: string; readonly groups: Required<Groups<'measurement'>> }): Promise<Outcome<Kept, KeepProblem>>;
  /** Which file leads for each that was joined with another [JOIN3]. */
  readonly leaders: Live<ReadonlyMap<DossierId, DossierId>>;
  /** Files on this device that may be of one person, and about which nobody decided yet. */
  readonly duplicates: Live<Loaded<readonly DuplicatePair[]>>;
  /** Who on this device may be the person that is being typed in. */
  sameAs(entry: NewPerson): Promise<readonly SamePerson[]>;
  /** People who were begun and are not kept yet, newest first. */
  newCandidateDrafts(): Live<Loaded<readonly Draft[]>>;
  /** Who works in the region, by id: to say who did what. Empty on a device that has not met the server yet. */
  readonly colleagues: Live<Loaded<ReadonlyMap<UserId, Colleague>>>;
  /** The region's employers, by name. */
  employers(): Live<Loaded<readonly EmployerLine[]>>;
  /** What belongs to the region as a whole: its documents, and certificates. */
  regionFile(): Live<Loaded<RegionFile>>;
  /**
   * Keeps any other record, or a change of one: judged, encrypted, one strict transaction [KEEP1]. Only the groups that
   * changed need to be given. With a draft the record is new, and is the draft's: two windows keep it once.
   * @param recordId null makes a new one
   * @param seen the versions of the groups when the person began, where they change what was there: a pull may come in between
   */
  keepRecord<K extends Kind>(input: KeepRecordInput<K>): Promise<Outcome<Kept, KeepProblem>>;
  /** Says what became of an appointment; everything else about it stays. */
  changeAppointment(input: { readonly dossierId: DossierId; readonly recordId: RecordId; readonly state: AppointmentFacts['state'] }): Promise<Outcome<Kept, KeepProblem>>;
  /**
   * Stores a photo, encrypted, with a draft of a visit (or of the candidate, `draftId` null). Resolves when it is on the
   * disk: it outlives a crash and a lock. `recordVisit` keeps it with its visit.
   * @param content drawn anew by the platform: nothing hidden is in it any more
   */
  addAttachment(input: { readonly dossierId: DossierId; readonly draftId: string | null; readonly content: Blob }): Promise<Outcome<{ readonly attachmentId: RecordId }, AttachmentProblem>>;
  /** Photos that wait with a draft, in the order in which they were added; with `draftId` null those of the candidate. */
  attachmentDrafts(input: { readonly dossierId: DossierId; readonly draftId: string | null }): Live<Loaded<readonly AttachmentDraft[]>>;
  describeAttachment(attachmentId: RecordId, description: string): Promise<void>;
  /** Says in whose files a photo of a visit to several people will lie: each of them gets one of their own. */
  chooseForAttachment(attachmentId: RecordId, people: readonly DossierId[]): Promise<void>;
  /** Throws away a photo that was not kept yet; what was kept stays. */
  discardAttachment(attachmentId: RecordId): Promise<void>;
  /** Keeps the photos that wait with the candidate. */
  keepAttachments(dossierId: DossierId): Promise<Outcome<readonly Kept[], KeepProblem>>;
  /** The address of a photo for an `<img>`, until the device is locked; null when its content is not here. */
  attachmentAddress(attachmentId: RecordId, facts?: ContentOfRecord): Promise<string | null>;
  /** Offers a refused operation again, as a new operation on today's record; the old one goes in the same transaction. */
  retryUnsent(opId: OpId): Promise<void>;
  /** Gives refused work in a candidate's file to those responsible there: they read it, and say what they did with it [FGT6]. @returns whether it is offered */
  handOverUnsent(opId: OpId): Promise<boolean>;
  /**
   * The two versions behind a conflict; null when it is settled.
   * @param dossierId the file that a colleague's lies in [CON5]; null for what waits in one's own list
   */
  conflict(opId: OpId, dossierId: DossierId | null): Live<Loaded<ConflictView | null>>;
  /**
   * Decides a conflict, field by field; what is not named stays as the server has it. What came in since
   * it was shown (`seen`) refuses the decision. It is judged and kept like any other work.
   */
  resolveConflict(opId: OpId, dossierId: DossierId | null, choices: Readonly<Record<string, ConflictChoice>>, seen: ConflictSeen): Promise<Outcome<Kept, KeepProblem>>;
  /** Takes the decision back, as long as it was not sent. @returns false when it is too late */
  takeBack(opId: OpId): Promise<boolean>;
  /** All records of this kind of file on the device, decrypted in one read transaction: for the week's figures. */
  readAllRecords(): Promise<readonly StoredRecord[]>;
  /** Notes that an export was made, in the audit buffer. */
  noteExport(input: { readonly name: string; readonly hash: string; readonly rows: number }): Promise<void>;
  /** Notes that somebody looked at, or took along, a group that stays covered until it is needed; before it is shown. */
  noteReveal(input: { readonly dossierId: DossierId; readonly group: 'bsn'; readonly purpose: 'screen' | 'indication-request' }): Promise<void>;
  /** The connection may be back, or a person asks [BACK3]. */
  syncNow(): void;
  /** Called before the key leaves memory, so that a form can save its draft. */
  onBeforeLock(save: () => Promise<void>): () => void;
  /** Drafts first, then the key leaves memory. */
  lock(): Promise<void>;
  readonly locked: Live<boolean>;
}

export interface KeepRecordInput<K extends Kind> {
  readonly dossierId: DossierId;
  readonly recordId: RecordId | null;
  readonly kind: K;
  readonly groups: Groups<K>;
  readonly draftId: string | null;
  readonly seen?: RecordView['versions'];
  /** The same, and exact where the screen showed work of this device that was still waiting: from `RecordView.changes`. */
  readonly bases?: Operation['baseVersions'];
}

export interface Kept {
  readonly opId: OpId;
  readonly recordId: RecordId;
  readonly keptAtMs: number;
  /** False when the second copy outside the database could not be written: the screen says so [JRN1]. */
  readonly secondCopy: boolean;
}
