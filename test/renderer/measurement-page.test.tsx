// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MeasurementPage } from '#renderer/features/measurement/measurement-page.tsx';
import { MeasurementView } from '#renderer/features/measurement/measurement-view.tsx';
import type { RecordView } from '#renderer/data/views.ts';
import type { Groups } from '#shared/domain/kinds.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { judgeRecord } from '#shared/domain/judge.ts';
import { aDossier, dossierId, ineke } from '../support/forms/a-dossier.ts';
import { addressOf, announced, box, click, closePage, desk, leave, openPage, press, screenText, type, type Desk } from '../support/forms/open-page.tsx';

const open = async (on: Desk) => openPage(<MeasurementPage />, on, addressOf('meting/nieuw'));
const figure = (): string => document.querySelector('.panel__figure')?.textContent ?? '';

async function typeTask(position: number, [name, aandeel, tempo, kwaliteit, nettoWerktijd]: readonly [string, string, string, string, string]): Promise<void> {
  await type(`hoofdtaken-${position}-name`, name);
  await type(`hoofdtaken-${position}-aandeel`, aandeel);
  await type(`hoofdtaken-${position}-tempo`, tempo);
  await type(`hoofdtaken-${position}-kwaliteit`, kwaliteit);
  await type(`hoofdtaken-${position}-nettoWerktijd`, nettoWerktijd);
}

async function typeFacts(): Promise<void> {
  await type('contactPerson', 'T. Peters');
  await type('normFunction', 'Medewerker groenvoorziening');
  await type('fullTimeHours', '36');
  await type('workingDaysPerWeek', '4');
  await type('employeeView', 'Klopt voor mij.');
  await type('employerView', 'Herkenbaar.');
}

const measured = (recordId: string, groups: Groups<'measurement'>): RecordView<'measurement'> => ({
  kind: 'measurement', recordId: recordId as RecordId, dossierId, createdBy: ineke.userId, groups, versions: {}, changes: {}, status: { kind: 'on-server', receivedAtMs: null },
});

async function keepOne(on: Desk): Promise<Required<Groups<'measurement'>>> {
  await open(on);
  await typeFacts();
  await typeTask(0, ['Schoffelen', '50', '70', '90', '100']);
  await type('hoofdtaken-0-tempoExplanation', 'Werkt rustig door.');
  await type('hoofdtaken-0-kwaliteitExplanation', 'Laat soms wortels staan.');
  await click('Hoofdtaak toevoegen');
  await typeTask(1, ['Blad ruimen', '50', '110', '100', '100']);
  await press('Enter', { ctrl: true });
  return on.kept[0]?.groups as Required<Groups<'measurement'>>;
}

// Whole pages in a browser made of JavaScript, beside a compiler and a database on two cores.
vi.setConfig({ testTimeout: 30_000 });
afterEach(closePage);

