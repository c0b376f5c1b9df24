import { renderApp } from '#renderer/app/render-app.tsx';
import { busiest, scenarios, standInApp, type Scenario, type ScenarioName } from '../scenarios.ts';
import { demoDossiers } from '../region-views.ts';

/** The scenario is named by the test before the page loads; by hand: `sessionStorage.scenario = 'unsent'`. */
const name = (sessionStorage.getItem('scenario') ?? 'first-use') as ScenarioName;
const scenario: Scenario = scenarios[name];
const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no element #app');
const { dependencies, unlocked } = standInApp(scenario);
Object.assign(window, { standIn: unlocked, aBusyFile: () => busiest(demoDossiers(240)).dossierId });
renderApp(root, dependencies);
