import { judgeRecord } from '#shared/domain/judge.ts';
import { attachmentIdSchema, type AttachmentFacts } from '#shared/domain/records/attachment.ts';
import type { Violation } from '#shared/domain/violation.ts';
import type { SignedOperation } from '#shared/sync/operation.ts';
import type { StoredRecord } from '#shared/sync/stored-record.ts';
import type { AttachmentContent } from './server-store.ts';

/**
 * What the content says about an operation on the record of an attachment.
 * @param current the record, when there is one already
 * @param content what is settled of it; undefined while it is not whole
 * @returns `later` until it is whole [ATT1]; else what is wrong with the record or does not fit the content [ATT2, ATT7]
 */
export function judgeAttachment(operation: SignedOperation, current: StoredRecord | undefined, content: AttachmentContent | undefined): 'later' | readonly Violation[] {
  // What its own rule refuses need not wait for a content that may never come.
  const violations = judgeRecord('attachment', operation.payload);
  if (violations.length > 0) return violations;
  // No content can ever lie under another kind of id.
  if (!attachmentIdSchema.safeParse(operation.record.recordId).success) return [{ path: [], code: 'id.invalid' }];
  if (content === undefined) return 'later';
  if (content.refusal !== null) return [{ path: ['facts', 'mediaType'], code: content.refusal }];
  const facts = operation.payload['facts'] as unknown as AttachmentFacts;
  const fits =
    content.userId === (current?.createdBy ?? operation.userId) && content.dossierId === operation.record.dossierId
    && content.sha256 === facts.sha256 && content.sizeBytes === facts.sizeBytes && content.mediaType === facts.mediaType;
  return fits ? [] : [{ path: ['facts', 'sha256'], code: 'attachment.otherContent' }];
}