describe('a measurement while it is typed', () => {
  it('shows the loonwaarde and what is still to be divided with every number', async () => {
    await open(desk(ineke, aDossier()));
    expect(figure()).toBe('Nog niet bekend');
    await typeTask(0, ['Schoffelen', '80', '70', '90', '100']);
    expect(screenText()).toContain('De aandelen zijn samen 80 %. Verdeel nog 20 %.');
    await type('hoofdtaken-0-aandeel', '120');
    expect(screenText()).toContain('De aandelen zijn samen 120 %. Dat is 20 % te veel.');
    await type('hoofdtaken-0-aandeel', '100');
    expect(figure()).toBe('63 %');
    expect(screenText()).toContain('Taak 1: 100 % × 70 % × 90 % × 100 % = 63,00 %');
    expect(screenText()).toContain('Eén keer afgerond: 63 %');
  });

  it('turns counts into the tempo and keeps what was counted as its explanation', async () => {
    await open(desk(ineke, aDossier()));
    await typeTask(0, ['Inpakken', '100', '70/80', '90', '100']);
    await type('hoofdtaken-0-tempo', '70/80');
    await leave();
    expect(box('hoofdtaken-0-tempo').value).toBe('87,5');
    expect(box('hoofdtaken-0-tempoExplanation').value).toBe('Geteld: 70 van 80.');
    expect(figure()).toBe('79 %');
  });

  it('never touches words that stand there already', async () => {
    await open(desk(ineke, aDossier()));
    await type('hoofdtaken-0-tempo', '80');
    await type('hoofdtaken-0-tempoExplanation', 'Eigen woorden');
    await type('hoofdtaken-0-tempo', '70/80');
    await leave();
    expect(box('hoofdtaken-0-tempoExplanation').value).toBe('Eigen woorden');
  });

  it('shows the subsidy with its working and where the figures come from', async () => {
    await open(desk(ineke, aDossier()));
    await typeFacts();
    await typeTask(0, ['Schoffelen', '100', '70', '90', '100']);
    expect(screenText()).toMatch(/€\s[\d.]+,\d\d per maand/);
    expect(screenText()).toContain('Wet minimumloon');
    expect(screenText()).toContain('Dit is een advies. De gemeente beslist.');
  });

  it('asks once about double counting, and wants an answer where the words are the same', async () => {
    const on = desk(ineke, aDossier());
    await open(on);
    await typeFacts();
    await typeTask(0, ['Schoffelen', '100', '80', '80', '100']);
    expect(screenText().match(/Is dezelfde beperking niet dubbel geteld\?/g)).toHaveLength(1);
    await type('hoofdtaken-0-tempoExplanation', 'Snel moe');
    await type('hoofdtaken-0-kwaliteitExplanation', 'snel moe');
    expect(screenText()).toContain('De toelichtingen zijn gelijk.');
    await press('Enter', { ctrl: true });
    expect(on.kept).toEqual([]);
    act(() => box('hoofdtaken-0-countedOnce').click());
    await press('Enter', { ctrl: true });
    expect(on.kept).toHaveLength(1);
    expect(on.kept[0]?.groups['tasks']).toMatchObject({ hoofdtaken: [{ countedOnce: true }] });
  });

  it('of the same work begins with the tasks and shares of then, and none of the numbers, as long as nothing was typed', async () => {
    const groups = await keepOne(desk(ineke, aDossier()));
    closePage();
    const earlier = measured('earlier', groups);
    await open(desk(ineke, aDossier({ measurements: [earlier] })));
    await click('Begin met de taken en aandelen van toen');
    expect(['name', 'aandeel', 'tempo', 'kwaliteit', 'nettoWerktijd'].map((field) => box(`hoofdtaken-0-${field}`).value)).toEqual(['Schoffelen', '50', '', '', '']);
    expect([box('hoofdtaken-1-name').value, box('hoofdtaken-1-aandeel').value, box('hoofdtaken-1-tempo').value]).toEqual(['Blad ruimen', '50', '']);
    expect(announced()).toBe('Er staan 2 hoofdtaken klaar, zonder getallen van toen.');
    expect(screenText()).not.toContain('Begin met de taken en aandelen van toen');
  });

  it('offers a next measurement in one to three years', async () => {
    await open(desk(ineke, aDossier()));
    await click('Over 2 jaar: 20-11-2028');
    expect(box('nextMeasurementOn').value).toBe('20-11-2028');
  });
});

describe('making it final', () => {
  it('says before that it never changes after, and what is wrong with shares of 95 %', async () => {
    const on = desk(ineke, aDossier());
    await open(on);
    expect(screenText()).toContain('Na het vastleggen verandert deze meting niet meer, ook niet door jou.');
    await typeFacts();
    await typeTask(0, ['Schoffelen', '95', '100', '100', '100']);
    await press('Enter', { ctrl: true });
    expect(on.kept).toEqual([]);
    expect(screenText()).toContain('De aandelen zijn samen 95 %. Dat moet precies 100 % zijn.');
    expect(box('hoofdtaken-0-aandeel').value).toBe('95');
  });

  it('keeps exactly what was shown, and says that it is final', async () => {
    const on = desk(ineke, aDossier());
    const groups = await keepOne(on);
    expect(groups.result).toMatchObject({ sum: '81.50', loonwaarde: 82, visitedOn: '2026-11-20', finalisedOn: '2026-11-20', corrects: null });
    expect(groups.facts).toMatchObject({ expertId: 'expert-ineke', expertName: 'Ineke Willems', employerId: 'employer-green', birthDate: '1990-05-04', contractHours: 28.5 });
    expect(judgeRecord('measurement', groups)).toEqual([]);
    expect(screenText()).toContain('Meting vastgelegd');
    expect(screenText()).toContain('Fatima el Amrani: loonwaarde 82 %');
    expect(screenText()).toContain('Deze meting is definitief en verandert niet meer.');
    expect(announced()).toBe('Opgeslagen op dit apparaat, nog niet verstuurd');
  });
});

