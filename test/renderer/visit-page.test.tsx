// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { VisitPage } from '#renderer/features/visit/visit-page.tsx';
import type { Loaded } from '#renderer/data/live.ts';
import type { DossierView, Draft, SyncStatus } from '#renderer/data/views.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { aDossier, deskNowMs, dossierId, ineke, sanne } from '../support/forms/a-dossier.ts';
import { addressOf, announced, box, calm, choose, click, closePage, desk, leave, openPage, press, screenText, turn, type, type Desk } from '../support/forms/open-page.tsx';

const address = addressOf('bezoek/nieuw');
const open = async (on: Desk, at = address) => openPage(<VisitPage />, on, at);
const savedDraft = (changes: Partial<Draft> = {}): Draft => ({ draftId: 'draft-1', dossierId, form: 'visit', savedAtMs: deskNowMs - 60 * 60_000, values: { heldOn: '19-11-2026', observations: 'Half geschreven' }, ...changes });
const onlyDraft = (on: Desk): Draft | undefined => [...on.drafts.values()][0];

async function typeWholeVisit(): Promise<void> {
  await type('beganAt', '930');
  await type('durationMinutes', '1:30');
  await type('activity', 'evaluatie');
  await type('observations', 'Werkt zelfstandig.');
  await choose('place', 'werkplek');
  await choose('attendees', 'werknemer');
  await choose('risk', 'goed');
}

// Whole pages in a browser made of JavaScript, beside a compiler and a database on two cores.
vi.setConfig({ testTimeout: 30_000 });
afterEach(closePage);

