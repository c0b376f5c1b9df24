import type { z } from 'zod';
import { HttpProblem } from './problem.ts';

/** @throws HttpProblem `invalid` with everything that is wrong */
export function parse<Output>(schema: z.ZodType<Output>, value: unknown): Output {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new HttpProblem('invalid', parsed.error.issues.map((issue) => ({
    path: issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
    // A schema names its sentence as its message; zod's own messages are English prose and never shown.
    code: /^[a-zA-Z]+\.[a-zA-Z]+$/.test(issue.message) ? issue.message : 'value.invalid',
  })));
}
