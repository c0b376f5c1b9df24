import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { FormDefinition } from '#shared/forms/form-definition.ts';
import { hashJson, type JsonValue } from '#shared/lib/canonical-json.ts';

const folder = new URL('../../shared/forms/', import.meta.url);

/**
 * Each version that was published, with the hash over its questions, its rules and its words; a new one is added when it is
 * published. A hash that differs is a question that changed under the answers that were given to it: make a new version.
 */
const published: Readonly<Record<string, string>> = {
  'appointment 1': '2347826071b3a8f6dd16c13399208742294343717c7ef65e696910284eee17a0',
  'candidateAbilities 1': '93e888c58c16ba2e351d55a5e440a11ea172110d69d397bbdf109ef9d6fbf474',
  'candidateAvailability 1': 'eeabc1ecb3d35f8b9f0d86e74b869abfe32d157e25d59687783ead702b51c84e',
  'candidateBsn 1': '7390470e8d8d248c6dbe95d73ee09fc852578c85f35c112b24f4aa8ec56f41df',
  'candidateClose 1': '4e843204322979f245c94883e638abae917ff8dd4d912ce2fefe805ce9bbcca8',
  'candidateConsent 1': '880ca5e0c1221a0013c4192f77997e9dae3b727ac4d9817605e1351fece439e0',
  'candidateContact 1': '49408c0456992841af449d04a1a79e4beb5c204a67ca2b25cef1aa1918eabeaf',
  'candidateEducation 1': '6545566baca5625f7a9feb6e5511b055250b0e9ae6a3418b7bf1ceac42e17d4b',
  'candidateExperience 1': 'db8916fcf95c1e336ae5c20526552cacd65cbbb9bc53b8cdefa58c74bdd49e1d',
  'candidateNew 1': 'a571a5bab5a9773441d5a81170f8b18e100f650382e2fab1cd6ceea0edeae2fc',
  'candidateObligations 1': '6f5490e85561ab2b530486e4cbb2c27070d0c002b935d00afc985229c9a6a936',
  'candidatePerson 1': '34d0855bbe9ed26ebfda1926cf9577e4a1f29480792358a42b54c1623eb1c2ae',
  'candidateRegister 1': 'c14329e912cf2987ebce4e314bff50331f48317d40083c99086e21fecbb48c65',
  'candidateRegistration 1': '21a6cf9e414af84591b0bc703550e629ab7e174f70097fea59aec2d225d6bd5b',
  'candidateStatus 1': '441c2d3521ad3b6ab194d778e7ad6cf923c399224c53238cf9d77f3952b41b61',
  'candidateWishes 1': '34f55eb2d51fd165aee64525e2cd27a36d2604b571a00429ffb6cf4004d935c6',
  'candidateYouth 1': '8c99ccd9536c3a8a8f6cdc7fd66e322b4ba54a33c320443c8de9d75411fd8da3',
  'coaching 1': '758b731387f84fe592f6fed624deaf6825ae06072b7be826433a3dcebd053583',
  'coachingEnd 1': 'c38fe9f3202f5b1d38e953e3697520918d37b53fe2fd95bd6e3afff3370d2e72',
  'coachingPlan 1': '4ddf59caa5219679dd2b8d1f2ba7c3f3fa45404e26a7804f42b87a898f72b2f5',
  'coachingReport 1': '967ac94f7a393f9e58a2f1d77ac1182e972bcd532b71a030b2c5b377e9bd7752',
  'coachingReport 2': '36c3a00e53468ef279d2f8ce8fd4a92c85e8dcd77a062a75a7599849a2467995',
  'intake 1': 'a05d8f50726f68d321af5853fd4b1eb0b4d0a6913e620bbfff230fee33d8eadb',
  'intake 2': 'abe6b5d564d0182d1d6a2107c5a8c5c8f0fc62b6c7de297ea2e8b00f18ad7657',
  'measurement 1': '18e373b777afcf9f8110c5cd3fadb4a06dc2f28f5d51623eb026c06f742932fb',
  'measurement 2': '2351e9e4223f1dfe4f4c61c78d9857db69e59fac4f9a5e6ab00fc46e21b268e4',
  'older-measurement 1': '85a66207a1017664587389dc5bf6c4def64abf630c8623cf83b369cbc574db70',
  'placement 1': 'eeeb634e34bba1a0279b7f49f8ea37afbf96eab0f2b45a037fa3df77b6a5382d',
  'placement 2': '58141d4d16bc1aa0871aeb9b543e16d698a50f2479dc8e752d17b33fb8a42145',
  'plan 1': 'aaa3e26d72d7baa37d1f2d693a1301fdc4490bab053fe51910f6b264e7c278f0',
  'plan 2': 'a40d642f82ccfbe3015db078c88e78772aa88a55a39d9e72f29dfc3eeff4a340',
  'visit 1': '271daae58d9dfa9dcbc28eb646ba455f86966a6fdf48206841b3466fbeaf31b7',
  'visit 2': 'c85b9b44b9a844625e6262e59c746668dc05b94faaadb9b9797b5e2b5f5b51f7',
  'visit 3': 'ebff0493c19a6bc378176ba31697007233f4ba34a6c0ca251d5c480769e27629',
};

it('never changes a version of a form under the drafts and records that were made with it', async () => {
  expect(await hashes()).toMatchObject(published);
});

async function hashes(): Promise<Readonly<Record<string, string>>> {
  const files = (await readdir(fileURLToPath(folder), { recursive: true })).filter((name) => /\.v\d+\.ts$/.test(name));
  const modules = await Promise.all(files.map((name): Promise<Readonly<Record<string, unknown>>> => import(new URL(name, folder).href)));
  const definitions = modules.flatMap((module) => Object.values(module).filter(isDefinition));
  return Object.fromEntries(definitions.map((definition) => [`${definition.id} ${definition.version}`, hashJson(definition as unknown as JsonValue)]));
}

function isDefinition(value: unknown): value is FormDefinition {
  return typeof value === 'object' && value !== null && 'version' in value && 'sections' in value;
}
