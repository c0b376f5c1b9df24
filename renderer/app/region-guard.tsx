import { useMemo, type ReactNode } from 'react';
import { GuardProvider } from '#renderer/components/form/text-guard.tsx';
import { deliveredGuardWords } from '#shared/domain/guard/delivered-guard-words.ts';
import { sensitiveFinder } from '#shared/domain/guard/find-sensitive.ts';
import { useRegionDocuments } from './use-region-documents.ts';

/** Every form in the window warns by the region's list of words, the newest that is sound. */
export function RegionGuard({ children }: { readonly children: ReactNode }) {
  const documents = useRegionDocuments();
  const words = deliveredGuardWords(documents).current;
  const finder = useMemo(() => sensitiveFinder(words), [words]);
  return <GuardProvider finder={finder}>{children}</GuardProvider>;
}
