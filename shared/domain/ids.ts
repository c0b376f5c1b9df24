import { z } from 'zod';
import type { Brand } from '../lib/brand.ts';

/** All ids are random UUIDs or short fixed words; none tells anything about a person. */
export type UserId = Brand<string, 'UserId'>;
export type DeviceId = Brand<string, 'DeviceId'>;
export type DossierId = Brand<string, 'DossierId'>;
export type RecordId = Brand<string, 'RecordId'>;
export type OpId = Brand<string, 'OpId'>;

const pseudonym = z.string().regex(/^[a-z0-9][a-z0-9-]{2,63}$/, 'id.invalid');

export const userIdSchema = pseudonym.transform((id) => id as UserId);
export const deviceIdSchema = z.uuid('id.invalid').transform((id) => id as DeviceId);
export const dossierIdSchema = pseudonym.transform((id) => id as DossierId);
export const recordIdSchema = pseudonym.transform((id) => id as RecordId);
export const opIdSchema = z.uuid('id.invalid').transform((id) => id as OpId);

/** The dossier of what belongs to the region as a whole: parameter tables, form definitions. */
export const regionDossierId = 'region' as DossierId;
