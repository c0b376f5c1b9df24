/**
 * A form as data: what is asked, in which words, and the rules that need only the form itself. Plain JSON, so that a
 * definition can arrive from the server without a release. A published (id, version) never changes: answers name the
 * version they were given to and stay readable by it.
 */
export interface FormDefinition {
  readonly id: string;
  readonly version: number;
  readonly sections: readonly FormSection[];
  readonly rules: readonly FormRule[];
  /** What the answers point at, for a person to decide about. */
  readonly suggestions?: readonly FormSuggestion[];
  /** The words of this version in both languages, by key: `heldOn.label`, `heldOn.hint`, `place.werkplek`. */
  readonly texts: FormTexts;
}

export type FormLanguage = 'nl' | 'en';
export type FormTexts = Readonly<Record<FormLanguage, Readonly<Record<string, string>>>>;

export interface FormSection {
  readonly id: string;
  readonly fields: readonly FormField[];
  /** None of it is asked unless this holds. */
  readonly shownWhen?: Condition;
}

export type FormField = DayField | TimeField | MinutesField | HoursField | KilometresField | PercentageField | LineField | TextField | ChoiceField | MultipleField | SwitchField | ListField;

interface FieldBase {
  readonly id: string;
  /** Group and path in the record, e.g. ['facts', 'heldOn']; in a list the key inside the item. Absent: only in the draft. */
  readonly writesTo?: readonly string[];
  readonly required?: boolean;
  /** Not shown, not asked and not kept unless this holds. */
  readonly shownWhen?: Condition;
}

export interface DayField extends FieldBase {
  readonly type: 'day';
  /** Which year '3-4' means: the last time that this day was, or the next time that it comes. */
  readonly leaning: 'past' | 'future';
}
export interface TimeField extends FieldBase {
  readonly type: 'time';
}
/** Whole minutes; typed as '90', '1:30' or '1u30'. */
export interface MinutesField extends FieldBase {
  readonly type: 'minutes';
  readonly maximum: number;
  /** Left empty it says the same as that field: the time of one person is mostly the whole visit. */
  readonly sameAs?: string;
}
/** Hours or days a week, a number with steps: 0.25 for hours, 0.5 for days. */
export interface HoursField extends FieldBase {
  readonly type: 'hours';
  readonly step: number;
  readonly maximum: number;
}
/** A distance, typed in kilometres with at most one decimal and kept in whole metres: shares of it must add up. */
export interface KilometresField extends FieldBase {
  readonly type: 'kilometres';
  readonly maximum: number;
}
/** An exact decimal, kept as text. Counts may be typed: '70/80' is 87.5. */
export interface PercentageField extends FieldBase {
  readonly type: 'percentage';
  readonly fromCounts: boolean;
}
export interface LineField extends FieldBase {
  readonly type: 'line';
  readonly maximum: number;
  /** What kind of keyboard and completion the device may offer. A name is no medical text, whatever it sounds like. */
  readonly purpose?: 'email' | 'tel' | 'name';
}
export interface TextField extends FieldBase {
  readonly type: 'text';
  readonly maximum: number;
}
export interface ChoiceField extends FieldBase {
  readonly type: 'choice';
  readonly choices: readonly string[];
}
/** Any of a few; kept as a list of words in the order of the choices. */
export interface MultipleField extends FieldBase {
  readonly type: 'multiple';
  readonly choices: readonly string[];
}
export interface SwitchField extends FieldBase {
  readonly type: 'switch';
}
export interface ListField extends FieldBase {
  readonly type: 'list';
  readonly fields: readonly Exclude<FormField, ListField>[];
  readonly maximum: number;
}

/**
 * `field`: the answer to it (of the same list item, or of the form) is one of these; of several answers any one will do.
 * An answer to a question that is not asked any more counts for nothing.
 */
export type Condition =
  | { readonly field: string; readonly isOneOf: readonly (string | boolean)[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  /** The person chose in this field, and something else than was proposed. */
  | { readonly differsFromSuggestion: string };

/** Proposes an answer; the person decides. */
export interface FormSuggestion {
  /** The choice, or the several choices, that is decided. */
  readonly for: string;
  /** `first`: the value of the first rule that holds. `all`: the values of every rule that holds. */
  readonly takes: 'first' | 'all';
  readonly rules: readonly {
    readonly value: string;
    readonly when: Condition;
    /** The key of its words: why this is proposed. */
    readonly because: string;
  }[];
}

/** Rules within the form. What a record must obey wherever it comes from stands in shared/domain, not here. */
export type FormRule =
  | { readonly rule: 'notAfterToday'; readonly field: string; readonly code: string }
  | { readonly rule: 'requiredWhen'; readonly field: string; readonly when: Condition; readonly code: string };

/** What stands in the fields: typed text, chosen words, switches, lists of chosen words, and items of lists. Survives as a draft as it is. */
export type FormValues = Readonly<Record<string, unknown>>;

export function fieldsOf(definition: FormDefinition): readonly FormField[] {
  return definition.sections.flatMap((section) => section.fields);
}

/** @returns the words for a key, or the key itself: a missing word must show and never stop a person */
export function formText(definition: FormDefinition, language: FormLanguage, key: string): string {
  return definition.texts[language][key] ?? definition.texts.nl[key] ?? key;
}

export function hasFormText(definition: FormDefinition, key: string): boolean {
  return definition.texts.nl[key] !== undefined;
}
