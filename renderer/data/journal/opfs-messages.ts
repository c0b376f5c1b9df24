export type JournalRequest =
  | { readonly id: number; readonly say: 'read'; readonly fileName: string }
  | { readonly id: number; readonly say: 'append' | 'replace'; readonly fileName: string; readonly text: string };

export type JournalAnswer = { readonly id: number; readonly ok: true; readonly text: string } | { readonly id: number; readonly ok: false; readonly reason: string };
