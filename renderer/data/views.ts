import type { DossierId, OpId, RecordId, UserId } from '#shared/domain/ids.ts';
import type { Groups, Kind } from '#shared/domain/kinds.ts';
import type { DueItem } from '#shared/domain/due/due-item.ts';
import type { AppointmentFacts } from '#shared/domain/records/appointment.ts';
import type { CandidateGroup, CandidateTeam } from '#shared/domain/records/candidate.ts';
import type { MunicipalityCode } from '#shared/domain/municipalities.ts';
import type { RefusalReason } from '#shared/sync/protocol.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import type { BaseReference } from '#shared/sync/operation.ts';
import type { JoinLine } from '#shared/sync/joins.ts';
import type { Version } from '#shared/sync/version.ts';
import type { Violation } from '#shared/domain/violation.ts';

/** The truth about saving, computed from the outbox and the receipts each time it is shown [VIEW2]. */
export type RecordStatus =
  /** Came from the server; nothing of this device is waiting. `receivedAtMs` when this device itself sent the last change. */
  | { readonly kind: 'on-server'; readonly receivedAtMs: number | null }
  | { readonly kind: 'kept'; readonly keptAtMs: number }
  | { readonly kind: 'sending'; readonly keptAtMs: number }
  | { readonly kind: 'conflict'; readonly opId: OpId; readonly groups: readonly string[] }
  | { readonly kind: 'refused'; readonly opId: OpId; readonly reason: RefusalReason | 'unreadable' | 'content-missing' | 'unknown-outcome'; readonly violations: readonly Violation[] };

export interface RecordView<K extends Kind = Kind> {
  readonly kind: K;
  readonly recordId: RecordId;
  readonly dossierId: DossierId;
  readonly createdBy: UserId;
  /** What the reader's rights leave; the device's own waiting changes laid on it. */
  readonly groups: Groups<K>;
  readonly versions: Readonly<Record<string, Version>>;
  /** Per group who wrote what stands there, and when. */
  readonly changes: Readonly<Record<string, GroupChange>>;
  readonly status: RecordStatus;
}

export interface GroupChange {
  readonly by: UserId;
  /** The server's clock; the device's own for what was not sent yet [ms]. */
  readonly atMs: number;
  /** What a change of the group is based on by whoever sees it like this. */
  readonly base: BaseReference;
}

/** One candidate's file, everything of it that is on this device. */
export interface DossierView {
  readonly dossierId: DossierId;
  readonly candidate: RecordView<'candidate'> | null;
  readonly placements: readonly RecordView<'placement'>[];
  /** Newest first. */
  readonly visits: readonly RecordView<'visit'>[];
  /** Newest first. */
  readonly measurements: readonly RecordView<'measurement'>[];
  /** In the order in which they were kept. */
  readonly attachments: readonly AttachmentView[];
  /** Every record of the file, of whatever kind; `recordsOf` takes those of one. */
  readonly records: readonly RecordView[];
}

/** @returns the file's records of one kind, in the order in which the device got them */
export function recordsOf<K extends Kind>(dossier: DossierView, kind: K): readonly RecordView<K>[] {
  return dossier.records.filter((record): record is RecordView<K> => record.kind === kind);
}

/** What is everybody's in the region, as far as it is on this device. */
export interface RegionFile {
  readonly documents: readonly RecordView<'regionDocument'>[];
  readonly certificates: readonly RecordView<'certificate'>[];
}

/** An employer of the region, as one chooses it from a list. */
export interface EmployerLine {
  readonly dossierId: DossierId;
  readonly recordId: RecordId;
  readonly name: string;
  readonly place: string;
  /** Whom one speaks to there; of who may not read that, nobody. */
  readonly people: readonly EmployerContact[];
}

export interface EmployerContact {
  readonly name: string;
  readonly jobTitle: string;
  readonly phone: string;
}

/** A photo that was kept, by this device or another. */
export interface AttachmentView {
  readonly record: RecordView<'attachment'>;
  /** Its content on this device; null when it is not here (any more). */
  readonly content: AttachmentContent | null;
}

export interface AttachmentContent {
  /** `kept`: it is on its way. `refused`: the server takes none for this record. `damaged`: it cannot be read any more. */
  readonly state: 'kept' | 'sent' | 'refused' | 'damaged';
  readonly sizeBytes: number;
  /** Already on the server [bytes]. */
  readonly sentBytes: number;
}

