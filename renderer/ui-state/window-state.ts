import { create } from 'zustand';

export const caseloadColumns = ['name', 'municipality', 'group', 'regeling', 'employer', 'lastVisit', 'nextContact', 'risk', 'loonwaarde'] as const;
export type CaseloadColumn = (typeof caseloadColumns)[number];
/** The columns of which many lines have the same: what a list can be divided by. */
export const caseloadGroupings = ['municipality', 'group', 'regeling', 'employer', 'risk'] as const satisfies readonly CaseloadColumn[];
export type CaseloadGrouping = (typeof caseloadGroupings)[number];
export type CaseloadScope = 'all' | 'overdue' | 'risk' | 'unsent';

/** Which lines the list shows and how. Ids only: the lines themselves live in the device's memory. */
export interface CaseloadChoices {
  readonly searchText: string;
  readonly scope: CaseloadScope;
  readonly sortBy: CaseloadColumn;
  readonly descending: boolean;
  /** Null: one list. */
  readonly groupBy: CaseloadGrouping | null;
  readonly hidden: readonly CaseloadColumn[];
  /** The file opened last, to come back to. */
  readonly lastOpened: string | null;
}

export interface WindowState {
  readonly caseload: CaseloadChoices;
  /** Somebody asked for the search box; the list answers by moving the focus there, once. */
  readonly searchAskedFor: boolean;
  /** What was typed on the page that searches everything. */
  readonly globalSearch: string;
  readonly setGlobalSearch: (text: string) => void;
  /** Somebody else looks along: only the form is shown. */
  readonly blind: boolean;
  readonly setBlind: (blind: boolean) => void;
  readonly setCaseload: (changes: Partial<CaseloadChoices>) => void;
  readonly askForSearch: () => void;
  readonly answerSearch: () => void;
  readonly forget: () => void;
}

const atFirst = {
  caseload: { searchText: '', scope: 'all', sortBy: 'name', descending: false, groupBy: null, hidden: ['regeling'], lastOpened: null },
  searchAskedFor: false,
  blind: false,
  globalSearch: '',
} as const satisfies Pick<WindowState, 'caseload' | 'searchAskedFor' | 'blind' | 'globalSearch'>;

/** This window, now: gone when it closes, and when it locks. */
export const useWindowState = create<WindowState>()((set) => ({
  ...atFirst,
  setGlobalSearch: (globalSearch) => set({ globalSearch }),
  setBlind: (blind) => set({ blind }),
  setCaseload: (changes) => set((state) => ({ caseload: { ...state.caseload, ...changes } })),
  askForSearch: () => set({ searchAskedFor: true }),
  answerSearch: () => set({ searchAskedFor: false }),
  forget: () => set(atFirst),
}));
