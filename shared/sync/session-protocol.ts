import { z } from 'zod';
import { deviceIdSchema, userIdSchema } from '../domain/ids.ts';
import { municipalitySchema } from '../domain/municipalities.ts';
import { roleSchema, type Principal } from '../domain/roles.ts';

/** Names the person whose work is sent or fetched; it must be the session's [PUSH6]. */
export const userHeader = 'veldwerk-user';
/** Names the asking device, so that it gets its own outcomes only; without it come the outcomes of all the person's devices. */
export const deviceHeader = 'veldwerk-device';

/** With a batch: the epoch of the server that the device last pulled from. A server of another one takes nothing yet [PUSH9]. */
export const epochHeader = 'veldwerk-epoch';

/** The protocol that the asking app speaks; without it 1. One that the server no longer speaks is answered 426 [VER5]. */
export const protocolHeader = 'veldwerk-protocol';

export const principalSchema = z.looseObject({
  userId: userIdSchema,
  displayName: z.string(),
  role: roleSchema,
  region: z.string(),
  municipalities: z.array(municipalitySchema),
}) satisfies z.ZodType<Principal>;

/** GET /v1/session, POST /v1/demo/session */
export const sessionResponseSchema = z.looseObject({
  principal: principalSchema,
  region: z.looseObject({ id: z.string(), name: z.string() }),
});

export const demoSessionRequestSchema = z.strictObject({ userId: userIdSchema });

/** POST /v1/devices: the raw public key of Ed25519, 32 bytes in base64. */
export const deviceRegistrationSchema = z.strictObject({
  deviceId: deviceIdSchema,
  publicKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'device.publicKey'),
});

/** Every error of the server, RFC 9457. `type` is a short name such as `other-user`. */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(z.looseObject({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
});

export type SessionResponse = z.output<typeof sessionResponseSchema>;
export type Problem = z.output<typeof problemSchema>;
