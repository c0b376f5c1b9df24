export { simulate } from './run.ts';
export { plants } from './plants/plants.ts';
export { faultNames } from './world/faults.ts';
