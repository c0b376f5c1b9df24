import { expect, type Page } from '@playwright/test';
import { paths } from '#renderer/app/paths.ts';

type NewCoaching = `new ${keyof typeof paths.newCoachingRecord}`;
/** Every address of the app; an address that is new there is refused by the compiler until somebody looks at it here. */
export type Screen = Exclude<keyof typeof paths, 'home' | 'newCoachingRecord' | 'groupVisitWith'> | NewCoaching;

/**
 * Where axe-core looks at each state of each screen, in both sizes: the state in words, and the name under which
 * `lookAt` or `check` does it in a file of test/e2e. What every list of data has: empty, filled, and refused where a
 * person types; what only this screen has, beside it. Opening a file has no look: it takes milliseconds and shows nothing.
 */
export const looks = {
  caseload: {
    filled: '04-caseload', 'nothing found': '05-caseload-nothing-found', 'a search': 'caseload-searched', 'in groups': 'caseload-grouped', 'a line with the focus': 'caseload-line-focused', 'with unsent work': 'caseload-unsent',
    '15,000 rows': 'caseload-15000', opening: 'caseload-opening', 'first fetch': 'caseload-fetching', 'nothing came yet, offline': 'caseload-waiting', empty: 'caseload-empty', failed: 'caseload-failed',
    'rebuilt after damage': 'restored',
  },
  candidate: {
    filled: '06-candidate', offline: '12-candidate-offline', 'unsent, refused and in conflict': 'candidate-unsent', 'draft thrown away': 'candidate-draft-discarded', 'with BSN': 'candidate-consultant',
    'BSN shown': 'candidate-bsn', expert: 'candidate-expert', 'somebody new': 'file-04-overview', 'signed report': 'measurement-08-file', 'photos': 'candidate-photos',
    'photos being described': 'candidate-photos-draft', 'cannot be read': 'broken-file-kandidaten-some-file', 'not on this device': 'caseload-kandidaten-nobody-here',
    'cannot be drawn': 'crash',
  },
  candidateData: { filled: 'file-08-data', joined: 'file-11-joined' },
  candidateWork: { filled: 'file-06-work' },
  candidateTimeline: { filled: 'file-09-timeline' },
  editCandidate: { 'what somebody can do': 'file-05-abilities', 'a move to another group': 'file-07-move' },
  newCandidate: { refused: 'file-01-new-errors', 'perhaps known already': 'file-02-new-known', kept: 'file-03-kept' },
  duplicates: { 'two files': 'file-10-duplicates', empty: 'consultant-kandidaten-dubbel' },
  newVisit: {
    empty: 'visit-empty', refused: 'visit-refused-form', filled: 'visit-filled', kept: 'visit-kept', 'draft came back': 'visit-restored', 'draft thrown away': 'visit-discarded', 'in English': 'visit-english',
    'kept offline': '11-visit-kept-offline', 'with photos': 'visit-form-photos', 'only this form': 'day-10-blind',
  },
  visit: { 'refused by the server': 'visit-refused' },
  newMeasurement: {
    empty: 'measurement-empty', half: 'measurement-half', refused: 'measurement-refused-form', 'with its working': 'measurement-working', 'regular performance': 'measurement-regular',
    'four tasks': 'measurement-02-filled', kept: 'measurement-03-kept', 'timer runs': 'measurement-12-timer', 'timer taken over': 'measurement-13-timed', 'short contact': 'measurement-18-short-contact',
  },
  correctMeasurement: { filled: 'measurement-09-correction' },
  newOlderMeasurement: { refused: 'measurement-14-older-differs' },
  measurement: { report: 'measurement-report', signed: 'measurement-07-report', corrected: 'measurement-11-corrected-report', 'older method': 'measurement-15-older-report', 'saved as PDF': '50-measurement-report-saved' },
  sign: { 'a guest signs': 'measurement-04-sign', refused: 'measurement-05-sign-incomplete', 'hand it back': 'measurement-05-hand-back', drawn: 'measurement-10-drawn', 'everybody has been': 'measurement-06-signed' },
  newIntake: { empty: 'intake-empty', refused: 'intake-errors', 'with its proposal': 'intake-decision', kept: 'intake-kept' },
  intake: { 'of an earlier form': 'intake-view' },
  newPlan: { filled: 'plan-form' },
  plan: { 'not agreed yet': 'plan-view', 'an outcome': 'plan-outcome', agreed: 'plan-agreed' },
  placement: { refused: 'placement-01-errors', 'a proefplaatsing': 'placement-04-trial', filled: 'placement-02-filled' },
  employer: { filled: 'placement-03-employer' },
  newAppointment: { refused: 'day-02-appointment-errors', kept: 'day-03-appointment-kept' },
  indication: { 'something is missing': '51-indication-missing', complete: '52-indication' },
  coaching: { filled: 'coaching' },
  'new coaching': { refused: 'coaching-grant' },
  'new coachingPlan': { empty: 'coaching-plan' },
  'new coachingReport': { filled: 'coaching-report' },
  'new coachingEnd': { empty: 'coaching-end' },
  correctCoachingReport: { refused: 'coaching-report-correction' },
  coachingPlan: { filled: 'coaching-plan-view' },
  coachingReport: { filled: 'coaching-report-view', 'two side by side': 'coaching-report-beside' },
  groupVisit: { 'whom': 'group-choose', people: 'group-people', empty: 'group-empty', refused: 'group-refused', filled: 'group-filled', kept: 'group-kept', 'a name of another': 'group-name' },
  coachWeek: { filled: 'coach-week', empty: 'caseload-empty-mijn-uren' },
  search: { found: 'day-08-search', 'nothing found': 'day-09-search-nothing', empty: 'caseload-empty-zoeken' },
  agenda: { filled: 'day-01-agenda', empty: 'caseload-empty-agenda' },
  due: { jobcoach: 'day-04-due-jobcoach', consultant: 'day-05-due-consultant', expert: 'day-06-due-expert', empty: 'caseload-empty-te-doen' },
  week: { 'this week': '30-week', 'another week': '31-week-before', 'file saved': '32-week-exported', empty: 'manager-', 'for another role': 'caseload-week' },
  administration: { filled: '40-administration', 'a document open': '41-administration-document', empty: 'administrator-' },
  regionDocument: { changed: 'form-editor', wrong: 'form-publish-wrong', 'words of the region': 'words-editor', 'tried out': 'form-publish-preview' },
  lksTable: { refused: 'measurement-16-table-errors', filled: 'measurement-17-table' },
  unsent: { waiting: '13-unsent-waiting', 'sign in first': '14-unsent-not-believed', 'refused and in conflict': 'unsent', 'signed out': 'signed-out-niet-verstuurd', empty: 'caseload-empty-niet-verstuurd' },
  conflictInFile: { 'of a colleague': 'people-02-conflict-of-colleague', decided: 'people-03-conflict-decided' },
  conflict: { 'nothing chosen': 'conflict-missing', chosen: 'conflict', decided: 'conflict-decided' },
  settings: { filled: '15-settings', 'in English': 'settings-en', certificate: 'measurement-01-certificate' },
} as const satisfies Readonly<Record<Screen, Readonly<Record<string, string>>>>;

