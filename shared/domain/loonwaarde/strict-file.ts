import { z } from 'zod';
import type { Violation } from '../violation.ts';

/** A field that is not there and one of the wrong kind get different sentences. */
const absentOr = (code: string) => (issue: { readonly input?: unknown }) => (issue.input === undefined ? 'file.missingField' : code);

export const decimalField = () => z.union([z.string(), z.number()], { error: absentOr('file.notADecimal') });
export const wholeField = () => z.number({ error: absentOr('file.notAWholeNumber') }).refine(Number.isSafeInteger, 'file.notAWholeNumber');
export const booleanField = () => z.boolean({ error: absentOr('file.notABoolean') });
export const textField = () => z.string({ error: absentOr('file.notAText') });
export const listField = <Item extends z.ZodType>(item: Item) => z.array(item, { error: absentOr('file.notAList') });
/** A misspelt name must not be ignored: someone would believe that it counted. */
export const objectField = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? 'file.unknownField' : absentOr('file.notAnObject')(issue)) });

/** Zod's findings as violations, the first one of each place first. */
export const fileViolations = (error: z.ZodError): readonly Violation[] =>
  error.issues.flatMap((issue): readonly Violation[] => {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((field) => ({ path, code: 'file.unknownField', params: { field } }))
      : [{ path, code: issue.message }];
  });