describe('a visit while it is typed', () => {
  it('says nothing about saving before anything was typed', async () => {
    const on = desk(sanne, aDossier());
    await open(on);
    expect(screenText()).not.toContain('opgeslagen');
    expect(on.drafts.size).toBe(0);
    await press('s', { ctrl: true });
    expect(announced()).toBe('Je hebt nog niets ingevuld. Er is niets om op te slaan.');
  });

  it('says "Bezig met opslaan…" from the first letter, and the time once the device has it', async () => {
    const on = desk(sanne, aDossier());
    await open(on);
    await type('observations', 'Werkt');
    expect(screenText()).toContain('Bezig met opslaan…');
    await leave();
    expect(screenText()).toContain('Concept opgeslagen op dit apparaat om 14:32');
    expect(onlyDraft(on)?.values).toMatchObject({ observations: 'Werkt', heldOn: '20-11-2026' });
  });

  it('begins anew for whoever comes back to the address of what they kept', async () => {
    const on = desk(sanne, aDossier());
    await open(on, `${address}?concept=visit-october`);
    await type('observations', 'Een ander bezoek');
    await leave();
    expect([...on.drafts.values()].map(({ draftId, values }) => [draftId === 'visit-october', values['observations']])).toEqual([[false, 'Een ander bezoek']]);
  });

  it('is not recorded while nobody said what a photo shows, and says which; a photo that the disk damaged can only be taken away', async () => {
    const on = desk(sanne, aDossier());
    const photo = { sizeBytes: 1, addedAtMs: deskNowMs, people: [], description: '', isDamaged: false };
    on.photos.set([{ ...photo, attachmentId: 'photo-1' as RecordId, isDamaged: true }, { ...photo, attachmentId: 'photo-2' as RecordId }]);
    await open(on);
    expect(screenText()).toContain('Foto 1 is op dit apparaat beschadigd');
    await typeWholeVisit();
    expect(screenText()).not.toContain('Schrijf wat er op deze foto staat.');
    await press('Enter', { ctrl: true });
    expect(on.kept).toEqual([]);
    expect(screenText()).toContain('Foto 2: Schrijf wat er op deze foto staat.');
    await type('photoDescription-photo-2', 'De inpaktafel');
    await press('Enter', { ctrl: true });
    expect(on.kept).toHaveLength(1);
  });

  it('[F13] stays on the screen, and can be kept, when the browser throws the database away under it', async () => {
    const on = desk(sanne, aDossier());
    await open(on);
    await type('observations', 'Half getypt');
    // Closed; then an empty one in its place, with what the journal gave back; then all of it is fetched again.
    const emptied = { ...aDossier(), candidate: null, records: [] };
    for (const [status, dossier] of [
      [{ isReadable: false }, { kind: 'failed' }], [{ isReadable: false }, { kind: 'ready', value: null }], [{ lastPullAtMs: null }, { kind: 'ready', value: null }],
      [{ lastPullAtMs: null }, { kind: 'ready', value: emptied }], [{}, { kind: 'ready', value: aDossier() }],
    ] as const) {
      act(() => on.syncStatus.set({ ...calm, ...status }));
      act(() => on.dossier.set(dossier));
      await turn();
      expect(box('observations').value).toBe('Half getypt');
    }
    // A file that is no longer this person's goes off the screen.
    act(() => on.dossier.set({ kind: 'ready', value: null }));
    await turn();
    expect(screenText()).toContain('Misschien hoort deze kandidaat niet (meer) bij jou');
  });

  it('[F13] [F23] goes off the screen when the database was thrown away and the file was withdrawn meanwhile, once the server said so, and the words can be taken along', async () => {
    const on = desk(sanne, aDossier());
    await open(on);
    await type('observations', 'Half getypt');
    await leave();
    const see = async (status: Partial<SyncStatus>, dossier: Loaded<DossierView | null>) => {
      act(() => on.syncStatus.set({ ...calm, ...status }));
      act(() => on.dossier.set(dossier));
      await turn();
    };
    const nothing = { kind: 'ready', value: null } as const;
    await see({ isReadable: false }, { kind: 'failed' });
    await see({ lastPullAtMs: null }, nothing);
    // Everything was fetched; the file may still be read in this very moment.
    await see({ lastPullAtMs: 1_000 }, nothing);
    expect(box('observations').value).toBe('Half getypt');
    await see({ lastPullAtMs: 1_000, phase: 'sending' }, nothing);
    expect(box('observations').value).toBe('Half getypt');
    await see({ lastPullAtMs: 2_000 }, nothing);
    expect(document.getElementById('field-observations')).toBeNull();
    expect(screenText()).toContain('Misschien hoort deze kandidaat niet (meer) bij jou');
    expect(screenText()).toContain('Wat je typte, blijft op dit apparaat tot jij het weggooit.');
    expect(screenText()).toContain('Half getypt');
    expect(onlyDraft(on)?.values).toMatchObject({ observations: 'Half getypt' });
    // The next pull changes nothing, and a file that comes back is there again.
    await see({ lastPullAtMs: 3_000 }, nothing);
    expect(screenText()).toContain('Half getypt');
    await see({ lastPullAtMs: 4_000 }, { kind: 'ready', value: aDossier() });
    expect(box('observations').value).toBe('Half getypt');
  });

  it('[F13] is not begun in a file that has to be fetched again, and nobody is told that it is not theirs', async () => {
    const on = desk(sanne, { ...aDossier(), candidate: null, records: [] });
    on.syncStatus.set({ ...calm, lastPullAtMs: null });
    await open(on);
    expect(screenText()).toContain('De dossiers zijn nog niet opgehaald bij de server');
    expect(screenText()).not.toContain('Jouw rol');
  });

  it('saves what cannot be read yet just as well', async () => {
    const on = desk(sanne, aDossier());
    await open(on);
    await type('heldOn', '20-11-20226');
    await leave();
    expect(onlyDraft(on)?.values).toMatchObject({ heldOn: '20-11-20226' });
    expect(screenText()).toContain('Kijk naar het jaar: dat heeft vier cijfers en ligt tussen 1900 en 2100.');
    expect(box('heldOn').value).toBe('20-11-20226');
    expect(box('heldOn').getAttribute('aria-invalid')).toBe('true');
  });

  it('does not blame for what is still empty before keeping is tried', async () => {
    await open(desk(sanne, aDossier()));
    await type('beganAt', '');
    await leave();
    expect(screenText()).not.toContain('Vul een tijd in.');
  });

  it('saves at once on Ctrl+S and answers with the truth', async () => {
    const on = desk(sanne, aDossier());
    await open(on);
    await type('observations', 'Werkt');
    const pressed = await press('s', { ctrl: true });
    expect(pressed.defaultPrevented).toBe(true);
    expect(announced()).toBe('Concept opgeslagen op dit apparaat om 14:32');
    expect(onlyDraft(on)?.values).toMatchObject({ observations: 'Werkt' });
  });

  it('says so when the device cannot save, keeps the words, and saves them when it can again', async () => {
    const on = desk(sanne, aDossier());
    await open(on);
    on.diskRefuses = true;
    await type('observations', 'Werkt');
    await press('s', { ctrl: true });
    expect(announced()).toContain('Opslaan lukt niet op dit apparaat.');
    expect(screenText()).not.toContain('Concept opgeslagen');
    expect(box('observations').value).toBe('Werkt');
    const leaving = new Event('beforeunload', { cancelable: true });
    act(() => void window.dispatchEvent(leaving));
    expect(leaving.defaultPrevented).toBe(true);
    on.diskRefuses = false;
    await click('Probeer het opnieuw');
    expect(screenText()).toContain('Concept opgeslagen op dit apparaat om 14:32');
    expect(onlyDraft(on)?.values).toMatchObject({ observations: 'Werkt' });
  });

  it('is saved before the device locks, without waiting for the pause', async () => {
    const on = desk(sanne, aDossier());
    await open(on);
    await type('observations', 'Nog niet klaar');
    await act(async () => {
      for (const save of on.beforeLock) await save();
    });
    expect(onlyDraft(on)?.values).toMatchObject({ observations: 'Nog niet klaar' });
  });

  it('is saved when the window is hidden and when the page is left', async () => {
    const on = desk(sanne, aDossier());
    await open(on);
    await type('observations', 'Een');
    act(() => void window.dispatchEvent(new Event('pagehide')));
    await turn();
    expect(onlyDraft(on)?.values).toMatchObject({ observations: 'Een' });
    await type('observations', 'Twee');
    closePage();
    await turn();
    expect(onlyDraft(on)?.values).toMatchObject({ observations: 'Twee' });
  });

  it('stays when Esc is pressed', async () => {
    const on = desk(sanne, aDossier());
    await open(on);
    await type('observations', 'Werkt');
    await press('Escape');
    expect(box('observations').value).toBe('Werkt');
  });

  it('is not made by Enter in a line of text', async () => {
    const on = desk(sanne, aDossier());
    await open(on);
    await typeWholeVisit();
    act(() => box('beganAt').focus());
    await press('Enter');
    expect(on.kept).toEqual([]);
  });
});

