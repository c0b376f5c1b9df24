import { useState } from 'react';
import type { FormDefinition } from '#shared/forms/form-definition.ts';
import { formDefinitionSchema } from '#shared/forms/form-schema.ts';
import { regionForms } from '#shared/forms/form-places.ts';
import { textToChange, type Publishable } from './publishable.ts';

interface State {
  readonly text: string;
  /** Null for a document that is no form, and while the text is none that can be shown question by question. */
  readonly definition: FormDefinition | null;
}

export interface FormText extends State {
  /** Changes that can be taken back [count]. */
  readonly past: number;
  readonly typed: (text: string) => void;
  readonly edited: (definition: FormDefinition, what: string) => void;
  readonly undo: () => void;
}

interface Kept extends State {
  /** What was changed from here on: several letters in one box are one change. */
  readonly what: string;
}

/** One form under two hands: question by question, and as text. What is done in one stands in the other, and can be taken back. */
export function useFormText(documentId: string, publishable: Publishable): FormText {
  const isForm = regionForms.includes(documentId);
  const stateOf = (text: string): State => ({ text, definition: isForm ? definitionIn(text) : null });
  const [state, setState] = useState<State>(() => stateOf(textToChange(publishable)));
  const [past, setPast] = useState<readonly Kept[]>([]);
  const note = (what: string) => setPast((before) => (what !== '' && before.at(-1)?.what === what ? before : [...before.slice(-99), { ...state, what }]));
  return {
    ...state,
    past: past.length,
    typed: (text) => {
      note('json');
      setState(stateOf(text));
    },
    edited: (definition, what) => {
      note(what);
      setState({ definition, text: JSON.stringify(definition, null, 2) });
    },
    undo: () => {
      const last = past.at(-1);
      if (last === undefined) return;
      setState({ text: last.text, definition: last.definition });
      setPast(past.slice(0, -1));
    },
  };
}

function definitionIn(text: string): FormDefinition | null {
  try {
    const parsed = formDefinitionSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