describe('a measurement that was corrected apart on two devices', () => {
  it('says so on each version, which of them counts, and where the other is; and takes itself out of the way when one was made of them', async () => {
    const on = desk(ineke, aDossier());
    const groups = await keepOne(on);
    closePage();
    const correcting = (recordId: string, corrects: string, loonwaarde: number, more: object = {}) => measured(recordId, { ...groups, result: { ...groups.result, loonwaarde, corrects: corrects as RecordId, ...more } });
    const first = measured('first', groups);
    const [mine, theirs] = [correcting('a-mine', 'first', 80), correcting('b-theirs', 'first', 84)];
    const measurements = [theirs, mine, first];
    const read = async (record: RecordView<'measurement'>, all = measurements) => {
      await openPage(<MeasurementView dossier={aDossier({ measurements: all })} record={record} status="" />, on, addressOf(`metingen/${record.recordId}`));
      const text = screenText();
      closePage();
      return text;
    };
    const [ofMine, ofTheirs, ofFirst] = [await read(mine), await read(theirs), await read(first)];
    expect(ofMine).toContain('Dit is versie 2a; er staat nog een versie naast');
    expect(ofMine).toContain('Voor de cijfers en de volgende meting telt versie 2b, niet deze.');
    expect(ofMine).toContain('Versie 2b van 20 november 2026: 84 %');
    expect(ofTheirs).toContain('Voor de cijfers en de volgende meting telt deze, versie 2b.');
    expect(ofTheirs).toContain('Versie 2a van 20 november 2026: 80 %');
    expect(ofFirst).toContain('Dit is versie 1; de meting is verbeterd');
    for (const words of ['Versie 2a van', 'Versie 2b van']) expect(ofFirst).toContain(words);
    const one = correcting('one', 'b-theirs', 83, { alsoReplaces: ['a-mine'] });
    expect(await read(mine, [one, ...measurements])).toContain('Dit is versie 2a; de meting is verbeterd');
    expect(await read(one, [one, ...measurements])).not.toContain('er staat nog een versie naast');
  });
});

describe('the report', () => {
  it('shows facts, hoofdtaken, explanations, views and result, and neither BSN nor more than the reader may see', async () => {
    const on = desk(ineke, aDossier());
    const groups = await keepOne(on);
    closePage();
    const record: RecordView<'measurement'> = { kind: 'measurement', recordId: 'record-new' as RecordId, dossierId, createdBy: ineke.userId, groups, versions: {}, changes: {}, status: { kind: 'kept', keptAtMs: 0 } };
    await openPage(<MeasurementView dossier={aDossier()} record={record} status="Wordt verstuurd" />, on, addressOf('metingen/record-new'));
    for (const words of ['Deze meting is definitief', 'Wordt verstuurd', '82 %', 'Fatima el Amrani', '04-05-1990', 'Groenbedrijf De Waal', 'Schoffelen: kwaliteit', 'Laat soms wortels staan.', 'Klopt voor mij.', '81,50 %', 'per maand']) {
      expect(screenText()).toContain(words);
    }
    expect(screenText()).not.toMatch(/BSN/);
    closePage();
    await openPage(<MeasurementView dossier={aDossier()} record={{ ...record, groups: { result: groups.result } }} status="" />, on, addressOf('metingen/record-new'));
    expect(screenText()).toContain('82 %');
    expect(screenText()).not.toContain('Fatima');
  });
});