/** A photo that waits with a draft: stored, and no record names it yet. */
export interface AttachmentDraft {
  readonly attachmentId: RecordId;
  readonly description: string;
  /** Of a visit to several people: in whose files it will lie. */
  readonly people: readonly DossierId[];
  readonly sizeBytes: number;
  readonly addedAtMs: number;
  /** What is said about it does not open any more: it can only be taken away, and taken again. */
  readonly isDamaged: boolean;
}

export type AttachmentProblem =
  | { readonly kind: 'not-a-picture' }
  | { readonly kind: 'too-large'; readonly maximumBytes: number }
  /** The disk or the browser's share of it is full: nothing of it was stored. */
  | { readonly kind: 'no-space' }
  | { readonly kind: 'storage' };

/** One line of the caseload list; lives in memory only while unlocked. */
export interface CaseloadRow {
  readonly dossierId: DossierId;
  /** "Jansen, Fatima" or, without a right to names, the pseudonymous id. */
  readonly name: string;
  readonly birthDate: string | null;
  readonly municipality: MunicipalityCode | null;
  readonly candidateGroup: CandidateGroup | null;
  readonly regeling: string | null;
  readonly employerName: string | null;
  /** Two employers may have one name; absent in summaries that were stored before it was kept. */
  readonly employerId?: RecordId | null;
  /** 'YYYY-MM-DD', when the placement with this employer began; to tell which of two joined files is right. */
  readonly workingSince?: string | null;
  /** 'YYYY-MM-DD', the last day of that placement when it has one; a line of somebody whose last day is past names no employer. */
  readonly workingThrough?: string | null;
  readonly lastVisitOn: string | null;
  readonly nextContactOn: string | null;
  readonly risk: 'goed' | 'let-op' | 'dreigende-uitval' | null;
  readonly loonwaarde: number | null;
  /** The days of the visit at which it was measured and of its finalising; to tell which of two joined files is right. */
  readonly measured?: { readonly visitedOn: string; readonly finalisedOn: string } | null;
  readonly team: CandidateTeam | null;
  /** A mark of the BSN, where this person may read it: to find files of one person [JOIN4]. */
  readonly bsnMark?: number;
  /** What was decided about this file and another one. */
  readonly joins?: readonly JoinLine[];
  /** What must be done by some day, the earliest first. */
  readonly due: readonly DueItem[];
  /** What is still planned. */
  readonly appointments: readonly PlannedAppointment[];
  /** Waiting, refused or conflicting changes of this device [count]. */
  readonly unsent: number;
}

export interface PlannedAppointment extends Pick<AppointmentFacts, 'beginsAt' | 'durationMinutes' | 'about' | 'location' | 'withUser'> {
  readonly recordId: RecordId;
  /** 'YYYY-MM-DD' */
  readonly plannedOn: string;
}

/**
 * Whether a file is whole on this device, found by opening it. `unreadable`: it is not, and the next pull fetches it anew.
 * `unreadable-again`: that was done, and did not help. `photo-damaged`: all of it but a photo that was made here.
 */
export interface CheckedFile {
  readonly dossierId: DossierId;
  readonly state: 'complete' | 'missing' | 'unreadable' | 'unreadable-again' | 'photo-damaged';
}

/** Two files that may be of one person. */
export interface DuplicatePair {
  readonly one: CaseloadRow;
  readonly other: CaseloadRow;
  readonly because: 'bsn' | 'name-and-birth-date';
}

/** Somebody who is being typed in, as far as is typed. */
export interface NewPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string | null;
  readonly bsn: string;
}

/** A file that may be of the person who is being typed in. */
export interface SamePerson {
  readonly row: CaseloadRow;
  readonly because: DuplicatePair['because'];
}