/** What stands before or over any address. */
export const looksAnywhere = {
  'sign in': 'sign-in', 'sign in, no connection': 'first-use-offline', 'sign in, not a demo': 'not-a-demo', 'choose a passphrase': '02-choose-passphrase', 'passphrase too short': '03-choose-passphrase-too-short',
  'who are you': 'two-accounts', locked: 'unlock', 'wrong passphrase': 'wrong-passphrase', 'wait after wrong ones': 'wrong-passphrase-wait', 'storage does not open': 'broken-storage',
  'key is gone': 'no-device-secret', 'sign in to unlock': 'sign-in-needed', 'too old for this device': 'below-floor', 'browser too old for this device': 'below-floor-browser', help: 'day-07-help', 'no such page': '16-not-found',
} as const;

const screenOfLook = new Map<string, Screen>(Object.entries(looks).flatMap(([screen, states]) => Object.values(states).map((name) => [name, screen as Screen] as const)));

/** What is looked at under a name of the table is the screen that the table says. */
export function expectScreenOf(page: Page, name: string): void {
  const screen = screenOfLook.get(name);
  if (screen !== undefined) expect.soft(new URL(page.url()).pathname, `${name} is a look at ${screen}`).toMatch(addressOf(screen));
}

const anyId = '§';

function addressOf(screen: Screen): RegExp {
  const everyPath: Readonly<Record<string, unknown>> = { ...paths, ...Object.fromEntries(Object.entries(paths.newCoachingRecord).map(([kind, path]) => [`new ${kind}`, path])) };
  const path = everyPath[screen];
  const address = typeof path === 'function' ? (path as (...ids: readonly string[]) => string)(anyId, anyId, anyId) : String(path);
  return new RegExp(`^${(address.split('?')[0] ?? '').replaceAll(anyId, '[^/]+')}$`);
}
