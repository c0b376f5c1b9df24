// @vitest-environment jsdom
import { afterEach, beforeAll, afterAll, describe, expect, it, vi } from 'vitest';
import type { DossierView } from '#renderer/data/views.ts';
import { GuardProvider } from '#renderer/components/form/text-guard.tsx';
import { IndicationPage } from '#renderer/features/report/indication-page.tsx';
import { ReportButtons } from '#renderer/features/report/report-buttons.tsx';
import { bundledGuardWords } from '#shared/domain/guard/bundled-guard-words.ts';
import { sensitiveFinder } from '#shared/domain/guard/find-sensitive.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import { abilitiesSchema, consentSchema } from '#shared/domain/records/candidate-file.ts';
import { bsnGroupSchema, contactSchema, statusSchema } from '#shared/domain/records/candidate.ts';
import { measurementReport } from '#shared/reports/measurement-report.ts';
import { aMeasurement } from '../../support/reports/a-measurement.ts';
import { plantedBsn } from '../../support/reports/planted-text.ts';
import { aDossier, principalOf, sanne } from '../../support/forms/a-dossier.ts';
import { addressOf, announced, click, closePage, desk, openPage, screenText, turn, type Desk } from '../../support/forms/open-page.tsx';

const mehmet = principalOf('consultant', 'consulent-mehmet', 'Mehmet Yilmaz');

function dossierWith(groups: Groups<'candidate'>): DossierView {
  const dossier = aDossier();
  if (dossier.candidate === null) throw new Error('the file has no candidate');
  return aDossier({ candidate: { ...dossier.candidate, groups: { ...dossier.candidate.groups, ...groups } } });
}

const whole: Groups<'candidate'> = {
  bsn: bsnGroupSchema.parse({ bsn: plantedBsn }),
  contact: contactSchema.parse({ phone: '', email: '', street: 'Waalkade 1', postcode: '6511 XR', place: 'Nijmegen' }),
  status: statusSchema.parse({ regeling: 'participatiewet', candidateGroup: 3, labourMarketRelation: 'werk', selfReliance: 3, prioritair: false }),
  consent: consentSchema.parse({ sharing: [{ party: 'uwv', form: 'schriftelijk', givenOn: '2026-03-02', withdrawnOn: null }] }),
  abilities: abilitiesSchema.parse({ can: 'Werkt nauwkeurig.', helps: '', limits: '' }),
};

/** What a browser hands over to its downloads, and what the device wrote down before and after. */
function watched(on: Desk, { reveals = true } = {}): { readonly happened: string[]; readonly files: Blob[] } {
  const happened: string[] = [];
  const files: Blob[] = [];
  Object.assign(on.device, {
    noteReveal: () => (reveals ? Promise.resolve(void happened.push('revealed')) : Promise.reject(new Error('disk'))),
    noteExport: ({ name }: { readonly name: string }) => Promise.resolve(void happened.push(`exported ${name}`)),
  });
  URL.createObjectURL = (blob) => {
    files.push(blob as Blob);
    happened.push('handed over');
    return 'blob:test';
  };
  return { happened, files };
}

// jsdom follows the address of a link; a browser's download needs no page for it.
beforeAll(() => vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined));
afterAll(() => vi.restoreAllMocks());
afterEach(closePage);

describe('the request to UWV on the screen', () => {
  it('says what is missing, and offers no file', async () => {
    await openPage(<IndicationPage />, desk(mehmet, dossierWith({ ...whole, consent: consentSchema.parse({ sharing: [] }) })), addressOf('indicatie'));
    expect(document.querySelector('a[aria-label^="Vul in: Toestemming"]')?.getAttribute('href')).toMatch(/\/wijzigen\/toestemming$/);
    expect(screenText()).toContain('Toestemming om gegevens met UWV te delen.');
    expect(screenText()).not.toContain('Aanvraag als PDF');
  });

  it('shows what will be sent with the BSN covered', async () => {
    await openPage(<IndicationPage />, desk(mehmet, dossierWith(whole)), addressOf('indicatie'));
    expect(screenText()).toContain('Waalkade 1, 6511 XR Nijmegen');
    expect(screenText()).toContain('Het is het enige stuk met een BSN.');
    expect(screenText()).not.toContain(plantedBsn);
  });

  it('notes that the BSN is taken along before the file is there', async () => {
    const on = desk(mehmet, dossierWith(whole));
    const { happened, files } = watched(on);
    await openPage(<IndicationPage />, on, addressOf('indicatie'));
    await click('Aanvraag als gegevensbestand (JSON)');
    expect(happened).toEqual(['revealed', 'handed over', 'exported indicatieaanvraag-2026-11-20-dossier-fatima.json']);
    expect(JSON.parse((await files[0]?.text()) ?? '')).toMatchObject({ format: 'veldwerk-indicatieaanvraag', kind: 'banenafspraak', candidate: { bsn: plantedBsn } });
    expect(announced()).toContain('staat bij je downloads');
  });

  it('warns of what seems medical in a file that leaves, and makes it all the same', async () => {
    const on = desk(mehmet, dossierWith({ ...whole, abilities: abilitiesSchema.parse({ can: 'Hij heeft een depressie gehad.', helps: '', limits: '' }) }));
    const { files } = watched(on);
    await openPage(<GuardProvider finder={sensitiveFinder(bundledGuardWords)}><IndicationPage /></GuardProvider>, on, addressOf('indicatie'));
    await click('Aanvraag als gegevensbestand (JSON)');
    expect(files).toHaveLength(1);
    expect(announced()).toContain('In dit stuk lijkt een medisch gegeven te staan: ‘depressie’.');
  });

  it('makes no file when that cannot be noted', async () => {
    const on = desk(mehmet, dossierWith(whole));
    const { happened } = watched(on, { reveals: false });
    await openPage(<IndicationPage />, on, addressOf('indicatie'));
    await click('Aanvraag als gegevensbestand (JSON)');
    expect(happened).toEqual([]);
    expect(announced()).toContain('kon niet worden gemaakt');
  });

  it('is not for who may not see a BSN', async () => {
    await openPage(<IndicationPage />, desk(sanne, dossierWith(whole)), addressOf('indicatie'));
    expect(screenText()).not.toContain('Indicatie aanvragen');
  });
});

describe('the button of a report', () => {
  it('says in plain words that the PDF could not be made, and can be pressed again', async () => {
    // There is no Worker here: what happens when a part of the app cannot be loaded.
    await openPage(<ReportButtons reports={[{ id: 'loonwaarderapport', make: () => measurementReport(aMeasurement()) }]} />, desk(sanne, aDossier()), addressOf('metingen/m'));
    await click('Loonwaarderapport als PDF');
    await turn();
    expect(announced()).toBe('De PDF kon niet worden gemaakt. Probeer het opnieuw. Lukt het weer niet? Start Veldwerk dan opnieuw; wat is vastgelegd, blijft staan.');
    expect(document.querySelector('button')?.getAttribute('aria-disabled')).toBe('false');
  });

  it('is not there when there is nothing to make', async () => {
    await openPage(<ReportButtons reports={[]} />, desk(sanne, aDossier()), addressOf('metingen/m'));
    expect(screenText()).not.toContain('Op papier');
  });
});
