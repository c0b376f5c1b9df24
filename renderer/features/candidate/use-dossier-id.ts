import { useParams } from 'react-router';
import type { DossierId, RecordId } from '#shared/domain/ids.ts';

/** The ids in the address. Whatever somebody typed there is only looked up; what does not exist is not found. */
export function useDossierId(): DossierId {
  return (useParams().dossierId ?? '') as DossierId;
}

export function useRecordId(): RecordId {
  return (useParams().recordId ?? '') as RecordId;
}
