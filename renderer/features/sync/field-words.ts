import type { TFunction } from 'i18next';
import type { Format } from '#renderer/app/use-format.ts';
import { municipalityName, municipalitySchema } from '#shared/domain/municipalities.ts';
import type { JsonValue } from '#shared/lib/canonical-json.ts';
import { isDay } from '#shared/lib/calendar.ts';

type Words = TFunction<['sync', 'words']>;

/** Which list of words a coded field comes from. */
const listOf: Readonly<Record<string, string>> = {
  'facts.place': 'visitPlace',
  'facts.attendees': 'attendees',
  'facts.activity': 'activity',
  'facts.risk': 'risk',
  'facts.form': 'placementForm',
  'facts.endReason': 'endReason',
  'facts.benefitExit': 'benefitExit',
  'facts.type': 'workPlaceType',
  'content.workObligation': 'workObligation',
  'registration.entrance': 'entrance',
  'status.regeling': 'regeling',
  'status.candidateGroup': 'candidateGroup',
  'status.labourMarketRelation': 'labourMarketRelation',
};

export function fieldName(t: Words, group: string, field: string): string {
  return t(`words:field.${group}_${field}`, field);
}

/** A stored value as a person reads it. What has no words of its own is shown as it is stored: never hidden. */
export function valueWords(t: Words, format: Format, group: string, field: string, value: JsonValue | undefined): string {
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return t('conflictPage.nothing');
  if (typeof value === 'boolean') return t(value ? 'words:yes' : 'words:no');
  const list = listOf[`${group}.${field}`];
  if (list !== undefined) return wordOf(t, list, value);
  if (field === 'municipality') {
    const code = municipalitySchema.safeParse(value);
    if (code.success) return municipalityName(code.data);
  }
  if (typeof value === 'number') return format.count(value);
  if (typeof value === 'string') return isDay(value) ? format.dayInWords(value) : value;
  if (Array.isArray(value)) return value.map((item) => itemWords(t, format, item)).join('\n');
  return JSON.stringify(value);
}

/** A code in words; a code of a newer release as it is. */
function wordOf(t: Words, list: string, code: JsonValue | undefined): string {
  const text = typeof code === 'string' ? code : JSON.stringify(code ?? null);
  return t(`words:${list}.${text}`, text);
}

/** A goal or an agreement on one line. */
function itemWords(t: Words, format: Format, item: JsonValue): string {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return JSON.stringify(item);
  const { goal, progress, what, owner, dueOn, step } = item as Readonly<Record<string, JsonValue | undefined>>;
  if (typeof goal === 'string') return `${goal} (${wordOf(t, 'goalProgress', progress).toLowerCase()})`;
  if (typeof step === 'string') return step;
  if (typeof what === 'string') {
    const due = typeof dueOn === 'string' ? `, ${format.dayInWords(dueOn)}` : '';
    return `${what} (${wordOf(t, 'agreementOwner', owner).toLowerCase()}${due})`;
  }
  return JSON.stringify(item);
}
