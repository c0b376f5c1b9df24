import { z } from 'zod';
import type { UserId } from '../ids.ts';
import { userIdSchema } from '../ids.ts';
import { roleSchema, type Role } from '../roles.ts';

/** The document of the region that says who works there. The server makes it from its users, so nobody has to keep it. */
export const colleaguesId = 'colleagues';

export interface Colleague {
  readonly userId: UserId;
  readonly displayName: string;
  readonly role: Role;
}

/** A role that this app does not know yet makes one person unreadable, never the list. */
const personSchema = z.looseObject({ userId: userIdSchema, displayName: z.string().max(120), role: roleSchema });
const contentSchema = z.looseObject({ people: z.array(z.unknown()).max(5_000) });

/** @returns the people of the document that can be read; none when it is no such document */
export function colleaguesIn(content: unknown): readonly Colleague[] {
  const parsed = contentSchema.safeParse(content);
  if (!parsed.success) return [];
  return parsed.data.people.flatMap((each) => {
    const person = personSchema.safeParse(each);
    return person.success ? [person.data] : [];
  });
}
