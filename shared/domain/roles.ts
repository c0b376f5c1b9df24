import { z } from 'zod';
import type { UserId } from './ids.ts';
import type { MunicipalityCode } from './municipalities.ts';

export const roles = ['jobcoach', 'consultant', 'loonwaarde-expert', 'manager', 'administrator'] as const;
export const roleSchema = z.enum(roles);
export type Role = (typeof roles)[number];

/** Who acts, as the server knows them. Identity providers fill this; features only read it. */
export interface Principal {
  readonly userId: UserId;
  readonly displayName: string;
  readonly role: Role;
  readonly region: string;
  /** The municipalities whose candidates a consultant serves; the whole region for a manager. */
  readonly municipalities: readonly MunicipalityCode[];
}