export type CaseloadState =
  | { readonly kind: 'loading'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready'; readonly rows: readonly CaseloadRow[] }
  | { readonly kind: 'failed' };

/** One item of the list behind the header. */
export interface UnsentItem {
  readonly opId: OpId;
  readonly dossierId: DossierId;
  readonly recordId: RecordId;
  readonly kind: Kind;
  readonly candidateName: string;
  readonly keptAtMs: number;
  readonly status: Exclude<RecordStatus, { kind: 'on-server' }>;
  /** Those responsible for the candidate can be asked to look after it [FGT6]. */
  readonly canGoOver: boolean;
  /** What was written, as readable JSON text, so that it can be copied and never gets lost. */
  readonly content: string;
}

/** What this device can no longer vouch for, until a person has read it. */
export interface Doubts {
  /** Places in the second journal where lines are lost, and lines that only the server can open [count] [JRN14]. */
  readonly lost: number;
  readonly unopened: number;
  /** Photos of recorded visits of which no record can be made any more. */
  readonly photos: readonly DamagedPhoto[];
}

export interface DamagedPhoto {
  readonly addedAtMs: number;
  /** Whose visits it was taken at. */
  readonly names: readonly string[];
}

/** One field on which two people differ. */
export interface ConflictField {
  readonly group: string;
  readonly field: string;
  readonly mine: JsonValue | undefined;
  readonly theirs: JsonValue | undefined;
  /** Both can be kept, one below the other. */
  readonly isText: boolean;
}

/** Two versions of one record, for a person to choose between. */
export interface ConflictView {
  readonly opId: OpId;
  readonly record: { readonly kind: Kind; readonly recordId: RecordId; readonly dossierId: DossierId };
  /** Of the person or the company that it is about. */
  readonly name: string;
  readonly fields: readonly ConflictField[];
  /** At which version each group stands that is shown here; a decision counts for these and no others. */
  readonly seen: ConflictSeen;
  /** `mine` waits in this device's own list. Else it is a colleague's, or of another device of this person [CON5]. */
  readonly isOwn: boolean;
  readonly mineBy: UserId;
  readonly mineAtMs: number;
  readonly theirsBy: UserId | null;
  readonly theirsAtMs: number | null;
  /** A choice was made; until this moment it can be taken back [ms]. */
  readonly decidedUntilMs: number | null;
}

export type ConflictSeen = Readonly<Record<string, Version | null>>;

export type ConflictChoice = 'mine' | 'theirs' | 'both';

/** What can be begun and left in a candidate's file: the name of the form, which is also where its draft is continued. */
export type CandidateForm = 'visit' | 'measurement' | 'appointment' | 'intake' | 'plan' | 'coaching' | 'coachingEnd' | 'coachingPlan' | 'coachingReport' | 'olderMeasurement' | 'placement';

/** Forms that also change a record that was kept: the draft then has the name of that record. */
export const changingForms: readonly DraftForm[] = ['appointment', 'placement'];

/** The draft of a visit to several people lies with their employer. */
export type DraftForm = CandidateForm | 'groupVisit' | 'candidateFile' | 'newCandidate';

export interface Draft {
  readonly draftId: string;
  readonly dossierId: DossierId;
  readonly form: DraftForm;
  readonly savedAtMs: number;
  /** Whatever was typed, valid or not: validation blocks vastleggen, not saving. */
  readonly values: Readonly<Record<string, unknown>>;
}

export type KeepProblem =
  | { readonly kind: 'invalid'; readonly violations: readonly Violation[] }
  /** The disk is full or the database closed: nothing was kept, the draft is still there. */
  | { readonly kind: 'storage' };

/** Of several records that are kept together: none was kept, and this is what is wrong with which. */
export type KeepTogetherProblem =
  | { readonly kind: 'invalid'; readonly records: readonly { readonly recordId: RecordId; readonly violations: readonly Violation[] }[] }
  | { readonly kind: 'storage' };

export type SyncPhase = 'idle' | 'sending' | 'fetching' | 'waiting';
export type Connection = 'unknown' | 'connected' | 'unreachable' | 'signed-out' | 'other-user' | 'too-old' | 'withdrawn';

/** What the header tells. Counts come from the outbox, never from memory of what was sent. */
export interface SyncStatus {
  readonly phase: SyncPhase;
  readonly connection: Connection;
  /** Waiting or received but not settled [count]. */
  readonly unsentCount: number;
  /** Refused or conflicting, or doubtful: a person must look [count]. */
  readonly problemCount: number;
  /** Contents of attachments that are not with the server yet [count] [ATT5]. */
  readonly attachmentsLeft: number;
  readonly lastPullAtMs: number | null;
  /** False from the moment the browser closed the database under us, until what is stored now was read: that may be an empty one. */
  readonly isReadable: boolean;
  /** Rows still to come of a long pull, or null when none runs. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** [VIEW3] */
  readonly allSent: boolean;
}
