import { expect } from '@playwright/test';
import { typed } from '../days.ts';
import type { Keys } from '../keys.ts';

export interface FourTasks {
  readonly visitedOn: string;
  /** Null: what the placement says stays. */
  readonly contractBeganOn: string | null;
  readonly contactPerson: string;
  readonly employeeView: string;
  readonly employerView: string;
  readonly tasks: readonly { readonly name: string; readonly aandeel: string; readonly tempo: string; readonly kwaliteit: string; readonly nettoWerktijd: string; readonly because: readonly string[] }[];
}

/** 40 × 87.5 + 30 × 80 × 90 + 20 × 95 + 10: 35 + 21.6 + 19 + 10 = 85.60, so 86 % once rounded */
export const eightySixPerCent = (visitedOn: string, contractBeganOn: string | null = null): FourTasks => ({
  visitedOn,
  contractBeganOn,
  contactPerson: 'Joris van Dam',
  employeeView: 'Ik herken dit.',
  employerView: 'Klopt met wat wij zien.',
  tasks: [
    { name: 'Sorteren', aandeel: '40', tempo: '70/80', kwaliteit: '100', nettoWerktijd: '100', because: [] },
    { name: 'Inpakken', aandeel: '30', tempo: '80', kwaliteit: '90', nettoWerktijd: '100', because: ['Zoekt de dozen bij elkaar.', 'Plakt het etiket soms scheef.'] },
    { name: 'Etiketteren', aandeel: '20', tempo: '100', kwaliteit: '100', nettoWerktijd: '95', because: ['Neemt een extra pauze.'] },
    { name: 'Opruimen', aandeel: '10', tempo: '100', kwaliteit: '100', nettoWerktijd: '100', because: [] },
  ],
});

/** On the page of a new measurement, whose employer and function the placement has filled in. Ends before keeping. */
export async function measureByKeyboard(keys: Keys, measurement: FourTasks): Promise<void> {
  await keys.fill('Datum van het bedrijfsbezoek', typed(measurement.visitedOn));
  await keys.fill('Contactpersoon', measurement.contactPerson);
  await keys.fill('Normfunctie', 'Productiemedewerker');
  await keys.fill('Contracturen per week', '32');
  await keys.fill('Voltijd per week', '36');
  await keys.fill('Werkdagen per week', '4');
  if (measurement.contractBeganOn !== null) await keys.fill('Begin van het contract', typed(measurement.contractBeganOn));
  for (const [index, task] of measurement.tasks.entries()) {
    if (index > 0) {
      // From anywhere in the list.
      await keys.press('Alt+Enter');
      await expect(keys.page.getByRole('group', { name: `Hoofdtaak ${index + 1}`, exact: true }).getByLabel('Taak', { exact: true })).toBeFocused();
    }
    await keys.fill('Taak', task.name);
    for (const [label, value] of [['Aandeel %', task.aandeel], ['Tempo %', task.tempo], ['Kwaliteit %', task.kwaliteit], ['Netto werktijd %', task.nettoWerktijd]] as const) await keys.fill(label, value);
    await keys.press('Tab');
    for (const because of task.because) {
      await keys.tabTo(/^Toelichting bij/);
      await keys.type(because);
      await keys.press('Tab');
    }
  }
  await keys.fill('Zienswijze van de werknemer', measurement.employeeView);
  await keys.fill('Zienswijze van de werkgever', measurement.employerView);
}