describe('a draft that comes back', () => {
  it('is there with its time, whether its address or only its file is known', async () => {
    for (const at of [`${address}?concept=draft-1`, address]) {
      await open(desk(sanne, aDossier(), [savedDraft()]), at);
      expect(screenText()).toContain('Dit is je concept van vandaag 13:32. Je kunt verdergaan waar je was.');
      expect(box('observations').value).toBe('Half geschreven');
      expect(box('heldOn').value).toBe('19-11-2026');
      closePage();
    }
  });

  it('is the one of this form and file only', async () => {
    const elsewhere = [savedDraft({ form: 'measurement' }), savedDraft({ draftId: 'draft-2', dossierId: 'someone-else' as typeof dossierId })];
    await open(desk(sanne, aDossier(), elsewhere), `${address}?concept=draft-2`);
    expect(box('observations').value).toBe('');
  });

  it('can be left alone for a new one, and then stays in the file', async () => {
    const on = desk(sanne, aDossier(), [savedDraft()]);
    await open(on);
    await click('Begin een nieuw formulier');
    expect(box('observations').value).toBe('');
    expect(on.drafts.get('draft-1')?.values).toMatchObject({ observations: 'Half geschreven' });
  });

  it('survives whatever an older version left in it', async () => {
    await open(desk(sanne, aDossier(), [savedDraft({ values: { heldOn: 7, goals: 'geen', agreements: [null], sickLeave: 'ja' } })]));
    expect(box('heldOn').value).toBe('');
  });
});

