import type { Day } from '../lib/calendar.ts';

/**
 * A report before it is a file: what it says and in which order, without a word about how it looks. Each report is one
 * pure function that makes this; the engine of `renderer/reports` makes a tagged PDF of it, a test reads it as it is.
 */
export interface ReportDocument {
  /** Which report: also the first word of its file name. */
  readonly id: ReportId;
  /** Title of the file and first heading. Never a name: it stands in lists of files and in the reader's window. */
  readonly title: string;
  /** One sentence below the title: about whom or what. */
  readonly lead: string;
  /** "Werkbedrijf Rijk van Nijmegen" */
  readonly organisation: string;
  readonly language: 'nl-NL';
  /** The day of the report: of its content, not of the printing. The same content makes the same file. */
  readonly reportedOn: Day;
  /** Pseudonymous id of the record, at the bottom of each page. */
  readonly reference: string;
  readonly blocks: readonly ReportBlock[];
}

export type ReportId = 'loonwaarderapport' | 'advies-loonkostensubsidie' | 'plan-van-aanpak' | 'coachingsplan' | 'halfjaarverslag' | 'indicatieaanvraag';

export type ReportBlock =
  | HeadingBlock
  | ParagraphBlock
  | NoticeBlock
  | FactsBlock
  | ListBlock
  | TableBlock
  | FigureBlock
  | SignaturesBlock;

/** 2: a part of the report, in the bookmarks. 3: within a part. The title is the only 1. */
export interface HeadingBlock {
  readonly kind: 'heading';
  readonly level: 2 | 3;
  readonly text: string;
}

/** Text as people typed it: an empty line makes a new paragraph, a line break stays. */
export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: string;
  /** `quiet`: small, for where a figure comes from. */
  readonly look?: 'quiet' | 'strong';
}

/** What the reader must have seen before the rest. */
export interface NoticeBlock {
  readonly kind: 'notice';
  readonly title: string;
  readonly text: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Names and what belongs to them. An empty value is left out by who makes the block. */
export interface FactsBlock {
  readonly kind: 'facts';
  readonly items: readonly Fact[];
}

export interface ListBlock {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly { readonly text: string; readonly note?: string | undefined }[];
}

export interface TableColumn {
  readonly header: string;
  readonly align: 'start' | 'end';
  /** Share of the width; the shares of a table need not add up to anything. */
  readonly width: number;
}

/** The first cell of a row names the row. On a new page the header comes again. */
export interface TableBlock {
  readonly kind: 'table';
  /** Said to who cannot see the table; the heading above says it to the others. */
  readonly summary: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly cells: readonly string[];
  /** A total: it stands out. */
  readonly strong?: boolean | undefined;
}

/** One number that it is all about, and the parts it is made of as a bar. */
export interface FigureBlock {
  readonly kind: 'figure';
  /** "62 %" */
  readonly value: string;
  readonly label: string;
  readonly bar: null | {
    /** What the bar shows, in words: the same for who does not see it. */
    readonly alternative: string;
    /** Shares of the whole bar [%]; together at most 100. A part without a label is not explained below the bar. */
    readonly parts: readonly { readonly label: string; readonly percentage: number }[];
  };
}

/** A drawn signature: one list of points per stroke, in any unit; only the proportions count. */
export type Strokes = readonly (readonly { readonly x: number; readonly y: number }[])[];

export interface ReportSignature {
  /** "Werknemer" */
  readonly role: string;
  /** Who signed, or who is to sign; empty: a line to write it on. */
  readonly name: string;
  readonly strokes: Strokes | null;
  /** "Getekend op 22 november 2026 om 14:32", "Verklaard met naam …", or that it was not signed. */
  readonly statement: string;
  readonly signed: boolean;
  /** What a reader who does not see the drawing hears. */
  readonly alternative: string;
}

export interface SignaturesBlock {
  readonly kind: 'signatures';
  readonly items: readonly ReportSignature[];
}
