import { z } from 'zod';

// Imported before anything that makes a schema: the content security policy forbids generated code, and zod's attempt
// to find that out would already be reported as a violation.
z.config({ jitless: true });