describe('throwing a draft away', () => {
  it('happens at once and can be undone', async () => {
    const on = desk(sanne, aDossier());
    await open(on);
    await type('observations', 'Werkt');
    await leave();
    await click('Concept weggooien');
    expect(on.drafts.size).toBe(0);
    expect(screenText()).toContain('Je concept is weggegooid.');
    await click('Ongedaan maken');
    expect(box('observations').value).toBe('Werkt');
    expect(onlyDraft(on)?.values).toMatchObject({ observations: 'Werkt' });
  });
});

describe('keeping a visit', () => {
  it('lists what is wrong on top, says it beside each field, moves the focus there and loses nothing', async () => {
    const on = desk(sanne, aDossier());
    await open(on);
    await type('observations', 'Werkt');
    await press('Enter', { ctrl: true });
    expect(on.kept).toEqual([]);
    expect(screenText()).toContain('Er kloppen 6 dingen nog niet');
    expect(document.activeElement?.getAttribute('aria-labelledby')).toBe('form-errors-title');
    expect(announced()).toBe('Nog niet vastgelegd. Er kloppen 6 dingen nog niet.');
    expect(document.getElementById('field-beganAt-error')?.textContent).toBe('Vul een tijd in.');
    expect(box('observations').value).toBe('Werkt');
    await click('Begin: Vul een tijd in.');
    expect(document.activeElement).toBe(box('beganAt'));
    await click('Waar was het contact? Maak een keuze.');
    expect((document.activeElement as HTMLInputElement).value).toBe('werkplek');
  });

  it('asks for the next contact of someone who reported sick', async () => {
    const on = desk(sanne, aDossier());
    await open(on);
    await typeWholeVisit();
    act(() => box('sickLeave').click());
    await press('Enter', { ctrl: true });
    expect(screenText()).toContain('Er klopt 1 ding nog niet');
    expect(document.getElementById('field-nextContactOn-error')?.textContent).toBe('Bij een ziekmelding hoort een datum voor het volgende contact.');
    await type('nextContactOn', '+2w');
    await press('Enter', { ctrl: true });
    expect(on.kept[0]?.groups['facts']).toMatchObject({ sickLeave: true, nextContactOn: '2026-12-04' });
  });

  it('gives the device the whole record, takes the draft away, and says where it is', async () => {
    const on = desk(sanne, aDossier());
    await open(on);
    await typeWholeVisit();
    // What was agreed last time stands there, with the question what became of it.
    expect(box('agreements-0-what').value).toBe('Rooster maken');
    await type('agreements-0-outcome', 'nagekomen');
    await click('Afspraak toevoegen');
    await type('agreements-1-what', 'Bellen over de bus');
    await type('agreements-1-owner', 'jobcoach');
    expect(document.getElementById('field-agreements-1-outcome')).toBeNull();
    await press('Enter', { ctrl: true });
    expect(on.kept).toHaveLength(1);
    expect(on.kept[0]?.groups).toMatchObject({
      facts: { heldOn: '2026-11-20', beganAt: '09:30', durationMinutes: 90, candidateMinutes: 90, heldBy: 'jobcoach-sanne', placementId: 'placement-green', nextContactOn: null },
      note: {
        form: { id: 'visit', version: 3 },
        goals: [{ goal: 'Zelf de dag indelen', progress: 'loopt' }],
        agreements: [{ what: 'Rooster maken', owner: 'werkgever', dueOn: '2026-11-01', outcome: 'nagekomen' }, { what: 'Bellen over de bus', owner: 'jobcoach', dueOn: null, outcome: 'open' }],
      },
    });
    expect(on.drafts.size).toBe(0);
    expect(screenText()).toContain('Bezoek vastgelegd');
    expect(screenText()).toContain('Opgeslagen op dit apparaat, nog niet verstuurd');
    expect(announced()).toBe('Opgeslagen op dit apparaat, nog niet verstuurd');
    expect(document.activeElement?.textContent).toBe('Bezoek vastgelegd');
  });

  it('happens once, however often the keys are pressed', async () => {
    const on = desk(sanne, aDossier());
    await open(on);
    await typeWholeVisit();
    act(() => {
      for (let times = 0; times < 3; times += 1) window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
    });
    await turn();
    expect(on.kept).toHaveLength(1);
  });

  it('leaves no draft behind, whatever still happens on the page while a slow disk keeps it', async () => {
    const on = desk(sanne, aDossier());
    await open(on);
    await typeWholeVisit();
    let diskIsDone = (): void => undefined;
    on.slowDisk = new Promise((resolve) => {
      diskIsDone = resolve;
    });
    await press('Enter', { ctrl: true });
    expect(document.querySelector('form')?.hasAttribute('inert')).toBe(true);
    await type('observations', 'Te laat');
    diskIsDone();
    await turn();
    act(() => void window.dispatchEvent(new Event('pagehide')));
    await turn();
    expect(on.kept).toHaveLength(1);
    expect(on.drafts.size).toBe(0);
  });

  it('says that nothing was kept when the device refuses, and everything typed is still there', async () => {
    const on = desk(sanne, aDossier());
    await open(on);
    await typeWholeVisit();
    await leave();
    on.diskRefuses = true;
    await press('Enter', { ctrl: true });
    expect(screenText()).toContain('Vastleggen lukt niet: dit apparaat kan nu niet opslaan.');
    expect(screenText()).not.toContain('Opgeslagen op dit apparaat, nog niet verstuurd');
    expect(box('observations').value).toBe('Werkt zelfstandig.');
    on.diskRefuses = false;
    await press('Enter', { ctrl: true });
    expect(on.kept).toHaveLength(1);
  });

  it('is not offered to who may not write visits', async () => {
    await open(desk(ineke, aDossier()));
    expect(screenText()).toContain('Jouw rol legt geen bezoeken vast');
    expect(document.getElementById('field-heldOn')).toBeNull();
  });
});

