import '#renderer/platform/no-generated-code.ts';
import { renderApp, renderBelowFloor } from '#renderer/app/render-app.tsx';
import { scenarios, standInApp, type RegionData, type Scenario, type ScenarioName } from '../scenarios.ts';

/** The scenario is named by the test before the page loads; by hand: `sessionStorage.scenario = 'unsent'`. */
const name = (sessionStorage.getItem('scenario') ?? 'first-use') as ScenarioName;
const scenario: Scenario = scenarios[name];
const read = async <Value>(file: string): Promise<Value> => (await (await fetch(file)).json()) as Value;

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no element #app');
const region: RegionData = {
  ...(await read<Pick<RegionData, 'dossiers' | 'rows'>>('/region.json')),
  manyRows: name === 'caseload-15000' ? await read<RegionData['manyRows']>('/many-rows.json') : [],
};
const { dependencies, unlocked } = standInApp(scenario, region);
Object.assign(window, { standIn: unlocked });
if (scenario.below === undefined) renderApp(root, dependencies);
else renderBelowFloor(root, scenario.below);