describe('the next contact', () => {
  it('is suggested once the risk was chosen, and taken with one press', async () => {
    await open(desk(sanne, aDossier()));
    expect(screenText()).not.toContain('Kies 4');
    await choose('risk', 'let-op');
    await click('Kies 4 december 2026');
    expect(box('nextContactOn').value).toBe('04-12-2026');
    expect(document.activeElement).toBe(box('nextContactOn'));
    expect(screenText()).not.toContain('Kies 4');
  });
});

describe('goals and agreements', () => {
  it('are at most three goals, and taking one away can be undone where it stood', async () => {
    const on = desk(sanne, aDossier());
    await open(on);
    await click('Doel toevoegen');
    await type('goals-1-goal', 'Hulp vragen');
    await click('Doel toevoegen');
    expect([...document.querySelectorAll('button')].some((each) => each.textContent === 'Doel toevoegen')).toBe(false);
    act(() => document.querySelector<HTMLElement>('[aria-label="Doel 1 weghalen"]')?.click());
    await turn();
    expect(box('goals-0-goal').value).toBe('Hulp vragen');
    expect(screenText()).toContain('Doel 1 is weggehaald.');
    await click('Ongedaan maken');
    expect(box('goals-0-goal').value).toBe('Zelf de dag indelen');
    expect(box('goals-1-goal').value).toBe('Hulp vragen');
  });
});
